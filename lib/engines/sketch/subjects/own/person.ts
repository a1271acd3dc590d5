import { colourOf } from "../../lexicon/colours";
import { svgDocument } from "../../lexicon/icons";
import { hairColourOf, type Looks, skinColourOf } from "../../lexicon/looks";
import type { Figure } from "../../lexicon/subjects";
import { hex, lch, mixRgb, type Rgb } from "../../raster/colour";
import type { Random } from "../../raster/random";
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

/** Tight curls around the head. */
function curls(hair: Rgb, isFromBehind: boolean): string {
  const around = Array.from({ length: 13 }, (_, k) => {
    const angle = Math.PI * (1.06 + 0.88 * (k / 12));
    return disc(
      Number((24 + Math.cos(angle) * 6.8).toFixed(2)),
      Number((8 + Math.sin(angle) * 6.6).toFixed(2)),
      2.5,
      k % 2 === 0 ? hair : darker(hair, 0.14),
    );
  });
  const sides = [10.4, 12.8].flatMap((y) => [disc(17.6, y, 2.1, hair), disc(30.4, y, 2.1, darker(hair, 0.14))]);
  return `${sides.join("")}${around.join("")}${isFromBehind ? disc(24, 10, 6.4, hair) : ""}`;
}

function crownOf(): string {
  const gold = lch(0.82, 0.14, 88);
  return `${shape("M17.8 4.6L16.6 -4.4L20.4 -1L24 -6.2L27.6 -1L31.4 -4.4L30.2 4.6Q24 2.4 17.8 4.6Z", gold)}${line("M18 3.6Q24 1.6 30 3.6", darker(gold, 0.35), 0.8)}${disc(24, 0, 0.9, lch(0.52, 0.2, 25))}${disc(20.4, 1, 0.7, lch(0.5, 0.14, 250))}${disc(27.6, 1, 0.7, lch(0.5, 0.14, 250))}`;
}

function beardOf(hair: Rgb, isLong: boolean): string {
  const fall = isLong ? shape("M18.8 13C18.8 22 21 30 24 33C27 30 29.2 22 29.2 13Z", hair) : "";
  return `${fall}${shape("M18.6 10.6C18.6 15.6 20 20.4 24 21C28 20.4 29.4 15.6 29.4 10.6C28.4 13 26.6 12.6 24 12.6C21.4 12.6 19.6 13 18.6 10.6Z", hair)}${line("M22.6 14.3Q24 14.9 25.4 14.3", darker(hair, 0.5), 0.6)}${line("M21.4 15.6L22.4 19.4M24 16V20M26.6 15.6L25.8 19.2", darker(hair, 0.25), 0.4, 0.7)}`;
}

function headOf(skin: Rgb, hair: Rgb, isFromBehind: boolean, isFemale: boolean, { cut, eyes }: Looks): string {
  const shine = lighter(hair, 0.25);
  const iris = eyes === undefined ? "#251c1e" : hex(darker(colourOf(eyes), 0.2));
  if (isFromBehind)
    return `${disc(18.6, 10, 1.1, skin)}${disc(29.4, 10, 1.1, skin)}${shape("M18.2 9.6C17.8 4.6 20.4 2 24 2C27.6 2 30.2 4.6 29.8 9.6C29.6 14 27.6 17 24 17C20.4 17 18.4 14 18.2 9.6Z", cut === "none" ? skin : hair)}${line("M20.6 5.6Q23.6 3.4 27 5", shine, 0.7, 0.8)}`;
  const face = [
    disc(18.5, 10.2, 1.1, darker(skin, 0.1)),
    disc(29.5, 10.2, 1.1, darker(skin, 0.1)),
    shape("M18.6 8C18.6 3.6 21 2.4 24 2.4C27 2.4 29.4 3.6 29.4 8C29.4 13.6 26.8 17 24 17C21.2 17 18.6 13.6 18.6 8Z", skin),
    shape("M24 3C27.4 3 29.4 4 29.4 8C29.4 13.6 26.8 17 24 17C26.4 14 27 8 24 3Z", darker(skin, 0.12), 0.6),
    `<ellipse cx="21.7" cy="9.6" rx=".7" ry=".85" fill="${iris}"/><ellipse cx="26.3" cy="9.6" rx=".7" ry=".85" fill="${iris}"/>`,
    line("M20.5 7.9Q21.7 7.3 22.9 7.8M25.1 7.8Q26.3 7.3 27.5 7.9", darker(hair, 0.2), 0.6),
    line("M24 9.8L23.5 11.8H24.3", darker(skin, 0.35), 0.45),
    line("M22.4 13.8Q24 14.8 25.6 13.8", lch(0.5, 0.12, 22), 0.75),
  ].join("");
  const cap = isFemale
    ? "M18 9.4C17 3.4 20 1 24 1C28 1 31 3.4 30 9.4C29 6.4 27.6 5 25.4 4.6C23 6.4 20 6.6 18 9.4Z"
    : "M18.1 8.6C17.4 3.4 20 1.2 24 1.2C28 1.2 30.6 3.4 29.9 8.6L29 7C28.6 5.2 27 4.6 24 4.8C21 4.6 19.6 5.4 19 7Z";
  if (cut === "none") return `${face}${line("M20.8 4.6Q23 2.9 25.6 3.3", lighter(skin, 0.5), 0.9, 0.8)}`;
  return `${face}${shape(cap, hair)}${line("M20.4 3.8Q23 1.9 26.6 2.7", shine, 0.6, 0.8)}`;
}

/** Hair to the shoulders: from behind it covers the neck, from the front it frames the face. */
function longHair(hair: Rgb, isFromBehind: boolean, layer: "back" | "front"): string {
  if (layer === "back")
    return isFromBehind ? "" : shape("M17.6 8C16.4 14 16.2 20 17.6 25.4H30.4C31.8 20 31.6 14 30.4 8Z", darker(hair, 0.2));
  return isFromBehind
    ? `${shape("M18 8C16.6 14 16.4 20 17.6 26.4Q24 29 30.4 26.4C31.6 20 31.4 14 30 8Z", hair)}${line("M20.6 10C20 16 20 21 20.6 26M24 9V27M27.4 10C28 16 28 21 27.4 26", darker(hair, 0.35), 0.5, 0.5)}`
    : `${shape("M18.2 7.4C16.8 12 16.6 18 17.6 22.6C19.4 19 19 12 19.2 8Z", hair)}${shape("M29.8 7.4C31.2 12 31.4 18 30.4 22.6C28.6 19 29 12 28.8 8Z", hair)}`;
}
