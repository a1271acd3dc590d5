import { colourOf } from "../../lexicon/colours";
import { svgDocument } from "../../lexicon/icons";
import { hairColourOf, type Looks, skinColourOf } from "../../lexicon/looks";
import type { Figure } from "../../lexicon/subjects";
import { lch, mixRgb, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
import { beardOf, crownOf, curls, headOf, longHair } from "./person-head";
import { darker, disc, gradient, INK, lighter, line, shape } from "./svg-parts";

const SKINS: readonly Rgb[] = [lch(0.84, 0.06, 58), lch(0.74, 0.08, 55), lch(0.6, 0.085, 50), lch(0.46, 0.07, 48)];
const HAIRS: readonly Rgb[] = [lch(0.22, 0.02, 40), lch(0.34, 0.06, 48), lch(0.66, 0.1, 78), lch(0.46, 0.11, 42)];
const GREY_HAIRS: readonly Rgb[] = [lch(0.88, 0.01, 90), lch(0.78, 0.01, 80)];
const TROUSERS: readonly Rgb[] = [lch(0.36, 0.05, 260), lch(0.42, 0.03, 70), lch(0.28, 0.02, 270), lch(0.55, 0.04, 80)];

type Point = readonly [x: number, y: number];
/** Shoulder, elbow and hand, or hip, knee and ankle. */
type Limb = readonly [Point, Point, Point];

/** How somebody stands. Lengths on a sheet of 48 × 96, the ground at 94; left and right as the viewer sees them. */
interface Pose {
  readonly leftArm: Limb;
  readonly rightArm: Limb;
  readonly leftLeg: Limb;
  readonly rightLeg: Limb;
  /** Which way the toes point. */
  readonly toes: readonly [left: number, right: number];
}

const STANDING: Pose = {
  leftArm: [
    [16.6, 24.6],
    [13.4, 37],
    [13.6, 48.6],
  ],
  rightArm: [
    [31.4, 24.6],
    [34.6, 37],
    [34.4, 48.6],
  ],
  leftLeg: [
    [20.6, 50],
    [19.6, 69],
    [19, 88.4],
  ],
  rightLeg: [
    [27.4, 50],
    [28.6, 69],
    [29.4, 88.4],
  ],
  toes: [-1, 1],
};

const WALKING: Pose = {
  leftArm: [
    [17, 24.6],
    [11.6, 35],
    [9.8, 46],
  ],
  rightArm: [
    [31, 24.6],
    [36.4, 35.6],
    [34, 46],
  ],
  leftLeg: [
    [21.4, 50],
    [17.4, 68],
    [12.6, 86.4],
  ],
  rightLeg: [
    [26.6, 50],
    [30.8, 68],
    [31.6, 88.6],
  ],
  toes: [-1, -1],
};

const HAND_ON_HIP: Pose = {
  ...STANDING,
  rightArm: [
    [31.4, 24.6],
    [39.4, 35],
    [30.6, 43.6],
  ],
  leftLeg: [
    [20.8, 50],
    [20.6, 69],
    [20.4, 88.6],
  ],
  rightLeg: [
    [27.2, 50],
    [31.4, 68],
    [31, 88],
  ],
};

const WAVING: Pose = {
  ...STANDING,
  leftArm: [
    [16.6, 24.8],
    [8.6, 20],
    [8.4, 8.4],
  ],
};

/** On a seat, seen from the front: the thighs come towards the viewer. */
const SITTING: Pose = {
  ...STANDING,
  leftArm: [
    [16.6, 24.6],
    [13.8, 37],
    [18.6, 47],
  ],
  rightArm: [
    [31.4, 24.6],
    [34.2, 37],
    [29.4, 47],
  ],
  leftLeg: [
    [20.8, 50],
    [18.4, 60],
    [18.6, 88.4],
  ],
  rightLeg: [
    [27.2, 50],
    [29.8, 60],
    [29.4, 88.4],
  ],
};

/** The right hand before the body, closed around something. */
const HOLDING: Pose = {
  ...STANDING,
  rightArm: [
    [31.4, 24.6],
    [37.4, 36],
    [40.4, 27.6],
  ],
};

/** Where that hand is, from the middle of the feet and up, as shares of the sheet's width and height. */
export const HAND = { right: 0.35, up: 0.71 } as const;

/** Drawn from, so the quiet ones stand here more often. */
const POSES = [STANDING, STANDING, WALKING, WALKING, HAND_ON_HIP, HAND_ON_HIP, WAVING] as const;

/** How a person differs from others of the same kind. */
export interface Bearing {
  readonly isOld?: boolean;
  readonly isSeated?: boolean;
  readonly isHolding?: boolean;
  /** Wears a dress, if a woman. */
  readonly isRobed?: boolean;
  /** Has a tail in place of legs. */
  readonly isTailed?: boolean;
  /** What the words say; the rest is drawn by chance. */
  readonly looks?: Looks;
}

/** A person from head to foot, seen from the front or from behind. `coat` is the colour of the main garment. */
export function personSvg(figure: Figure, coat: Rgb, random: Random, bearing: Bearing = {}): string {
  return svgDocument(personMarkup(figure, coat, random, bearing), 48, 96);
}

/** The same, as markup for a sheet of 48 × 96 inside another drawing. */
export function personMarkup(
  figure: Figure,
  coat: Rgb,
  random: Random,
  { isOld = false, isSeated = false, isHolding = false, isRobed = false, isTailed = false, looks = {} }: Bearing,
): string {
  const isChild = figure === "girl" || figure === "boy";
  const isFemale = figure === "woman" || figure === "girl";
  const drawn = random.pick(POSES);
  const hasFace = looks.beard !== undefined || looks.eyes !== undefined || looks.wears === "suit";
  const isFromBehind = drawn !== WAVING && random.chance(0.4) && !isSeated && !isHolding && !hasFace;
  const pose = isSeated ? SITTING : isHolding ? HOLDING : drawn;
  const drawnSkin = random.pick(SKINS);
  const skin = looks.skin === undefined ? drawnSkin : skinColourOf(looks.skin);
  const drawnHair = random.pick(isOld ? GREY_HAIRS : HAIRS);
  const hair = looks.hair === undefined ? drawnHair : hairColourOf(looks.hair);
  const isDressed = isFemale && (isRobed || random.chance(0.55));
  const isRobe = looks.wears === "robe";
  const hasDress = looks.wears === "dress" || isRobe || (isDressed && looks.wears === undefined && looks.legwear === undefined);
  const drawnTrousers = mixRgb(random.pick(TROUSERS), coat, 0.1);
  const cloth = looks.legs === undefined ? (looks.wears === "suit" ? darker(coat, 0.12) : drawnTrousers) : colourOf(looks.legs);
  const drawnShoes = lch(random.range(0.24, 0.4), 0.04, 45);
  const shoes = looks.shoes === undefined ? drawnShoes : colourOf(looks.shoes);
  const isBare = hasDress || looks.legwear === "skirt" || looks.legwear === "shorts";
  const legs = isBare ? skin : cloth;
  const cut = looks.cut ?? (isFemale ? "long" : "short");
  const width = isFemale ? 0.92 : 1;
  const body = [
    isTailed ? "" : leg(pose.leftLeg, legs, isBare, pose.toes[0], shoes),
    isTailed ? "" : leg(pose.rightLeg, darker(legs, 0.12), isBare, pose.toes[1], shoes),
    cut === "long" ? longHair(hair, isFromBehind, "back") : "",
    arm(pose.rightArm, darker(coat, 0.22), skin),
    neck(skin),
    looks.legwear === "shorts" && !hasDress ? shorts(pose, cloth) : "",
    looks.legwear === "skirt" && !hasDress ? skirt(cloth) : "",
    hasDress ? (isRobe ? robe(coat) : dress()) : looks.wears === "shirt" ? shirt(coat) : jacket(coat, isFromBehind, looks.wears === "suit"),
    arm(pose.leftArm, darker(coat, 0.1), skin),
  ].join("");
  const beard = looks.beard === undefined || looks.beard === "none" ? null : looks.beard === "own" ? hair : hairColourOf(looks.beard);
  const head = [
    headOf(skin, hair, isFromBehind, isFemale, looks),
    cut === "long" ? longHair(hair, isFromBehind, "front") : "",
    cut === "curly" ? curls(hair, isFromBehind) : "",
    cut === "bun" ? `${disc(24, 0.4, 3.4, hair)}${line("M21.6 -0.6Q24 -2.6 26.2 -1", lighter(hair, 0.3), 0.6, 0.8)}` : "",
    beard === null || isFromBehind ? "" : beardOf(beard, looks.isBeardLong === true),
    looks.isCrowned ? crownOf() : "",
    looks.earrings === undefined || isFromBehind
      ? ""
      : `${disc(18.3, 12.6, 0.9, colourOf(looks.earrings))}${disc(29.7, 12.6, 0.9, colourOf(looks.earrings))}`,
  ].join("");
  // A child has the head of a grown-up on a smaller body.
  const grown = `<g transform="translate(${24 * (1 - width)} 0) scale(${width} 1)">${body}</g>${head}`;
  const childlike = `<g transform="translate(5.3 20.7) scale(.78)">${body}</g><g transform="translate(0 18)">${head}</g>`;
  return `<defs>${gradient("Zcoat", "right", lighter(coat, 0.16), coat, darker(coat, 0.3))}</defs>${isChild ? childlike : grown}`;
}

/** A limb as a tapered shape with round joints. */
function tapered([from, middle, to]: Limb, widths: readonly [number, number, number], fill: Rgb): string {
  return `${bone(from, middle, widths[0], widths[1], fill)}${bone(middle, to, widths[1], widths[2], fill)}`;
}

function bone([x0, y0]: Point, [x1, y1]: Point, wide: number, narrow: number, fill: Rgb): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const nx = -(y1 - y0) / length / 2;
  const ny = (x1 - x0) / length / 2;
  const at = (value: number) => value.toFixed(2);
  return `${shape(`M${at(x0 + nx * wide)} ${at(y0 + ny * wide)}L${at(x1 + nx * narrow)} ${at(y1 + ny * narrow)}L${at(x1 - nx * narrow)} ${at(y1 - ny * narrow)}L${at(x0 - nx * wide)} ${at(y0 - ny * wide)}Z`, fill)}${disc(x0, y0, wide / 2, fill)}${disc(x1, y1, narrow / 2, fill)}`;
}

