import { colourOf } from "../lexicon/colours";
import { iconSvg } from "../lexicon/icons";
import type { Subject } from "../parse/scene-spec";
import { lch, type Rgb } from "../raster/colour";
import { clamp, mix } from "../raster/maths";
import { u8 } from "../raster/sample";
import { cliffTopOf } from "../scene/places/sea";
import { paintPodium } from "../scene/places/studio";
import { ID, type Stage } from "../scene/stage";
import { bodyOf } from "./bodies";
import { castShadow, compositeSprite, mirrorSprite } from "./composite";
import { latheHeight, turnOnLathe } from "./lathe";
import { personSvg } from "./own/person";
import { type Commissioned, LAMP } from "./own/svg-parts";
import { mirrored, type Sprite, spriteFromSvg } from "./sprite";
import { tinted } from "./tint";
import { unpolished } from "./unpolished";

/** Things that hang in the air where the scene has air (or water, or nothing) around them. */
const FLIES_ANYWHERE = /^branch$|balloon|kite|saucer|airplane|helicopter|butterfly|rocket|honeybee|parachute|comet|dove|eagle/;
const FLOATS_WHERE_FREE =
  /^bird$|owl|parrot|bat$|dragon$|crescent|fish|whale|octopus|turtle|dolphin|jelly|shark|squid|astronaut|planet|ringed|satellite|mermaid|alien/;
const LARGE_BUILDING = /house|hut|castle|tent|church|tower|temple|statue|hotel|school|factory|building|tree|cactus|ferris/;
const WATERCRAFT = /sailboat|ship|speedboat|canoe|ferry|motor-boat/;
/** How large things are beside each other; a person is 1. The first pattern that fits counts. */
const STATURES: readonly (readonly [pattern: RegExp, stature: number])[] = [
  [/butterfly|bee$|^ant$|lady|cherries|strawberry|egg$|^ring$|^key$|candy|cookie/, 0.3],
  [
    /mushroom|snail|mouse|lemon|tangerine|apple|pear|peach|croissant|doughnut|beverage|teacup|tulip|rose|flower|^bird$|frog|hamster|dove/,
    0.42,
  ],
  [/^cat|rabbit|owl|duck|rooster|chipmunk|hedgehog|penguin|book|light-bulb|teapot|cake|pizza|bread|camera|fish/, 0.52],
  [/dog|fox|wolf|goat|^pig|ewe|^ram$|koala|raccoon|swan|turtle|peacock|flamingo|monkey|eagle/, 0.66],
  [/chair|bench|^wall$|guitar|bicycle|scooter|^robot$|bear|panda|lion|tiger|leopard|gorilla|snowman|kangaroo/, 0.9],
  [/deer|horse|cow|^ox$|buffalo|zebra|unicorn|camel|couch|^bed$|motorcycle|moose|bison/, 1.15],
  [/automobile|taxi|truck|^bus$|tractor|canoe|locomotive|tram|elephant|giraffe|mammoth|sauropod|t-rex|dragon$/, 1.4],
  [/house|^hut$|waterfall|iceberg|castle|church|tree|whale|ship|sailboat|rocket|airplane|ferris|tower|hotel|hot-air-balloon|tent/, 1.7],
];

function statureOf(subject: Subject): number {
  if (subject.shape.kind === "figure") return subject.shape.figure === "girl" || subject.shape.figure === "boy" ? 0.75 : 1;
  if (subject.shape.kind === "lathe") return subject.shape.shape === "lighthouse" ? 1.7 : 0.6;
  const { icon } = subject.shape;
  return STATURES.find(([pattern]) => pattern.test(icon))?.[1] ?? 0.8;
}

/** Size of one kind against the largest of the picture; softened, so that the small one still reads. */
function statureAmong(subject: Subject, all: readonly Subject[]): number {
  const largest = Math.max(...all.map(statureOf));
  return 1.12 * (statureOf(subject) / largest) ** 0.75;
}

