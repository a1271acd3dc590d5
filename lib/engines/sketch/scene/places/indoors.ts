import { css, lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import { paintSky } from "../sky";
import { ID, type Stage } from "../stage";
import { backdropColours, paintWindowLight } from "./studio";

/** A table top before a wall: the place of still lifes. */
export function paintTable(stage: Stage): void {
  const { width, noise, light, random } = stage;
  const { height } = stage.frame;
  const bottom = stage.down(1);
  const [wallBase, wallSecond] = backdropColours(stage);
  const wood = stage.colours[2] ?? lch(random.range(0.42, 0.66), random.range(0.05, 0.09), random.range(45, 75));
  const edge = stage.down(clamp(0.6 + stage.framing.horizonShift * 0.5, 0.48, 0.72));
  const plank = random.range(0.1, 0.16);
  for (let y = 0; y < stage.height; y++) {
    const down = (y - stage.frame.top) / height;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const fromSun = (x - stage.sunX) / width;
      if (y < edge) {
        const spot = Math.exp(-(fromSun * fromSun * 3 + (down - 0.3) ** 2 * 5));
        const texture = (noise.fbm((x / width) * 6, down * 6, 4) - 0.5) * 0.07;
        const lit = 0.55 + 0.45 * spot + texture;
        stage.set(
          pixel,
          clamp(mix(wallBase[0], wallSecond[0], spot * 0.7) * lit),
          clamp(mix(wallBase[1], wallSecond[1], spot * 0.7) * lit),
          clamp(mix(wallBase[2], wallSecond[2], spot * 0.7) * lit),
        );
        stage.depth[pixel] = 0.9;
        continue;
      }
      const t = (y - edge) / (bottom - edge);
      const perspective = 1 / (0.35 + t);
      const across = (x / width - 0.5) * perspective;
      const board = Math.floor(across / plank);
      const seam = smooth(0.035, 0, Math.abs(across / plank - board - 0.5) - 0.465) > 0.5 ? 1 : 0.78;
      const grain =
        (noise.fbm(across * 24 + board * 9, perspective * 2.2 + board * 5, 4) - 0.5) * 0.24 + (noise.value(board * 3.7, 2) - 0.5) * 0.12;
      const sheen = Math.exp(-(fromSun * fromSun) * 6) * Math.max(0, 1 - t) * 0.22;
      const shade = (0.72 + 0.3 * Math.max(0, 1 - t) + grain) * seam;
      stage.set(
        pixel,
        clamp(wood[0] * shade + light.sun[0] * sheen),
        clamp(wood[1] * shade + light.sun[1] * sheen),
        clamp(wood[2] * shade + light.sun[2] * sheen),
      );
      stage.depth[pixel] = Math.max(0, 0.75 - t * 0.6);
      stage.ids[pixel] = ID.GROUND;
    }
  }
  if (!stage.without("shadow")) paintWindowLight(stage);
  stage.floor = {
    groundY: edge + (bottom - edge) * clamp(0.5 + stage.framing.groundShift * 2, 0.3, 0.8),
    reflection: 0.08,
    isWater: false,
    farY: edge + (bottom - edge) * 0.12,
  };
}

