import { css, lch, mixRgb, type Rgb, WHITE } from "../../raster/colour";
import { clamp, mix, smooth } from "../../raster/maths";
import { backdropColours, paintWindowLight } from "../places/studio";
import { ID, type Stage } from "../stage";

/** A table seen from above: boards of wood, or stone, or linen. */
export function paintTableTop(stage: Stage): void {
  const { random } = stage;
  const named = stage.colours[0];
  const surface = random.pick(["wood", "linen", "stone"] as const);
  if (surface === "wood") paintBoards(stage, named ?? lch(random.range(0.44, 0.7), random.range(0.05, 0.085), random.range(45, 75)), 0.15);
  else
    paintEven(
      stage,
      named ?? (surface === "linen" ? lch(random.range(0.82, 0.92), 0.02, 80) : lch(random.range(0.34, 0.8), 0.012, 250)),
      surface,
    );
  if (!stage.without("shadow") && random.chance(0.4)) paintWindowLight(stage);
}

/** Coloured paper from above; a second named colour is a second sheet laid across the first. */
export function paintPaper(stage: Stage): void {
  const [base] = backdropColours(stage);
  paintEven(stage, base, "paper");
  const second = stage.colours[1];
  if (second === undefined) return;
  const { width, height, random } = stage;
  const slant = random.range(-0.35, 0.35);
  const across = random.range(0.42, 0.58);
  for (let y = 0; y < height; y++) {
    const edge = (across + (y / height - 0.5) * slant) * width;
    for (let x = Math.max(0, Math.floor(edge - 0.02 * width)); x < width; x++) {
      const over = smooth(-1, 1, x - edge);
      stage.blend(y * width + x, 0.05, 0.04, 0.08, 0.25 * (1 - over) * smooth(-0.02 * width, 0, x - edge));
      stage.blend(y * width + x, ...second, over);
    }
  }
}

/** The floor of a room with a rug, looked down on. */
export function paintRoomFloor(stage: Stage): void {
  const { width, height, random } = stage;
  const hue = random.range(0, 360);
  paintBoards(stage, lch(random.range(0.42, 0.6), 0.07, random.range(48, 68)), 0.09);
  const rug = stage.colours[0] ?? lch(random.range(0.45, 0.64), 0.1, hue);
  const isRound = random.chance(0.5);
  stage.layer(
    (context) => {
      const reach = Math.min(width, height) * random.range(0.38, 0.45);
      for (const [share, light] of [
        [1, 0],
        [0.9, 0.4],
        [0.84, 0],
        [0.5, 0.25],
      ] as const) {
        context.fillStyle = css(mixRgb(mixRgb(rug, stage.light.ambient, 0.12), WHITE, light));
        context.beginPath();
        if (isRound) context.arc(width / 2, height / 2, reach * share, 0, 7);
        else context.rect(width / 2 - reach * share * 1.15, height / 2 - reach * share * 0.82, reach * share * 2.3, reach * share * 1.64);
        context.fill();
      }
    },
    0.34,
    10,
  );
  if (!stage.without("shadow")) paintWindowLight(stage);
}

function paintBoards(stage: Stage, wood: Rgb, plank: number): void {
  const { width, height, noise, light } = stage;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across = x / height;
      const along = y / height;
      const board = Math.floor(across / plank);
      const toSeam = Math.abs(across / plank - board - 0.5);
      const grain =
        (noise.fbm(across * 26 + board * 9, along * 2.4 + board * 5, 4) - 0.5) * 0.26 + (noise.value(board * 3.7, 2) - 0.5) * 0.14;
      const shade = (0.88 + grain) * (1 - 0.3 * smooth(0.475, 0.495, toSeam)) * mix(0.75, 1, light.strength);
      stage.set(y * width + x, clamp(wood[0] * shade), clamp(wood[1] * shade), clamp(wood[2] * shade));
      stage.ids[y * width + x] = ID.GROUND;
    }
  }
}

/** One tone with the grain of its stuff, lighter where the light comes from. */
function paintEven(stage: Stage, base: Rgb, stuff: "paper" | "linen" | "stone"): void {
  const { width, height, noise, secondNoise } = stage;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const glow = Math.exp(-(((x - stage.sunX) / width) ** 2 * 1.6 + (y / height) ** 2 * 1.4));
      const u = x / height;
      const v = y / height;
      const grain =
        stuff === "linen"
          ? (noise.value(u * 160, v * 40) + noise.value(u * 40, v * 160) - 1) * 0.07 + (secondNoise.fbm(u * 3, v * 3, 3) - 0.5) * 0.1
          : stuff === "stone"
            ? (noise.fbm(u * 5, v * 5, 5) - 0.5) * 0.14 +
              smooth(0.84, 0.97, secondNoise.ridge(u * 2.2 + noise.value(u * 3, v * 3) * 0.6, v * 2.2, 4)) * 0.16
            : (noise.fbm(u * 2, v * 2, 3) - 0.5) * 0.03;
      const shade = 0.82 + 0.2 * glow + grain;
      stage.set(y * width + x, clamp(base[0] * shade), clamp(base[1] * shade), clamp(base[2] * shade));
    }
  }
}