/** One thing to paint, with its place: x of its middle and y of its foot, in pixels. */
interface Placement {
  readonly subject: Subject;
  readonly order: number;
  readonly isFloating: boolean;
  size: number;
  x: number;
  baseY: number;
  /** Painted after this one even though its foot is higher. */
  standsOn: Placement | null;
  /** In somebody's hand: neither on the ground nor in the water. */
  isHeld: boolean;
  /** On the far shore of a water. */
  isAshore: boolean;
  /** Sits on what it stands before. */
  isSeated: boolean;
}

/** Paints the subjects of the scene, farthest first. */
export function paintSubjects(stage: Stage): void {
  const placements = arrange(stage);
  for (const [index, placement] of placements.entries()) paintOne(stage, placement, index);
}

function iconName(subject: Subject): string {
  return subject.shape.kind === "icon" ? subject.shape.icon : "";
}

function arrange(stage: Stage): readonly Placement[] {
  const { spec, width, height, random, framing, floor } = stage;
  const place = spec.places[0] ?? "abstract";
  const isStill = place === "studio" || place === "table";
  const units = spec.subjects.flatMap((subject) => Array.from({ length: Math.min(7, subject.count) }, (_, order) => ({ subject, order })));
  const count = units.length;
  const base = count === 1 ? 0.5 : count === 2 ? 0.42 : count === 3 ? 0.35 : count <= 5 ? 0.29 : 0.23;
  const kinds = spec.subjects.length;
  // On a table or in a studio the thing is the picture: it never shrinks to a speck and never leaves the frame.
  const scale = isStill ? mix(1, framing.subjectScale, 0.5) : framing.subjectScale;
  const spread = count === 1 ? 0 : clamp(0.66 * mix(0.75, 1, Math.min(1, framing.subjectScale)), 0.4, 0.72);
  const placements = units.map(({ subject, order }, k): Placement => {
    const icon = iconName(subject);
    const isFloating = isFloatingThing(subject, place);
    const building = !isStill && LARGE_BUILDING.test(icon) ? (place === "city" ? 0.6 : 0.78) : 1;
    const distanceScale = place === "mountains" || place === "desert" ? 0.78 : place === "city" ? 0.6 : 1;
    const stature = kinds > 1 ? statureAmong(subject, spec.subjects) : 1;
    const followers = order > 0 ? random.range(0.72, 0.98) : 1;
    const size = base * building * distanceScale * stature * scale * Math.min(width, height) * random.range(0.94, 1.06) * followers;
    const slot = count === 1 ? 0 : (k + 0.5) / count - 0.5;
    const centre = count === 1 ? framing.subjectX : mix(0.5, framing.subjectX, count === 2 ? 0.45 : 0.25);
    const x = (centre + slot * spread + (count > 1 ? random.range(-0.025, 0.025) : 0)) * width;
    const baseY = isFloating
      ? height *
        clamp(
          random.range(0.36, 0.6) +
            framing.groundShift +
            (size / height) * 0.4 +
            slot * (framing.isDiagonal ? 0.35 : random.range(-0.22, 0.22)),
          0.3,
          0.95,
        )
      : floor.groundY +
        (isStill || count === 1 ? 0 : random.range(-0.04, 0.03) * height) +
        (framing.isDiagonal && !isStill && count > 1 ? slot * (height - floor.farY) * -0.32 : 0);
    if (spec.camera === "close" && count === 1 && !isStill && !isFloating) return cropped(stage, subject, size, x, baseY);
    return { subject, order, isFloating, size, x, baseY, standsOn: null, isHeld: false, isAshore: false, isSeated: false };
  });
  applyRelations(stage, placements);
  holdThings(placements);
  if (floor.isWater) for (const placement of placements) settleAshore(stage, placement);
  for (const placement of placements)
    if (!isStill && !placement.isFloating && !placement.isHeld && !placement.isAshore) scaleByDepth(stage, placement);
  const paintedAt = (placement: Placement): number => (placement.standsOn === null ? placement.baseY : placement.standsOn.baseY + 1);
  return [...placements].sort((a, b) => paintedAt(a) - paintedAt(b));
}