/** A room: wall with a window onto the day outside, wooden floor, a rug, a plant. */
export function paintInterior(stage: Stage): void {
  const { width, height, random, light, unit, noise } = stage;
  stage.setHorizon(0.5);
  const hue = random.range(0, 360);
  const wall = stage.colours[0] ?? lch(random.range(0.66, 0.82), random.range(0.03, 0.07), hue);
  const trim = mixRgb(wall, WHITE, 0.55);
  const wood = lch(random.range(0.4, 0.58), 0.07, random.range(48, 68));
  const rug = stage.colours[1] ?? lch(random.range(0.42, 0.62), 0.11, hue + random.range(90, 220));
  const floorY = height * clamp(0.7 + stage.framing.horizonShift * 0.3, 0.6, 0.78);
  const windowX = (stage.framing.subjectX < 0.5 ? random.range(0.56, 0.62) : random.range(0.12, 0.2)) * width;
  const pane = { x: windowX, y: height * 0.12, wide: width * 0.28, tall: height * 0.36 };
  const centre = windowX + pane.wide / 2;
  const dim = light.isDark ? 0.5 : 1;

  if (!stage.without("windows")) {
    stage.sunY = pane.y + pane.tall * 0.35;
    paintSky(stage, pane.y + pane.tall);
    paintOutside(stage, pane);
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isPane = !stage.without("windows") && x > pane.x && x < pane.x + pane.wide && y > pane.y && y < pane.y + pane.tall;
      const pixel = y * width + x;
      if (isPane) {
        stage.depth[pixel] = 1;
        continue;
      }
      const glow = Math.exp(-(((x - centre) / width) ** 2 * 4 + ((y - pane.y - pane.tall / 2) / height) ** 2 * 5)) * light.strength;
      if (y < floorY) {
        const lit = (0.6 + 0.42 * glow + (noise.fbm((x / width) * 5, (y / height) * 5, 3) - 0.5) * 0.05) * dim;
        const skirting = y > floorY - 18 * unit;
        const colour = skirting ? trim : wall;
        stage.set(
          pixel,
          clamp(colour[0] * lit + light.sun[0] * glow * 0.07),
          clamp(colour[1] * lit + light.sun[1] * glow * 0.07),
          clamp(colour[2] * lit + light.sun[2] * glow * 0.05),
        );
        stage.depth[pixel] = 0.85;
        stage.ids[pixel] = skirting ? 3 : 2;
        continue;
      }
      const t = (y - floorY) / (height - floorY);
      const across = (x / width - 0.5) / (0.45 + t);
      const board = Math.floor(across / 0.085);
      const grain =
        (noise.fbm(across * 30 + board * 7, 3 / (0.45 + t) + board * 3, 3) - 0.5) * 0.22 + (noise.value(board * 3.1, 5) - 0.5) * 0.14;
      const shade = (0.62 + 0.3 * glow + grain) * dim;
      stage.set(pixel, clamp(wood[0] * shade), clamp(wood[1] * shade), clamp(wood[2] * shade));
      stage.depth[pixel] = 0.7 - t * 0.6;
      stage.ids[pixel] = ID.GROUND;
    }
  }
  if (!stage.without("windows")) paintFrame(stage, pane, trim, wall, floorY);
  if (!stage.without("rug")) paintRug(stage, rug, floorY);
  if (!stage.without("pictures")) paintWallPictures(stage, pane, hue);
  if (!stage.without("plants")) paintPottedPlant(stage, stage.framing.subjectX < 0.5 ? width * 0.92 : width * 0.08, floorY + height * 0.05);
  stage.floor = {
    groundY: floorY + (height - floorY) * clamp(0.62 + stage.framing.groundShift, 0.4, 0.85),
    reflection: 0.05,
    isWater: false,
    farY: floorY,
  };
}

interface Pane {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly tall: number;
}

function paintOutside(stage: Stage, pane: Pane): void {
  const { noise, random, light } = stage;
  const hills = [lch(0.55, 0.06, 220), lch(0.48, 0.09, 140)];
  stage.layer(
    (context) => {
      for (const [order, colour] of hills.entries()) {
        context.fillStyle = css(stage.air(mixRgb(colour, light.ambient, 0.35), 0.5 - order * 0.25));
        context.beginPath();
        context.moveTo(pane.x, pane.y + pane.tall);
        const offset = random.next() * 30;
        for (let k = 0; k <= 24; k++) {
          const rise = noise.fbm(k * 0.12 + offset, order * 4, 3) * (0.6 - order * 0.2);
          context.lineTo(pane.x + (pane.wide * k) / 24, pane.y + pane.tall * (1.02 - rise));
        }
        context.lineTo(pane.x + pane.wide, pane.y + pane.tall);
        context.fill();
      }
    },
    1,
    1,
  );
}

function paintFrame(stage: Stage, pane: Pane, trim: Rgb, wall: Rgb, floorY: number): void {
  const { unit, light, height } = stage;
  stage.layer(
    (context) => {
      context.strokeStyle = css(mixRgb(trim, light.ambient, 0.15));
      context.lineWidth = 16 * unit;
      context.strokeRect(pane.x, pane.y, pane.wide, pane.tall);
      context.lineWidth = 9 * unit;
      context.beginPath();
      context.moveTo(pane.x + pane.wide / 2, pane.y);
      context.lineTo(pane.x + pane.wide / 2, pane.y + pane.tall);
      context.moveTo(pane.x, pane.y + pane.tall * 0.42);
      context.lineTo(pane.x + pane.wide, pane.y + pane.tall * 0.42);
      context.stroke();
      context.fillStyle = css(mixRgb(trim, wall, 0.2));
      context.fillRect(pane.x - 24 * unit, pane.y + pane.tall + 4 * unit, pane.wide + 48 * unit, 16 * unit);
    },
    0.84,
    9,
  );
  if (light.isDark) return;
  const slide = stage.framing.subjectX < 0.5 ? -0.22 : 0.22;
  stage.layer(
    (context) => {
      context.fillStyle = css(light.sun, 0.2 * light.strength);
      for (const half of [0, 1]) {
        const left = pane.x + (pane.wide / 2) * half + 6 * unit;
        const right = left + pane.wide / 2 - 12 * unit;
        const shift = pane.wide * slide * 3;
        context.beginPath();
        context.moveTo(left + shift * 0.4, floorY + 6 * unit);
        context.lineTo(right + shift * 0.4, floorY + 6 * unit);
        context.lineTo(right + shift, height * 0.96);
        context.lineTo(left + shift, height * 0.96);
        context.closePath();
        context.fill();
      }
    },
    null,
    0,
  );
}