function leg(limb: Limb, cloth: Rgb, isBare: boolean, toe: number, shoes: Rgb): string {
  const [, , [x, y]] = limb;
  const foot = `M${x - 2.4} ${y - 0.6}H${x + 2.4}L${x + 2.8 + (toe > 0 ? 3 : 0)} ${y + 4.2}Q${x + 3 + (toe > 0 ? 3 : 0)} ${y + 5.6} ${x + 1.4} ${y + 5.6}H${x - 1.4}Q${x - 3 - (toe < 0 ? 3 : 0)} ${y + 5.6} ${x - 2.8 - (toe < 0 ? 3 : 0)} ${y + 4.2}Z`;
  return `${tapered(limb, isBare ? [5.4, 4.4, 3] : [8.2, 6.4, 5.2], cloth)}${shape(foot, shoes)}`;
}

function arm(limb: Limb, sleeve: Rgb, skin: Rgb): string {
  const [, [elbowX, elbowY], [x, y]] = limb;
  const forearm = Math.hypot(x - elbowX, y - elbowY);
  const hand = disc(
    Number((x + ((x - elbowX) / forearm) * 2.4).toFixed(2)),
    Number((y + ((y - elbowY) / forearm) * 2.4).toFixed(2)),
    2.2,
    skin,
  );
  return `${hand}${tapered(limb, [6, 4.8, 4], sleeve)}`;
}