/** Near by, how much of a thing is cut off below is up to the seed. */
function cropped(stage: Stage, subject: Subject, size: number, x: number, baseY: number): Placement {
  const below = stage.random.range(0.05, 0.5);
  return {
    subject,
    order: 0,
    isFloating: false,
    size: size * (1 + below * 0.6),
    x,
    baseY: baseY + size * below,
    standsOn: null,
    isHeld: false,
    isAshore: false,
    isSeated: false,
  };
}

function isFloatingThing(subject: Subject, place: string): boolean {
  const icon = iconName(subject);
  if (place === "studio" || place === "table" || place === "interior")
    return FLIES_ANYWHERE.test(icon) && /balloon|butterfly/.test(icon) && place !== "studio";
  if (FLIES_ANYWHERE.test(icon)) return true;
  const isOnWater = place === "sea" || place === "lake" || place === "city";
  if (place === "space" || place === "underwater") return !/coral|shell|crab|lobster/.test(icon);
  return !isOnWater && /fish|whale|octopus|dolphin|jelly|shark|planet|ringed|satellite|^bird$|dragon$/.test(icon)
    ? true
    : !isOnWater && FLOATS_WHERE_FREE.test(icon) && /bat$|alien|crescent/.test(icon);
}

/** What stands farther back is smaller. */
function scaleByDepth(stage: Stage, placement: Placement): void {
  const { floor, height } = stage;
  const nearness = clamp((placement.baseY - floor.farY) / Math.max(1, height - floor.farY));
  placement.size *= mix(0.72, 1.1, nearness);
}

/** "A behind B": the relation is written on the later of the two and says where the earlier one is. */
function applyRelations(stage: Stage, placements: readonly Placement[]): void {
  for (const placement of placements) {
    const { relation } = placement.subject;
    if (relation === null || placement.order > 0) continue;
    const anchor = stage.spec.subjects[relation.to];
    const others = placements.filter((other) => other.subject === anchor);
    const depth = (stage.height - stage.floor.farY) * 0.22;
    const reach = (placement.size + (others[0]?.size ?? 0)) * 0.52;
    for (const other of others) {
      switch (relation.kind) {
        case "left-of":
          other.x = placement.x - reach;
          break;
        case "right-of":
          other.x = placement.x + reach;
          break;
        case "behind":
          other.baseY = placement.baseY - depth;
          other.x = placement.x + (other.x < placement.x ? -0.56 : 0.56) * reach;
          break;
        case "in-front-of":
          placement.size *= 1.25;
          placement.baseY -= depth;
          break;
        case "on":
          other.x = placement.x + ((other.order + 0.5) / others.length - 0.5) * placement.size * 0.9;
          if (iconName(placement.subject) === "bench" && other.subject.shape.kind === "figure") {
            sitDown(other, placement);
            break;
          }
          other.baseY = placement.baseY - seatOf(stage, placement);
          other.standsOn = placement;
          break;
        case "inside": {
          const { shape } = placement.subject;
          const rim = shape.kind === "lathe" ? latheHeight(shape.shape, placement.size) : placement.size * 0.5;
          other.size = Math.min(other.size, placement.size * (others.length > 1 ? 0.5 : 0.9));
          other.x = placement.x + ((other.order + 0.5) / others.length - 0.5) * placement.size * 0.6;
          other.baseY = placement.baseY - rim + other.size * 0.35;
          other.isHeld = true;
          break;
        }
        case "above":
          other.x = placement.x;
          other.baseY = placement.baseY - placement.size * 1.1;
          break;
        case "below":
          placement.x = other.x;
          placement.baseY = other.baseY - other.size * 1.1;
          break;
      }
    }
  }
}

/** Feet on the ground before the bench, and as tall as its seat is high. */
function sitDown(person: Placement, bench: Placement): void {
  person.size = bench.size * 0.66;
  person.baseY = bench.baseY + bench.size * 0.02;
  person.isSeated = true;
}

