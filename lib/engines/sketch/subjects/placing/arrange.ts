import { oneOf } from "../../parse/one-of";
import type { Subject } from "../../parse/scene-spec";
import { clamp, mix } from "../../raster/maths";
import { Random } from "../../raster/random";
import type { Stage } from "../../scene/stage";
import { depthScale, LARGE_BUILDING, scaleByDepth, setAfloat, settleAshore } from "./by-distance";
import { candlesOf, lightCake } from "./candles";
import { holdThings } from "./hands";
import { inRows } from "./in-rows";
import { acrossTheSky, hasAir, inFlock, inTheSky, isFloatingThing, isInTheSky } from "./in-the-air";
import { HEADROOM, iconName, type Placement, placementAt } from "./placement";
import { applyRelations, standBetween } from "./relations";
import { statureAmong } from "./stature";

/** Where each thing of the scene goes, farthest first. */
export function arrange(stage: Stage): readonly Placement[] {
  const { spec, width, framing, floor } = stage;
  const place = spec.places[0] ?? "abstract";
  const isStill = place === "studio" || place === "table";
  // What an edit brought in stands beside the rest, which stays as it stood.
  const own = arrangeGroup(
    stage,
    spec.subjects.filter((subject) => !subject.isAdded),
    framing.subjectX,
    stage.thingRandom,
  );
  const free = Math.abs(framing.subjectX - 0.5) > 0.1 ? 1 - framing.subjectX : framing.subjectX + (framing.sunX < 0.5 ? 0.3 : -0.3);
  const placements = [
    ...own,
    ...arrangeGroup(
      stage,
      spec.subjects.filter((subject) => subject.isAdded),
      own.length === 0 ? framing.subjectX : freestOf(own, width, free),
      // What stood there before draws the same chances as ever.
      new Random(`${spec.seed}|added`),
    ),
  ];
  const added = placements.slice(own.length);
  if (added.length > 1) spreadOut(added, own, width);
  for (const placement of added) standBehind(stage, placement, own);
  for (const placement of placements) asEdited(placement, placements, width);
  const before = placements.map(({ x }) => x);
  const nearness = isStill ? null : placements.map((placement) => scaleByDepth(stage, placement));
  if (!floor.isWater) for (const placement of placements) setAfloat(stage, placement);
  applyRelations(stage, placements);
  standBetween(stage, placements);
  // A thing that stands by another is moved away from there.
  for (const [k, placement] of placements.entries())
    if (placement.x !== before[k]) placement.x += (oneOf(placement.subject, placement.order).shift ?? 0) * width;
  holdThings(stage, placements);
  lightCake(spec.subjects, placements);
  // What a relation moved nearer or farther away is larger or smaller for it.
  for (const [k, placement] of placements.entries()) {
    const { isFloating, isHeld, isAfloat, standsOn } = placement;
    const was = nearness?.[k];
    if (was !== undefined && !isFloating && !isHeld && !isAfloat && standsOn === null) placement.size *= depthScale(stage, placement) / was;
    if (floor.isWater) settleAshore(stage, placement, was ?? 1);
  }
  const paintedAt = ({ subject, baseY, standsOn, isIn }: Placement): number => {
    if (isInTheSky(subject, place)) return Number.NEGATIVE_INFINITY;
    if (isIn !== null) return Math.min(baseY, isIn.baseY - 1);
    if (standsOn === null) return baseY;
    // The hat of a rider is over the rider, who is over the horse.
    return standsOn.standsOn === null ? standsOn.baseY + 1 : standsOn.standsOn.baseY + 2;
  };
  return [...placements].sort((a, b) => paintedAt(a) - paintedAt(b));
}

/** Shares of the width where something new may stand. */
const FREE = [0.14, 0.26, 0.38, 0.5, 0.62, 0.74, 0.86] as const;

/** Where what is there leaves most room, as a share of the width: `usual` where that is free, too. */
function freestOf(own: readonly Placement[], width: number, usual: number): number {
  const roomAt = (share: number) => Math.min(...own.map(({ x, size }) => Math.abs(x - share * width) - size / 2));
  return FREE.reduce((best: number, share) => (roomAt(share) > roomAt(best) + 0.08 * width ? share : best), usual);
}