function neck(skin: Rgb): string {
  return shape("M21.4 13H26.6V21.4Q24 23 21.4 21.4Z", darker(skin, 0.16));
}

/** A skirt to the knee, worn under a jacket or a shirt. */
function skirt(cloth: Rgb): string {
  return `${shape("M16 48C14.6 56 13 64 12 71Q24 75 36 71C35 64 33.4 56 32 48Z", cloth)}${line("M20 54L17.6 72M24.6 54V73M29 54L31 72", darker(cloth, 0.4), 0.5, 0.6)}`;
}

function shorts({ leftLeg, rightLeg }: Pose, cloth: Rgb): string {
  const half = ([hip, knee]: Limb): Limb => [hip, [hip[0] + (knee[0] - hip[0]) * 0.5, hip[1] + (knee[1] - hip[1]) * 0.5], knee];
  return [leftLeg, rightLeg]
    .map(half)
    .map(([hip, middle]) => bone(hip, middle, 9, 9, cloth))
    .join("");
}

/** A robe to the ankles. */
function robe(coat: Rgb): string {
  return `${shape("M15 24.4C16.4 21.6 20 20.4 21.6 19.8Q24 23 26.4 19.8C28 20.4 31.6 21.6 33 24.4L32 42L37.6 88C31 91 17 91 10.4 88L16 42Z", "Zcoat")}${line("M21.4 20L25.6 30L25 90M26.6 20L24.4 28", darker(coat, 0.45), 0.8, 0.8)}${shape("M15.8 39H32.2V43.4H15.8Z", darker(coat, 0.4))}`;
}