/** How high above its foot something can stand on a thing. */
function seatOf(stage: Stage, { subject, size }: Placement): number {
  return iconName(subject) === "wall" ? 0.36 * Math.min(size * 1.7, stage.width * WIDEST) : size * 0.42;
}

/** Houses and trees do not stand in the water but on the shore behind it. */
function settleAshore(stage: Stage, placement: Placement): void {
  if (placement.isFloating || placement.isHeld || placement.standsOn !== null) return;
  if (!LARGE_BUILDING.test(iconName(placement.subject))) return;
  placement.isAshore = true;
  placement.baseY = stage.floor.farY + stage.height * 0.02;
  placement.size = Math.min(placement.size * 0.85, (placement.baseY - stage.height * HEADROOM) * 0.9);
}

const HELD = /^umbrella|^balloon$|^kite$/;

/** "A woman with an umbrella": the thing is in her hand, not beside her. */
function holdThings(placements: readonly Placement[]): void {
  const holder = placements.find((placement) => placement.subject.shape.kind === "figure");
  if (holder === undefined) return;
  for (const placement of placements) {
    if (!HELD.test(iconName(placement.subject)) || placement.subject.relation !== null) continue;
    const isOverhead = iconName(placement.subject).startsWith("umbrella");
    placement.size = holder.size * (isOverhead ? 0.85 : 0.6);
    placement.x = holder.x + holder.size * (isOverhead ? 0.22 : 0.34);
    placement.baseY = holder.baseY - holder.size * (isOverhead ? 0.62 : 0.55);
    placement.isHeld = true;
    placement.standsOn = holder;
  }
}

/** A drawing of our own is at most this wide, as a share of the picture. */
const WIDEST = 0.86;

/** Least distance of a standing thing from the upper edge, as a share of the height. */
const HEADROOM = 0.03;

function paintOne(stage: Stage, placement: Placement, index: number): void {
  const { subject } = placement;
  const sprite = spriteOf(stage, placement);
  const isLighthouse = subject.shape.kind === "lathe" && subject.shape.shape === "lighthouse";
  const cliff = isLighthouse ? cliffTopOf(stage) : null;
  const centreX = cliff?.x ?? placement.x;
  const foot = cliff?.y ?? placement.baseY;
  const overhang = sprite.width > stage.width * 0.9 ? sprite.width * 0.25 : 0;
  const x = Math.round(clamp(centreX - sprite.width / 2, -overhang, stage.width - sprite.width + overhang));
  // What is taller than the picture loses its feet and keeps its head.
  const highest = placement.isHeld ? Number.NEGATIVE_INFINITY : stage.height * HEADROOM;
  const y = Math.round(Math.max(highest, foot - sprite.height + sprite.footRows));
  const baseY = Math.max(foot, y + sprite.height - sprite.footRows);
  const isAfloat = stage.floor.isWater && !placement.isFloating && !placement.isHeld && !placement.isAshore && cliff === null;
  const isStudio = stage.spec.places[0] === "studio";
  if (stage.spec.hasPodium && isStudio && placement.order === 0)
    paintPodium(stage, centreX, baseY - 4 * stage.unit, sprite.width * 1.15, stage.height * 0.17);
  if (subject.colour !== null)
    stage.named.set(ID.SUBJECT + index, { colour: colourOf(subject.colour), isWhole: subject.shape.kind !== "figure" });
  const isGrounded = !placement.isFloating && !placement.isHeld && placement.standsOn?.isFloating !== true && cliff === null;
  if (stage.floor.reflection > 0 && isGrounded) mirrorSprite(stage, sprite, x, y, baseY, stage.floor.reflection, ID.SUBJECT + index);
  if (isGrounded && !isAfloat && !placement.isAshore && !stage.without("shadow"))
    castShadow(stage, sprite, x, baseY - 2 * stage.unit, isStudio ? 0.75 : 0.55 * stage.light.strength + 0.1);
  compositeSprite(stage, sprite, {
    x,
    y: isAfloat ? y + Math.round(sprite.height * 0.03) : y,
    isShaded: subject.shape.kind === "lathe",
    lamp: isNight(stage) ? LAMP : null,
    id: ID.SUBJECT + index,
    depth: placement.isFloating && placement.order > 0 ? 0.25 : 0.08,
    waterline: isAfloat ? baseY : null,
  });
}

