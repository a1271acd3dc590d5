import { oneOf } from "../../parse/one-of";
import type { Subject } from "../../parse/scene-spec";
import { clamp } from "../../raster/maths";
import { u8 } from "../../raster/sample";
import type { Stage } from "../../scene/stage";
import type { Sprite } from "../sprite";
import { carryAlong, iconName, type Placement } from "./placement";

/** Most of a thing that those before it may hide, as a share of its own surface: three foxes are seen to be three. */
const MOST_HIDDEN = 0.2;
/** Shorter side of the picture when it is measured, in pixels: the same for a preview and for the final. */
const MEASURED_SIDE = 128;
/** Free border, as a share of the width, for what is pushed aside. */
const BORDER = 0.03;
const ROUNDS = 60;
const SMALLER = 0.93;
const MOST_SHRINKS = 9;

/** A thing of the row and what of its surface is not empty, in measured pixels around its foot. */
interface Body {
  readonly placement: Placement;
  readonly mask: Sprite;
  /** How much smaller it became. */
  factor: number;
  /** Of the cut-out as it was measured, in pixels of the picture. */
  readonly halfWidth: number;
  /** Stood there before an edit brought in the others, which make room. */
  readonly isFixed: boolean;
}

/**
 * Moves what stands by itself apart until of each enough is seen to count it, and makes all of them smaller where the picture has
 * no room. What is tied to one of them goes along. What an edit brought in makes room for the rest, which stays as it was. `draw`
 * gives the cut-out of a placement.
 */
export function keepApart(stage: Stage, placements: readonly Placement[], draw: (placement: Placement) => Sprite): void {
  const scale = MEASURED_SIDE / Math.min(stage.width, stage.height);
  const bodies: Omit<Body, "isFixed">[] = [];
  for (const placement of placements) {
    const measured = { ...placement, size: placement.size * scale };
    // Drawn all the same, so that each draws its own chances.
    const mask = draw(measured);
    if (isInRow(placement)) bodies.push({ placement, mask, factor: 1, halfWidth: mask.width / scale / 2 });
  }
  const isNew = ({ placement }: Pick<Body, "placement">) => placement.subject.isAdded === true;
  settle(
    stage,
    bodies.filter((body) => !isNew(body)).map((body) => Object.assign(body, { isFixed: false })),
    placements,
    scale,
  );
  if (bodies.some(isNew))
    settle(
      stage,
      bodies.map((body) => Object.assign(body, { isFixed: !isNew(body) })),
      placements,
      scale,
    );
}

function settle(stage: Stage, bodies: readonly Body[], placements: readonly Placement[], scale: number): void {
  if (bodies.length < 2) return;
  for (let shrinks = 0; shrinks <= MOST_SHRINKS; shrinks++) {
    if (pushApart(stage, bodies, placements, scale)) return;
    if (shrinks === MOST_SHRINKS) return;
    for (const body of bodies.filter(({ isFixed }) => !isFixed)) {
      body.factor *= SMALLER;
      carryAlong(placements, body.placement, 0, SMALLER);
      body.placement.size *= SMALLER;
    }
  }
}

/** Stands or floats by itself; what is behind another on purpose, or was put somewhere by an edit, stays. */
function isInRow({ isFloating, isHeld, isAshore, isAfloat, standsOn, isIn, subject: kind, order }: Placement): boolean {
  const subject = oneOf(kind, order);
  // Several that were brought in to one side stand apart there; those that fly are a flock already.
  const isPut = (subject.isAdded && isFloating) || (subject.at !== undefined && subject.count === 1) || subject.shift !== undefined;
  const isFree =
    !/^(?:rainbow|chandelier)$/.test(iconName(subject)) && !isHeld && !isAshore && !isAfloat && standsOn === null && isIn === null;
  return isFree && !isPut && !(subject.shape.kind === "lathe" && subject.shape.shape === "lighthouse");
}