/** Several that are new stand each where those before it leave most room, unless it was said where. */
function spreadOut(added: readonly Placement[], own: readonly Placement[], width: number): void {
  const standing = own.filter(({ isFloating }) => !isFloating);
  for (const placement of added) {
    if (placement.isFloating || placement.subject.at !== undefined) continue;
    const roomAt = (x: number) => Math.min(...standing.map((other) => Math.abs(x - other.x) - (other.size + placement.size) * 0.4));
    const spots = Array.from({ length: 13 }, (_, k) => (0.08 + k * 0.07) * width);
    if (standing.length > 0) placement.x = spots.reduce((best, x) => (roomAt(x) > roomAt(best) ? x : best));
    standing.push(placement);
  }
}

/** Where there is no room beside the others, what is new stands farther back. */
function standBehind({ floor }: Stage, placement: Placement, own: readonly Placement[]): void {
  if (placement.isFloating || !own.some(({ x, size }) => Math.abs(x - placement.x) < 0.4 * (size + placement.size))) return;
  placement.baseY -= 0.45 * Math.max(0, floor.groundY - floor.farY);
}

/** The middle of what stands on one side, as a share of the width. */
const SIDE_X = { left: 0.25, middle: 0.5, right: 0.75 } as const;

/** Whether the words say on which side it stands: of the picture, or of another thing. */
function isBeside({ side, relation }: Subject): boolean {
  return side !== undefined || relation?.kind === "left-of" || relation?.kind === "right-of";
}

/** From left to right as the words say, else as they were named. `all` is what relations count in. */
function inOrder(subjects: readonly Subject[], all: readonly Subject[]): readonly Subject[] {
  const rank = ({ side }: Subject): number => (side === "left" ? 0 : side === "right" ? 2 : 1);
  const row = [...subjects].sort((a, b) => rank(a) - rank(b));
  for (const subject of subjects) {
    const anchor = all[subject.relation?.to ?? -1];
    const isLeft = subject.relation?.kind === "left-of";
    if (!(isLeft || subject.relation?.kind === "right-of") || anchor === undefined || !row.includes(anchor)) continue;
    // "A left of B" is written on B: A goes before it.
    row.splice(row.indexOf(anchor), 1);
    row.splice(row.indexOf(subject) + (isLeft ? 0 : 1), 0, anchor);
  }
  return row;
}

/** Where and how large an edit wants a thing; several keep their distances. */
function asEdited(placement: Placement, placements: readonly Placement[], width: number): void {
  const { at, shift = 0, scale = 1 } = oneOf(placement.subject, placement.order);
  placement.size *= scale;
  placement.x += shift * width;
  if (at === undefined || placement.order > 0) return;
  const like = placements.filter(({ subject }) => subject === placement.subject);
  const aside = at * width - like.reduce((sum, { x }) => sum + x, 0) / like.length;
  for (const one of like) one.x += aside;
}

