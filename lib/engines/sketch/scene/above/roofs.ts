import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import type { Stage } from "../stage";
import { inLight, isWhite, throwShadow } from "./overhead";

export interface Roof {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly deep: number;
  /** Pixels; the longer its shadow. */
  readonly tall: number;
}

/** A building from above: tiles falling to both sides of a ridge, or a flat roof with what stands on it. */
export function drawRoof(stage: Stage, context: SKRSContext2D, roof: Roof, isFlat: boolean): void {
  throwShadow(stage, context, roof.tall, () => context.fillRect(roof.x, roof.y, roof.wide, roof.deep));
  if (isFlat) drawFlat(stage, context, roof, isWhite(stage));
  else drawGabled(stage, context, roof, isWhite(stage));
}

function drawGabled(stage: Stage, context: SKRSContext2D, { x, y, wide, deep }: Roof, isSnowy: boolean): void {
  const { random, colours, unit } = stage;
  const tiles = colours.length > 0 ? random.pick(colours) : lch(random.range(0.46, 0.6), random.range(0.05, 0.12), random.range(28, 50));
  const tone = inLight(stage, isSnowy ? mixRgb(tiles, WHITE, 0.86) : tiles);
  const lit = mixRgb(tone, inLight(stage, WHITE), 0.16);
  const shade = mixRgb(tone, [0.08, 0.06, 0.14], isSnowy ? 0.18 : 0.28);
  const isAcross = wide >= deep;
  context.fillStyle = css(lit);
  context.fillRect(x, y, wide, deep);
  context.fillStyle = css(shade);
  if (isAcross) context.fillRect(x, y + deep / 2, wide, deep / 2);
  else context.fillRect(x + wide / 2, y, wide / 2, deep);
  context.strokeStyle = css(mixRgb(shade, [0, 0, 0], 0.2), 0.5);
  context.lineWidth = Math.max(0.6, 1.1 * unit);
  const rows = 4;
  for (let k = 1; k < rows * 2; k++) {
    const at = k / (rows * 2);
    context.beginPath();
    context.moveTo(isAcross ? x : x + wide * at, isAcross ? y + deep * at : y);
    context.lineTo(isAcross ? x + wide : x + wide * at, isAcross ? y + deep * at : y + deep);
    context.stroke();
  }
  context.fillStyle = css(inLight(stage, lch(0.45, 0.05, 40)));
  const chimney = Math.min(wide, deep) * 0.14;
  context.fillRect(x + wide * random.range(0.2, 0.7), y + deep * random.range(0.2, 0.4), chimney, chimney);
}

function drawFlat(stage: Stage, context: SKRSContext2D, { x, y, wide, deep }: Roof, isSnowy: boolean): void {
  const { random, colours, light, unit } = stage;
  const felt: Rgb =
    colours.length > 0 && random.chance(0.6) ? random.pick(colours) : lch(random.range(0.5, 0.8), 0.025, random.range(40, 260));
  const tone = inLight(stage, isSnowy ? mixRgb(felt, WHITE, 0.82) : felt);
  const edge = Math.max(1.5, 3 * unit);
  context.fillStyle = css(mixRgb(tone, inLight(stage, WHITE), 0.4));
  context.fillRect(x, y, wide, deep);
  context.fillStyle = css(tone);
  context.fillRect(x + edge, y + edge, wide - edge * 2, deep - edge * 2);
  for (let k = random.integer(1, 4); k > 0; k--) {
    const box = Math.min(wide, deep) * random.range(0.1, 0.26);
    const left = x + edge + random.next() * (wide - box - edge * 2);
    const top = y + edge + random.next() * (deep - box - edge * 2);
    throwShadow(stage, context, box * 0.4, () => context.fillRect(left, top, box, box));
    const isLit = light.isDark && random.chance(0.5);
    context.fillStyle = css(
      isLit ? lch(0.88, 0.13, random.range(60, 90)) : mixRgb(tone, random.chance(0.5) ? WHITE : [0.1, 0.12, 0.18], 0.4),
    );
    context.fillRect(left, top, box, box * random.range(0.7, 1));
  }
}