/** A thing's own colour by its word, or what the season makes of a leafy tree. */
function tintOf(stage: Stage, subject: Subject): Rgb | null {
  if (subject.colour !== null) return colourOf(subject.colour);
  const { season } = stage.spec;
  if (iconName(subject) !== "deciduous-tree") return null;
  return season === "autumn" ? lch(0.66, 0.14, 52) : season === "winter" ? lch(0.9, 0.02, 240) : null;
}

function spriteOf(stage: Stage, placement: Placement): Sprite {
  const { subject, size, order } = placement;
  const { random } = stage;
  const own: Rgb | null = subject.colour === null ? null : colourOf(subject.colour);
  switch (subject.shape.kind) {
    case "lathe": {
      const { shape, material } = subject.shape;
      return turnOnLathe(
        {
          shape,
          material,
          colour: own,
          height: shape === "lighthouse" ? lighthouseHeight(stage, size) : latheHeight(shape, size),
        },
        stage,
      );
    }
    case "figure": {
      const coat =
        own ??
        stage.colours[order % Math.max(1, stage.colours.length)] ??
        lch(random.range(0.45, 0.66), random.range(0.08, 0.16), random.range(0, 360));
      const tall = size * 1.2;
      const sprite = spriteFromSvg(
        personSvg(subject.shape.figure, coat, random, { isOld: subject.shape.isOld === true, isSeated: placement.isSeated }),
        tall * 0.52,
      );
      return random.chance(0.5) ? mirrored(sprite) : sprite;
    }
    case "icon": {
      const { icon } = subject.shape;
      const body = bodyOf(icon, commissionedOf(stage, subject, own), random);
      const svg = body?.svg ?? iconSvg(icon);
      if (svg === null) throw new Error(`the lexicon names a drawing it does not hold: ${icon}`);
      const drawn = spriteFromSvg(
        svg,
        Math.min(size * (body?.width ?? 1), body === null ? Number.POSITIVE_INFINITY : stage.width * WIDEST),
      );
      if (body === null && WATERCRAFT.test(icon) && stage.floor.isWater) removePaintedWater(drawn);
      const tint = body?.isColoured ? null : tintOf(stage, subject);
      const plain = body?.isColoured ? drawn : unpolished(drawn, stage.noise);
      const sprite = tint === null ? plain : tinted(plain, tint);
      return random.chance(0.5) && (order > 0 || !/sailboat/.test(icon)) ? mirrored(sprite) : sprite;
    }
  }
}

function isNight({ spec: { light } }: Stage): boolean {
  return light === "night" || light === "dusk" || light === "neon" || light === "aurora";
}

function commissionedOf(stage: Stage, subject: Subject, colour: Rgb | null): Commissioned {
  return {
    colour,
    word: subject.word,
    isNight: isNight(stage),
    isSnowy: stage.spec.season === "winter" || stage.hasWeather("snow") || stage.hasPlace("snow"),
  };
}

/** A lighthouse on a headland keeps its lamp inside the picture. */
function lighthouseHeight(stage: Stage, size: number): number {
  const foot = cliffTopOf(stage)?.y ?? stage.floor.groundY;
  return Math.min(size * 1.15, foot - stage.height * 0.05);
}

/** The boats of the emoji set come with their own blue waves; the scene has better ones. */
function removePaintedWater(sprite: Sprite): void {
  const { pixels, width, height } = sprite;
  for (let i = Math.round(height * 0.76) * width; i < width * height; i++) {
    const blue = u8(pixels, i * 4 + 2);
    if (blue > u8(pixels, i * 4) * 1.3 && blue > 150) pixels[i * 4 + 3] = 0;
  }
}