/** Subjects in a row around `middle`, a share of the width. */
function arrangeGroup(stage: Stage, subjects: readonly Subject[], middle: number, random: Random): readonly Placement[] {
  const { spec, width, height, framing, floor } = stage;
  const place = spec.places[0] ?? "abstract";
  const isStill = place === "studio" || place === "table";
  const sides = new Set(subjects.map(({ side }) => side));
  const isSided = subjects.some(isBeside);
  const units = inOrder(subjects, spec.subjects).flatMap((subject) =>
    Array.from({ length: subject.count }, (_, order) => ({ subject, order })),
  );
  const carried = carriedAmong(subjects, spec.subjects, place);
  const own = units.filter(({ subject }) => !carried.has(subject));
  const count = own.length > 0 ? own.length : units.length;
  const rows = count <= ONE_ROW ? 1 : count <= 14 ? 2 : 3;
  const isAdded = subjects.some((subject) => subject.isAdded);
  const group = isAdded ? spec.subjects : subjects;
  const base =
    count === 1
      ? isAdded
        ? 0.4
        : 0.5
      : count === 2
        ? 0.42
        : count === 3
          ? 0.35
          : count <= 5
            ? 0.29
            : count <= ONE_ROW
              ? 0.23
              : Math.min(0.22, 1.3 / (Math.ceil(count / rows) + 0.5));
  const kinds = group.length;
  // On a table or in a studio the thing is the picture: it never shrinks to a speck and never leaves the frame.
  // Three and more stand side by side at any distance.
  const scale = mix(1, framing.subjectScale, isStill ? 0.5 : count >= 3 && framing.subjectScale > 1 ? 0.4 : 1);
  // From low down what stands near rises against the sky.
  const towering = spec.camera === "low" && !isStill ? (count === 1 ? 1.75 : 1.4) : 1;
  const allOn = sides.size === 1 ? [...sides][0] : undefined;
  const middleHere = allOn === undefined ? (isSided ? 0.5 : middle) : SIDE_X[allOn];
  const spread =
    isSided && count > 1
      ? allOn === undefined
        ? 0.98
        : 0.42
      : count === 1
        ? 0
        : clamp(0.66 * mix(0.75, 1, Math.min(1, framing.subjectScale)), 0.4, 0.72);
  return units.map((unit): Placement => {
    const { subject, order } = unit;
    const k = Math.max(0, own.length > 0 ? own.indexOf(unit) : units.indexOf(unit));
    const icon = iconName(subject);
    const isAloft = subject.isAloft === true && hasAir(place);
    const isFloating = isAloft || isFloatingThing(subject, place);
    const isTower = icon === "skyscraper";
    const building = !isStill && !isTower && LARGE_BUILDING.test(icon) ? (place === "city" ? 0.6 : 0.78) : 1;
    const distanceScale = place === "mountains" || place === "desert" ? 0.78 : place === "city" && !isTower ? 0.6 : 1;
    const stature = kinds > 1 ? statureAmong(subject, group) : /^star$|^snowflake$/.test(icon) ? 0.34 : 1;
    const followers = order > 0 ? random.range(0.72, 0.98) : 1;
    const size =
      base *
      building *
      distanceScale *
      stature *
      scale *
      Math.min(width, height) *
      random.range(0.94, 1.06) *
      followers *
      (isSided ? 0.84 : 1) *
      towering;
    const slot = count === 1 ? 0 : (k + 0.5) / count - 0.5;
    const centre = count === 1 || isSided ? middleHere : mix(0.5, middle, count === 2 ? 0.45 : 0.25);
    const x = (centre + slot * spread + (count > 1 ? random.range(-0.025, 0.025) : 0)) * width;
    if (isInTheSky(subject, place)) return acrossTheSky(stage, subject, order);
    // It hangs from the ceiling.
    if (icon === "chandelier") return { ...placementAt(subject, order, { size, x, baseY: height * HEADROOM + size }), isFloating: true };
    if (isAloft && subject.count > 1) return { ...inFlock(stage, subject, order, size), isFloating };
    if (isAloft) return { ...placementAt(subject, order, { size, x, baseY: inTheSky(stage, size, k, count, random) }), isFloating };
    if (rows > 1) return inRows(stage, { subject, order, size, isFloating, isStill }, k, count, rows, random);
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
    return { ...placementAt(subject, order, { size, x, baseY }), isFloating };
  });
}

/** What needs no place of its own in the row: it is on, in, over or under another thing, or in a hand. */
function carriedAmong(subjects: readonly Subject[], all: readonly Subject[], place: string): ReadonlySet<Subject> {
  const carried = new Set<Subject>(subjects.filter((subject) => isInTheSky(subject, place)));
  const candles = candlesOf(all);
  if (candles !== null) carried.add(candles);
  for (const subject of subjects) {
    const { relation } = subject;
    const other = all[relation?.to ?? -1];
    if (relation === null || other === undefined || isInTheSky(other, place) || isInTheSky(subject, place)) continue;
    if (subject === candles || other === candles) continue;
    if (/^(?:on|inside|above|below)$/.test(relation.kind)) carried.add(other);
    else if (/^(?:holding|wearing)$/.test(relation.kind)) carried.add(subject);
  }
  // Those that share a vessel with another are where it is.
  for (const subject of subjects) {
    const first = subject.relation?.kind === "among" ? all[subject.relation.to] : undefined;
    if (first !== undefined && carried.has(first)) carried.add(subject);
  }
  return carried;
}

/** More than this do not stand in one row. */
const ONE_ROW = 7;

/** Near by, how much of a thing is cut off below is up to the seed. */
function cropped(stage: Stage, subject: Subject, size: number, x: number, baseY: number): Placement {
  const below = stage.thingRandom.range(0.05, 0.5);
  return placementAt(subject, 0, { size: size * (1 + below * 0.6), x, baseY: baseY + size * below });
}