/** Whether the words want one to hide the other: "a fox behind a tree". */
function mayHide(back: Placement, front: Placement, subjects: readonly Subject[]): boolean {
  const hides = (from: Placement, to: Placement) => {
    const { relation } = from.subject;
    if (relation === null || subjects[relation.to] !== to.subject) return false;
    return /^(?:behind|in-front-of|below|above|on|inside)$/.test(relation.kind);
  };
  return hides(front, back) || hides(back, front) || /^(?:wall|fence|gate|bookshelf|table|bench)$/.test(iconName(back.subject));
}

/** Whether each is seen well enough after everything was pushed as far as it goes. */
function pushApart(stage: Stage, bodies: readonly Body[], placements: readonly Placement[], scale: number): boolean {
  const step = stage.width * 0.012;
  for (let round = 0; round < ROUNDS; round++) {
    let isClear = true;
    for (const [k, back] of bodies.entries()) {
      const worst = worstCover(stage, bodies, k, scale);
      if (worst === null) continue;
      isClear = false;
      const side = back.placement.x < worst.placement.x || (back.placement.x === worst.placement.x && k % 2 === 0) ? -1 : 1;
      if (!back.isFixed) shove(stage, placements, back, side * step);
      if (!worst.isFixed) shove(stage, placements, worst, -side * step);
    }
    if (isClear) return true;
  }
  return false;
}

function shove(stage: Stage, placements: readonly Placement[], { placement, halfWidth, factor }: Body, by: number): void {
  const border = Math.min(stage.width / 2, halfWidth * factor + BORDER * stage.width);
  const x = clamp(placement.x + by, border, stage.width - border);
  carryAlong(placements, placement, x - placement.x, 1);
  placement.x = x;
}

/** Who hides most of the thing at `k`, where too much of it is hidden; null where enough of it is seen. */
function worstCover(stage: Stage, bodies: readonly Body[], k: number, scale: number): Body | null {
  const back = bodies[k];
  if (back === undefined) return null;
  const fronts = bodies
    .slice(k + 1)
    .filter(
      (front) => !(back.isFixed && front.isFixed) && isNear(back, front) && !mayHide(back.placement, front.placement, stage.spec.subjects),
    );
  if (fronts.length === 0) return null;
  const hides = fronts.map(() => 0);
  let [whole, hidden] = [0, 0];
  const { mask } = back;
  for (let y = 0; y < mask.height; y += 2) {
    for (let x = 0; x < mask.width; x += 2) {
      if (u8(mask.pixels, (y * mask.width + x) * 4 + 3) < 100) continue;
      whole++;
      // From the foot, in pixels of the picture.
      const px = back.placement.x + ((x - mask.width / 2) * back.factor) / scale;
      const py = back.placement.baseY + ((y - mask.height + mask.footRows) * back.factor) / scale;
      let isHidden = false;
      for (const [at, front] of fronts.entries()) {
        if (!isOpaqueAt(front, px, py, scale)) continue;
        hides[at] = (hides[at] ?? 0) + 1;
        isHidden = true;
      }
      if (isHidden) hidden++;
    }
  }
  if (hidden <= MOST_HIDDEN * whole) return null;
  return fronts[hides.indexOf(Math.max(...hides))] ?? null;
}

function isNear(a: Body, b: Body): boolean {
  return Math.abs(a.placement.x - b.placement.x) < a.halfWidth * a.factor + b.halfWidth * b.factor;
}

function isOpaqueAt({ placement, mask, factor }: Body, px: number, py: number, scale: number): boolean {
  const x = Math.round(((px - placement.x) * scale) / factor + mask.width / 2);
  const y = Math.round(((py - placement.baseY) * scale) / factor + mask.height - mask.footRows);
  return x >= 0 && y >= 0 && x < mask.width && y < mask.height && u8(mask.pixels, (y * mask.width + x) * 4 + 3) >= 100;
}