/** A shirt or a jumper: closed before, over the trousers. */
function shirt(coat: Rgb): string {
  return `${shape("M14.6 24.4C16 21.6 20 20.4 21.4 19.6Q24 23.6 26.6 19.6C28 20.4 32 21.6 33.4 24.4L32 38L32.2 52C28 54 20 54 15.8 52L16 38Z", "Zcoat")}${line("M20.6 20.4Q24 25.4 27.4 20.4M16 49.6C20 51.6 28 51.6 32 49.6", darker(coat, 0.4), 0.7, 0.8)}`;
}

function jacket(coat: Rgb, isFromBehind: boolean, isSuit: boolean): string {
  const seam = darker(coat, 0.42);
  const front = isSuit
    ? `${shape("M20.6 19.8L24 33L27.4 19.8Q24 22.4 20.6 19.8Z", [0.96, 0.96, 0.97])}${shape("M23.2 22.4H24.8L25.6 30.6L24 33.4L22.4 30.6Z", mixRgb(coat, [0.6, 0.1, 0.12], 0.6))}${line("M20.4 20L24 33.4L27.6 20M24 33.4V55", seam, 0.8, 0.9)}`
    : "";
  return [
    shape(
      "M14.6 24.4C16 21.6 20 20.4 21.4 19.6Q24 22 26.6 19.6C28 20.4 32 21.6 33.4 24.4L32.4 38L33 54C28 56.4 20 56.4 15 54L15.6 38Z",
      "Zcoat",
    ),
    isFromBehind
      ? line("M24 23V54M17 29.6Q24 31.4 31 29.6", seam, 0.6, 0.6)
      : front !== ""
        ? front
        : `${shape("M21.4 19.6L24 27L26.6 19.6Q24 22 21.4 19.6Z", lighter(coat, 0.62))}${line("M24 27V55", seam, 0.7, 0.8)}${line("M18 45H21.4M26.6 45H30", seam, 0.8, 0.7)}`,
    line("M15.4 52.6C20 54.8 28 54.8 32.6 52.6", seam, 0.6, 0.6),
  ].join("");
}

function dress(): string {
  return `${shape("M15.6 24.4C17 21.6 20 20.6 21.6 20Q24 24.4 26.4 20C28 20.6 31 21.6 32.4 24.4L30 39L37 70C30 74 18 74 11 70L18 39Z", "Zcoat")}${line("M18 39.6Q24 41.6 30 39.6", INK, 0.9, 0.4)}${line("M20 44L16.6 70M25 44L25.6 72M28.4 44L32 70.4", INK, 0.5, 0.22)}`;
}
