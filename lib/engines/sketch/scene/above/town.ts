import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, WHITE } from "../../raster/colour";
import { ID, type Stage } from "../stage";
import { drawCrown } from "./crowns";
import { inLight, isWhite } from "./overhead";
import { drawRoof } from "./roofs";

/** Blocks of roofs between streets, turned a little against the picture. */
export function paintCityFromAbove(stage: Stage): void {
  const { width, height, random, unit } = stage;
  const block = random.range(250, 320) * unit;
  const street = block * 0.2;
  const turn = random.range(-0.3, 0.3);
  paintPavement(stage);
  const reach = Math.ceil(Math.hypot(width, height) / block / 2) + 1;
  const inTurn = (draw: (context: SKRSContext2D) => void) => (context: SKRSContext2D) => {
    context.translate(width / 2, height / 2);
    context.rotate(turn);
    draw(context);
  };
  stage.layer(
    inTurn((context) => {
      for (let k = -reach; k <= reach; k++) {
        drawRoad(stage, context, k * block - street / 2, -reach * block, street, reach * 2 * block, true);
        drawRoad(stage, context, -reach * block, k * block - street / 2, reach * 2 * block, street, false);
      }
    }),
    0.36,
    ID.GROUND,
  );
  stage.layer(
    inTurn((context) => {
      for (let row = -reach; row < reach; row++)
        for (let column = -reach; column < reach; column++)
          drawBlock(stage, context, column * block + street * 0.8, row * block + street * 0.8, block - street * 1.6);
    }),
    0.28,
    3,
  );
}

/** One road through the picture with houses, gardens and trees on both sides. */
export function paintStreetFromAbove(stage: Stage): void {
  const { width, height, random, unit } = stage;
  paintPavement(stage);
  const wide = width * 0.3;
  const left = width * 0.5 - wide / 2 + random.range(-0.06, 0.06) * width;
  stage.layer((context) => drawRoad(stage, context, left, 0, wide, height, true), 0.36, ID.GROUND);
  stage.layer(
    (context) => {
      drawCrossing(stage, context, left, height * random.range(0.1, 0.86), wide);
      for (const side of [-1, 1] as const) {
        const pavement = 52 * unit;
        const edge = side < 0 ? left - pavement : left + wide + pavement;
        const deep = side < 0 ? edge + 20 * unit : width - edge + 20 * unit;
        for (let y = random.range(-120, -20) * unit; y < height; ) {
          const tall = random.range(170, 290) * unit;
          drawRoof(
            stage,
            context,
            { x: side < 0 ? -20 * unit : edge, y, wide: deep, deep: tall, tall: random.range(26, 44) * unit },
            random.chance(0.45),
          );
          y += tall + random.range(6, 44) * unit;
        }
        if (stage.without("trees")) continue;
        for (let y = random.range(20, 120) * unit; y < height; y += random.range(190, 280) * unit)
          drawCrown(stage, context, { x: edge + side * -26 * unit, y, radius: random.range(34, 46) * unit, isConifer: false });
      }
    },
    0.28,
    3,
  );
}

function paintPavement(stage: Stage): void {
  const { width, height, noise } = stage;
  const stone = inLight(stage, isWhite(stage) ? [0.93, 0.95, 0.98] : lch(0.72, 0.015, 80));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = 0.92 + 0.16 * noise.fbm((x / height) * 18, (y / height) * 18, 3);
      stage.set(y * width + x, stone[0] * shade, stone[1] * shade, stone[2] * shade);
    }
  }
}

function drawRoad(stage: Stage, context: SKRSContext2D, x: number, y: number, wide: number, deep: number, isUpright: boolean): void {
  const { random, light, unit } = stage;
  const asphalt = inLight(stage, isWhite(stage) ? [0.78, 0.81, 0.86] : lch(light.isDark ? 0.26 : 0.42, 0.012, 260));
  context.fillStyle = css(asphalt);
  context.fillRect(x, y, wide, deep);
  context.strokeStyle = css(mixRgb(asphalt, WHITE, isWhite(stage) ? 0.5 : 0.62), 0.8);
  const across = isUpright ? wide : deep;
  context.lineWidth = Math.max(1, across * 0.03);
  context.setLineDash([across * 0.3, across * 0.26]);
  context.beginPath();
  context.moveTo(isUpright ? x + wide / 2 : x, isUpright ? y : y + deep / 2);
  context.lineTo(isUpright ? x + wide / 2 : x + wide, isUpright ? y + deep : y + deep / 2);
  context.stroke();
  context.setLineDash([]);
  if (!light.isDark) return;
  for (let along = 0; along < (isUpright ? deep : wide); along += across * 1.3) {
    const at = along + random.range(0, across);
    const glow = context.createRadialGradient(0, 0, 0, 0, 0, across * 0.7);
    glow.addColorStop(0, css(lch(0.9, 0.12, 75), 0.85));
    glow.addColorStop(0.2, css(lch(0.8, 0.13, 65), 0.35));
    glow.addColorStop(1, css(lch(0.8, 0.13, 65), 0));
    context.save();
    context.translate(isUpright ? x + wide * 0.06 : x + at, isUpright ? y + at : y + deep * 0.06);
    context.fillStyle = glow;
    context.fillRect(-across * 0.7, -across * 0.7, across * 1.4, across * 1.4);
    context.fillStyle = css(lch(0.96, 0.08, 85));
    context.beginPath();
    context.arc(0, 0, 4 * unit, 0, 7);
    context.fill();
    context.restore();
  }
}

function drawCrossing(stage: Stage, context: SKRSContext2D, left: number, y: number, wide: number): void {
  context.fillStyle = css(inLight(stage, WHITE), 0.85);
  const stripe = wide / 15;
  for (let k = 0; k < 7; k++) context.fillRect(left + stripe * (k * 2 + 1), y, stripe, stripe * 3.4);
}

/** A block is a park now and then, and else two or three buildings to a side. */
function drawBlock(stage: Stage, context: SKRSContext2D, x: number, y: number, side: number): void {
  const { random } = stage;
  if (random.chance(0.14)) {
    context.fillStyle = css(inLight(stage, isWhite(stage) ? [0.94, 0.96, 0.99] : lch(0.58, 0.1, 126)));
    context.fillRect(x, y, side, side);
    for (let k = 0; k < (stage.without("trees") ? 0 : 9); k++)
      drawCrown(stage, context, {
        x: x + side * random.range(0.14, 0.86),
        y: y + side * random.range(0.14, 0.86),
        radius: side * random.range(0.1, 0.15),
        isConifer: random.chance(0.3),
      });
    return;
  }
  const isOld = random.chance(0.5);
  const cuts = [0, ...(isOld ? [random.range(0.28, 0.4), random.range(0.6, 0.72)] : [random.range(0.4, 0.6)]), 1];
  for (const [row, top] of cuts.slice(0, -1).entries()) {
    for (const [column, left] of cuts.slice(0, -1).entries()) {
      const wide = ((cuts[column + 1] ?? 1) - left) * side;
      const deep = ((cuts[row + 1] ?? 1) - top) * side;
      const gap = side * 0.02;
      const tall = side * (isOld ? 0.1 : random.range(0.14, 0.34));
      drawRoof(
        stage,
        context,
        { x: x + left * side + gap, y: y + top * side + gap, wide: wide - gap * 2, deep: deep - gap * 2, tall },
        !isOld,
      );
    }
  }
}
