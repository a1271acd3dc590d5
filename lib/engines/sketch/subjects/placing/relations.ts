import { isPerson, isWatercraft } from "../../lexicon/subjects";
import { clamp } from "../../raster/maths";
import type { Stage } from "../../scene/stage";
import { deckWidth, seatOf } from "./decks";
import { makeRoom, putInside } from "./inside";
import { flyOver, swimUnder } from "./over-and-under";
import { carryAlong, HEADROOM, iconName, type Placement } from "./placement";

/** How far to the side a thing stands that is behind another, for what both are wide: partly hidden, partly seen. */
const PEEPS = 0.38;

/** "A behind B": the relation is written on the later of the two and says where the earlier one is. */
export function applyRelations(stage: Stage, placements: readonly Placement[]): void {
  // What is in a bowl goes where the bowl went: on the table.
  const isInside = ({ subject }: Placement): boolean => subject.relation?.kind === "inside";
  for (const placement of [...placements.filter((one) => !isInside(one)), ...placements.filter(isInside)]) {
    const { relation } = placement.subject;
    if (relation === null || placement.order > 0) continue;
    // Everything stands under a rainbow and before it.
    if (placement.isFloating && iconName(placement.subject) === "rainbow") continue;
    const anchor = stage.spec.subjects[relation.to];
    // Those that were set apart by their colour, or share its vessel, are where it is.
    const isIn = ({ subject }: Placement): boolean =>
      subject === anchor || (subject.relation?.kind === "among" && subject.relation.to === relation.to);
    const others = placements.filter(isIn);
    const depth = (stage.height - stage.floor.farY) * 0.22;
    const reach = (placement.size + (others[0]?.size ?? 0)) * 0.52;
    for (const [k, other] of others.entries()) {
      if (other.isFloating && iconName(other.subject) === "rainbow") continue;
      switch (relation.kind) {
        case "left-of":
          if (isInOneRow(placement, other)) break;
          other.x = placement.x - reach;
          break;
        case "right-of":
          if (isInOneRow(placement, other)) break;
          other.x = placement.x + reach;
          break;
        case "behind":
          other.baseY = placement.baseY - depth;
          standBehind(stage, other, placement, reach, others.length);
          break;
        case "in-front-of":
          placement.size *= 1.25;
          placement.baseY -= depth;
          if (SCREEN.test(iconName(placement.subject))) placement.x = other.x;
          break;
        case "on":
          other.x = placement.x + ((k + 0.5) / others.length - 0.5) * Math.max(placement.size, deckWidth(stage, placement)) * 0.9;
          if (Object.hasOwn(SEATS, iconName(placement.subject)) && other.subject.shape.kind === "figure") {
            sitDown(other, placement);
            break;
          }
          if (MOUNT.test(iconName(placement.subject)) && isRider(other)) {
            mount(other, placement);
            break;
          }
          if (isPersonOf(placement)) {
            perch(stage, other, placement);
            break;
          }
          if (SMALL_SEAT.test(iconName(placement.subject)))
            other.size = Math.min(other.size, placement.size * (BLOOM.test(iconName(placement.subject)) ? 0.36 : 0.6));
          if (iconName(placement.subject) === "plate") other.size = Math.min(other.size, placement.size * Math.min(0.7, 1 / others.length));
          if (isLaid(placement)) {
            if (k === 0) layTable(stage, others, placement);
          } else if (others.length > 1) {
            other.size = Math.min(other.size, (Math.max(deckWidth(stage, placement), placement.size) * 1.3) / others.length);
          }
          if (isWatercraft(iconName(placement.subject))) standOnDeck(other, placement, k, others.length);
          other.baseY = placement.baseY - seatOf(stage, placement);
          other.standsOn = placement;
          break;
        case "inside":
          if (k === 0) makeRoom(stage, placement, other);
          putInside(other, placement, k, others.length);
          break;
        case "above":
          if (k === 0) flyOver(stage, others, placement);
          break;
        case "below":
          if (placement.isFloating && (others.length > 1 || isWatercraft(iconName(placement.subject)))) {
            if (k === 0) swimUnder(stage, others, placement);
          } else putUnder(stage, other, placement, k, others.length);
          break;
        case "between":
        case "holding":
        case "wearing":
        case "among":
          break;
      }
    }
  }
}

/** What stands behind a thing along its whole width. */
const SCREEN = /^(?:wall|fence|gate|bookshelf)$/;
/** What a meal is laid on, wider than it is tall. */
function isLaid({ subject }: Placement): boolean {
  return /^(?:table|picnic-blanket)$/.test(iconName(subject));
}

/** Side by side over its whole width, each as large against the others as it was. */
function layTable(stage: Stage, things: readonly Placement[], table: Placement): void {
  const wide = deckWidth(stage, table) * 0.92;
  const total = things.reduce((sum, { size }) => sum + size, 0);
  const fit = Math.min(1, wide / total, (table.size * 0.62) / Math.max(...things.map(({ size }) => size)));
  let left = table.x - (total * fit) / 2;
  for (const thing of things) {
    thing.size *= fit;
    thing.x = left + thing.size / 2;
    left += thing.size;
  }
}

/** What bears no more than a small thing. */
const SMALL_SEAT = /^(?:mushroom|brown-mushroom|open-book|closed-book|books|blossom|sunflower|tulip|rose|daisy|poppy)$/;

const BLOOM = /^(?:sunflower|tulip|rose|daisy|poppy)$/;

function isPersonOf({ subject: { shape } }: Placement): boolean {
  return shape.kind === "figure" || (shape.kind === "icon" && isPerson(shape.icon));
}

