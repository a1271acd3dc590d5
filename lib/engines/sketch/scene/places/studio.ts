import { lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import { ID, type Stage } from "../stage";

const CHANNELS = [0, 1, 2] as const;

/** A sweep of coloured paper with a soft spot and the shadow of a window. */
export function paintStudio(stage: Stage): void {
  const { top, height } = stage.frame;
  const [base, second] = backdropColours(stage);
  paintBackdrop(stage, base, second, top + height * (0.74 + stage.framing.horizonShift * 0.3));
  if (stage.spec.light !== "soft" && !stage.without("shadow")) paintWindowLight(stage);
  stage.floor = {
    groundY: top + height * clamp(0.84 + stage.framing.groundShift * 0.8, 0.78, 0.94),
    reflection: stage.without("reflection") ? 0 : 0.22,
    isWater: false,
    farY: top + height * 0.74,
  };
}

/** The plain backdrop of a portrait. */
export function paintPortraitBackdrop(stage: Stage): void {
  const [base, second] = backdropColours(stage);
  paintBackdrop(stage, base, second, stage.height * 2);
  stage.floor = { groundY: stage.height, reflection: 0, isWater: false, farY: stage.height };
}

export function backdropColours(stage: Stage): readonly [Rgb, Rgb] {
  const { random } = stage;
  const invented = inventedBackdrop(stage);
  const base = stage.colours[0] ?? invented;
  const second = stage.colours[1] ?? mixRgb(base, WHITE, random.range(0.25, 0.5));
  return [base, second];
}

/** A tone that suits the light where the prompt names no colour. */
function inventedBackdrop(stage: Stage): Rgb {
  const { random } = stage;
  switch (stage.spec.light) {
    case "night":
    case "neon":
    case "dusk":
    case "storm":
      return lch(random.range(0.24, 0.36), random.range(0.05, 0.1), random.range(240, 340));
    case "golden":
    case "sunset":
      return lch(random.range(0.6, 0.78), random.range(0.06, 0.11), random.range(40, 85));
    case "soft":
    case "dawn":
      return lch(random.range(0.82, 0.9), random.range(0.035, 0.06), random.range(0, 360));
    default:
      return lch(random.range(0.62, 0.86), random.range(0.05, 0.1), random.range(0, 360));
  }
}

function paintBackdrop(stage: Stage, base: Rgb, second: Rgb, floorY: number): void {
  const { width } = stage;
  const { top, height } = stage.frame;
  // Where two colours are named the floor is of the second: as a mere glow on the first it would not be seen.
  const floorColour = stage.colours[1] ?? base;
  for (let y = 0; y < stage.height; y++) {
    const floorShare = smooth(floorY - 0.05 * height, floorY + 0.05 * height, y);
    for (let x = 0; x < width; x++) {
      const dx = x / width - 0.5 - (stage.sunX / width - 0.5) * 0.5;
      const dy = (y - top) / height - 0.4;
      const wall = Math.exp(-(dx * dx * 5 + dy * dy * 6)) * 0.9 - 0.16 * (Math.abs(dx) + 0.2);
      const floor = 0.18 + 0.28 * Math.exp(-(dx * dx * 6 + ((y - floorY) / height - 0.08) ** 2 * 22));
      const lit = clamp(mix(wall, floor, floorShare));
      const pixel = y * width + x;
      for (const k of CHANNELS) {
        const paper = tone(mix(base[k], floorColour[k], floorShare), mix(second[k], floorColour[k], floorShare), lit);
        stage.image.samples[pixel * 3 + k] = paper;
      }
      stage.depth[pixel] = floorShare > 0.5 ? 0.4 : 0.9;
    }
  }
}

function tone(base: number, second: number, lit: number): number {
  return clamp(mix(mix(base * 0.72, second * 0.4 + base * 0.6 + 0.12, lit), base, 0.25));
}

export function paintWindowLight(stage: Stage): void {
  const { width, random, noise, light } = stage;
  const { top, height } = stage.frame;
  const slant = random.range(-0.5, 0.5);
  const panes = random.range(2.4, 3.8);
  for (let y = 0; y < stage.height; y++) {
    const down = (y - top) / height;
    for (let x = 0; x < width; x++) {
      const wx = (x / width + down * slant) * panes;
      const wy = down * 2.6;
      const fx = wx - Math.floor(wx);
      const fy = wy - Math.floor(wy);
      const spread = Math.exp(-((x / width - stage.sunX / width) ** 2 * 3 + (down - 0.35) ** 2 * 3));
      const pane = smooth(0.08, 0.14, fx) * smooth(0.92, 0.86, fx) * smooth(0.06, 0.12, fy) * smooth(0.94, 0.88, fy) * spread;
      if (pane < 0.01) continue;
      const alpha = pane * (0.8 + 0.4 * noise.fbm((x / width) * 8, down * 8, 2)) * 0.3;
      stage.blend(y * width + x, light.sun[0], light.sun[1] * 0.97, light.sun[2] * 0.9, alpha);
    }
  }
}

/** A round plinth whose top is at `y`. */
export function paintPodium(stage: Stage, centreX: number, y: number, wide: number, tall: number): void {
  const { width, height, lightDirection } = stage;
  const base = stage.colours[0] ?? stageColour(stage);
  const top = mixRgb(base, WHITE, 0.45);
  for (let py = Math.max(0, Math.round(y - tall * 0.32)); py < Math.min(height, y + tall); py++) {
    for (let px = Math.max(0, Math.round(centreX - wide / 2)); px < Math.min(width, centreX + wide / 2); px++) {
      const dx = (px - centreX) / (wide / 2);
      const rim = Math.sqrt(Math.max(0, 1 - dx * dx));
      const ellipse = rim * tall * 0.24;
      const pixel = py * width + px;
      if (py > y - ellipse && py < y + ellipse) {
        stage.set(pixel, ...top);
        stage.ids[pixel] = ID.PODIUM;
        stage.depth[pixel] = 0.2;
      } else if (py >= y + ellipse) {
        const shade = 0.35 + 0.75 * clamp(dx * lightDirection[0] * 1.3 + rim * 0.75);
        stage.set(pixel, clamp(base[0] * shade + 0.06), clamp(base[1] * shade + 0.06), clamp(base[2] * shade + 0.06));
        stage.ids[pixel] = ID.PODIUM + 1;
        stage.depth[pixel] = 0.2;
      }
    }
  }
}

function stageColour(stage: Stage): Rgb {
  const samples = stage.image.samples;
  return [samples[3] ?? 0.5, samples[4] ?? 0.5, samples[5] ?? 0.5];
}