function paintRug(stage: Stage, rug: Rgb, floorY: number): void {
  const { width, height, framing } = stage;
  const y = floorY + (height - floorY) * 0.62;
  stage.layer(
    (context) => {
      const centre = framing.subjectX * width;
      for (const [share, light] of [
        [1, 0],
        [0.86, 0.35],
        [0.78, 0],
      ] as const) {
        context.fillStyle = css(mixRgb(rug, WHITE, light), 0.92);
        context.beginPath();
        context.ellipse(centre, y, width * 0.4 * share, (height - floorY) * 0.3 * share, 0, 0, 7);
        context.fill();
      }
    },
    0.3,
    10,
  );
}

function paintWallPictures(stage: Stage, pane: Pane, hue: number): void {
  const { width, height, random, unit, light } = stage;
  const isLeft = pane.x > width / 2;
  const dim = light.isDark ? 0.55 : 0.95;
  stage.layer(
    (context) => {
      for (let k = 0; k < random.integer(1, 3); k++) {
        const wide = random.range(0.08, 0.14) * width;
        const tall = wide * random.range(0.9, 1.35);
        const x = (isLeft ? 0.08 : 0.52) * width + k * 0.15 * width;
        const y = height * random.range(0.14, 0.24);
        context.fillStyle = css(mixRgb(lch(0.3, 0.03, 60), light.ambient, 0.1));
        context.fillRect(x, y, wide, tall);
        context.fillStyle = css(lch(0.9 * dim, 0.02, 90));
        context.fillRect(x + 6 * unit, y + 6 * unit, wide - 12 * unit, tall - 12 * unit);
        context.fillStyle = css(lch(0.6 * dim, 0.12, hue + k * 80 + 40));
        context.beginPath();
        context.arc(x + wide / 2, y + tall / 2, wide * 0.24, 0, 7);
        context.fill();
        context.fillStyle = css(lch(0.45 * dim, 0.1, hue + k * 80 + 160));
        context.fillRect(x + wide * 0.2, y + tall * 0.6, wide * 0.6, tall * 0.16);
      }
    },
    0.83,
    11,
  );
}

function paintPottedPlant(stage: Stage, x: number, y: number): void {
  const { random, unit, light } = stage;
  stage.layer(
    (context) => {
      const pot = mixRgb(lch(0.58, 0.11, 45), light.ambient, 0.25);
      for (let k = 0; k < 13; k++) {
        const lean = random.range(-1, 1);
        const tall = random.range(150, 290) * unit;
        context.fillStyle = css(mixRgb(lch(random.range(0.34, 0.5), 0.1, random.range(130, 155)), light.ambient, 0.18));
        context.beginPath();
        context.moveTo(x, y - 90 * unit);
        context.quadraticCurveTo(
          x + lean * tall * 0.2 - 26 * unit,
          y - 90 * unit - tall * 0.6,
          x + lean * tall * 0.55,
          y - 90 * unit - tall * 0.85,
        );
        context.quadraticCurveTo(x + lean * tall * 0.3 + 26 * unit, y - 90 * unit - tall * 0.5, x, y - 90 * unit);
        context.fill();
      }
      const shade = context.createLinearGradient(x - 56 * unit, 0, x + 56 * unit, 0);
      shade.addColorStop(0, css(mixRgb(pot, [0, 0, 0], 0.25)));
      shade.addColorStop(1, css(mixRgb(pot, light.sun, 0.15)));
      context.fillStyle = shade;
      context.beginPath();
      context.moveTo(x - 56 * unit, y - 100 * unit);
      context.lineTo(x + 56 * unit, y - 100 * unit);
      context.lineTo(x + 42 * unit, y);
      context.lineTo(x - 42 * unit, y);
      context.closePath();
      context.fill();
    },
    0.35,
    12,
  );
}