/** On a shoulder: beside the head and small enough to leave the face free. */
function perch({ height }: Stage, thing: Placement, person: Placement): void {
  const isFigure = person.subject.shape.kind === "figure";
  const tall = person.size * (isFigure ? 1.248 : 1.28);
  person.baseY = Math.max(person.baseY, height * HEADROOM + tall);
  thing.size = Math.min(thing.size, person.size * 0.3);
  thing.x = person.x + person.size * (thing.order % 2 === 0 ? -0.17 : 0.17);
  thing.baseY = person.baseY - tall * (isFigure ? 0.74 : 0.6);
  thing.isHeld = true;
  thing.standsOn = person;
}

/** One peeps out at the side it stood on; of several each stands in the open, left and right in turn. */
function standBehind(stage: Stage, thing: Placement, front: Placement, reach: number, count: number): void {
  if (count === 1) {
    thing.x = front.x + (thing.x < front.x ? -PEEPS : PEEPS) * reach;
    return;
  }
  const share = (thing.order + 0.5) / count - 0.5;
  const span = Math.min(stage.width * 0.86, Math.max(reach * 2.1, thing.size * count * 0.72));
  const middle = clamp(front.x, span / 2 + stage.width * 0.06, stage.width * 0.94 - span / 2);
  thing.x = middle + (span * share * count) / Math.max(1, count - 0.4);
}

/** Before the sail, small enough for the boat. */
function standOnDeck(thing: Placement, boat: Placement, at: number, count: number): void {
  thing.size = Math.min(thing.size, boat.size * (count > 2 ? 0.26 : 0.36));
  thing.x = boat.x + (count === 1 ? 0.2 : ((at + 0.5) / count - 0.5) * 0.8) * boat.size;
  // On the boat and not in the water.
  thing.isHeld = true;
}

/** Whether both were set into the row from left to right already: what an edit brings in is not. */
function isInOneRow(a: Placement, b: Placement): boolean {
  return a.subject.isAdded === b.subject.isAdded;
}

/** Under what flies: below it in the air. Under what stands: small before its foot, and that large enough to shelter it. */
function putUnder(stage: Stage, thing: Placement, shelter: Placement, at: number, count: number): void {
  if (shelter.isFloating) {
    const lowest = thing.baseY - thing.size * 1.15;
    shelter.x = thing.x;
    shelter.size = Math.min(shelter.size, Math.max(stage.height * 0.2, lowest - stage.height * HEADROOM) * 0.8);
    shelter.baseY = Math.max(lowest, stage.height * HEADROOM + shelter.size);
    return;
  }
  if (at === 0) shelter.size = Math.min(shelter.size * 1.4, shelter.baseY - stage.height * HEADROOM);
  thing.size = Math.min(thing.size, shelter.size * 0.4);
  thing.x = shelter.x + (at - (count - 1) / 2) * thing.size * 0.8;
  thing.baseY = shelter.baseY + shelter.size * 0.03;
}

/** "A between B and C": A in the middle, half of the others on either side, all of them small enough for the picture. */
export function standBetween({ spec, width }: Stage, placements: readonly Placement[]): void {
  const outer = placements.filter(({ subject }) => subject.relation?.kind === "between");
  const middle = spec.subjects[outer[0]?.subject.relation?.to ?? -1];
  const inner = placements.filter(({ subject }) => subject === middle);
  if (middle === undefined || outer.length < 2) return;
  const half = Math.ceil(outer.length / 2);
  const row = [...outer.slice(0, half), ...inner, ...outer.slice(half)];
  const spans = row.map(({ size, subject }) => size * (subject.shape.kind === "figure" ? 0.7 : 1.02));
  const total = spans.reduce((sum, span) => sum + span, 0);
  const scale = Math.min(1, (width * 0.94) / total);
  let left = (width - total * scale) / 2;
  for (const [k, placement] of row.entries()) {
    const span = (spans[k] ?? 0) * scale;
    carryAlong(placements, placement, left + span / 2 - placement.x, scale);
    placement.size *= scale;
    placement.x = left + span / 2;
    left += span;
  }
}

/** What one sits on with the feet on the ground, and how large a person is on it for its size. */
const SEATS: Readonly<Record<string, number>> = { bench: 0.66, throne: 0.86, armchair: 0.8, chair: 0.8, "couch-and-lamp": 0.62 };

/** Feet on the ground before the seat, and as tall as its seat is high. */
function sitDown(person: Placement, bench: Placement): void {
  person.size = bench.size * (SEATS[iconName(bench.subject)] ?? 0.66);
  person.baseY = bench.baseY + bench.size * 0.02;
  person.isSeated = true;
}

/** What is ridden. */
const MOUNT =
  /^(?:horse|unicorn|zebra|donkey|camel|two-hump-camel|elephant|ox|water-buffalo|llama|dragon|bicycle|motor-scooter|motorcycle|deer|moose|bear|polar-bear|lion|tiger)$/;

function isRider({ subject: { shape } }: Placement): boolean {
  return shape.kind === "figure" || (shape.kind === "icon" && (isPerson(shape.icon) || shape.icon === "astronaut"));
}

/** In the saddle: the hips on its back, the legs before its flank. */
function mount(rider: Placement, mountUnder: Placement): void {
  const isWheeled = /cycle|scooter/.test(iconName(mountUnder.subject));
  const saddle = mountUnder.size * 0.62;
  rider.size = Math.min(rider.size, mountUnder.size * (isWheeled ? 0.9 : 0.72));
  const isFigure = rider.subject.shape.kind === "figure";
  rider.x = mountUnder.x;
  rider.baseY = mountUnder.baseY - saddle + rider.size * (isFigure ? 0.46 : 0.34);
  rider.isSeated = isFigure;
  rider.standsOn = mountUnder;
}
