import type { SKRSContext2D } from "@napi-rs/canvas";
import { css, lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import type { Stage } from "../stage";
import { leafHue } from "../vegetation";
import { inLight, isWhite, shadowOf, throwShadow } from "./overhead";

export interface Crown {
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly radius: number;
  readonly isConifer: boolean;
}

/** The top of a tree: tufts of leaf that lighten towards the sun, or the star of a fir. */
export function drawCrown(stage: Stage, context: SKRSContext2D, crown: Crown): void {
  const { random } = stage;
  const { x, y, radius, isConifer } = crown;
  const isSnowy = isWhite(stage);
  const green = isConifer
    ? lch(random.range(0.34, 0.44), 0.07, random.range(140, 162))
    : lch(random.range(0.46, 0.58), 0.105, leafHue(stage) + random.range(-14, 14));
  const leaf = inLight(stage, isSnowy ? mixRgb(green, WHITE, isConifer ? 0.35 : 0.6) : green);
  throwShadow(stage, context, radius * 0.8, () => {
    context.beginPath();
    context.arc(x, y, radius * 0.96, 0, 7);
    context.fill();
  });
  if (isConifer) drawStar(stage, context, crown, leaf, isSnowy);
  else drawTufts(stage, context, crown, leaf);
}

function drawTufts(stage: Stage, context: SKRSContext2D, { x, y, radius }: Crown, leaf: Rgb): void {
  const { random, light } = stage;
  const [awayX, awayY] = shadowOf(stage);
  const dark = mixRgb(leaf, [0.04, 0.06, 0.08], 0.4);
  const bright = mixRgb(leaf, light.sun, light.isDark ? 0.12 : 0.38);
  for (const [tone, share, shift, count] of [
    [dark, 1, 0.04, 9],
    [leaf, 0.8, -0.14, 8],
    [bright, 0.5, -0.34, 6],
  ] as const) {
    context.fillStyle = css(tone);
    for (let k = 0; k < count; k++) {
      const angle = (k / count) * Math.PI * 2 + random.next();
      const reach = radius * share * random.range(0.45, 0.68);
      context.beginPath();
      context.arc(
        x + Math.cos(angle) * reach + awayX * shift * radius,
        y + Math.sin(angle) * reach + awayY * shift * radius,
        radius * share * random.range(0.3, 0.44),
        0,
        7,
      );
      context.fill();
    }
    context.beginPath();
    context.arc(x + awayX * shift * radius, y + awayY * shift * radius, radius * share * 0.6, 0, 7);
    context.fill();
  }
}

/** Three wheels of boughs, each smaller and lighter than the one below. */
function drawStar(stage: Stage, context: SKRSContext2D, { x, y, radius }: Crown, leaf: Rgb, isSnowy: boolean): void {
  const { random, light } = stage;
  const tip = isSnowy ? WHITE : light.sun;
  for (let wheel = 0; wheel < 3; wheel++) {
    const reach = radius * (1.08 - wheel * 0.34);
    const turn = random.next() * 6;
    const points = 11 - wheel * 2;
    context.fillStyle = css(
      mixRgb(mixRgb(leaf, [0.03, 0.05, 0.08], 0.36 - wheel * 0.18), inLight(stage, tip), wheel * (isSnowy ? 0.26 : 0.13)),
    );
    context.beginPath();
    for (let k = 0; k <= points * 2; k++) {
      const angle = turn + (k / points) * Math.PI;
      const out = reach * (k % 2 === 0 ? random.range(0.9, 1.06) : 0.62);
      context.lineTo(x + Math.cos(angle) * out, y + Math.sin(angle) * out);
    }
    context.closePath();
    context.fill();
  }
}

/** Trees on a loose grid wherever `isWooded`, given in pixels; later ones overlap earlier. */
export function scatterCrowns(stage: Stage, spacing: number, share: number, isWooded: (x: number, y: number) => boolean): void {
  if (stage.without("trees")) return;
  const { width, height, random, spec } = stage;
  const isLeafy = spec.season === "autumn" || spec.season === "spring" || spec.woods === "birch";
  stage.layer(
    (context) => {
      for (let row = -1; row * spacing < height + spacing; row++) {
        for (let column = -1; column * spacing < width + spacing; column++) {
          const x = (column + (row % 2) * 0.5 + random.range(-0.32, 0.32)) * spacing;
          const y = (row + random.range(-0.32, 0.32)) * spacing * 0.86;
          const isConifer = random.chance(isLeafy ? 0.12 : spec.places[0] === "meadow" ? 0.2 : 0.6);
          const radius = spacing * random.range(0.44, 0.72) * (isConifer ? 0.86 : 1);
          if (random.chance(share) && isWooded(x, y)) drawCrown(stage, context, { x, y, radius, isConifer });
        }
      }
    },
    0.3,
    2,
  );
}
