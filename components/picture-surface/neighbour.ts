import type { Rect } from "./geometry";
import { centreOf, translate } from "./geometry";
import type { SurfaceItem, SurfaceTarget } from "./scene";
import type { SceneIndex } from "./scene-index";

export type Direction = "left" | "right" | "up" | "down";
/** Scene order, which reaches every item whatever the layout. */
export type Step = "next" | "previous" | "first" | "last";

/** Straying sideways costs this many times going ahead, so an arrow prefers what lies straight on. */
const SIDEWAYS_COST = 2.5;
/** Further to the side than this many times ahead is not where the arrow points. */
const MAX_SLOPE = 3;
const FIRST_REACH = 600;

/** What an arrow does: it leads somewhere, or folds or unfolds the item one stands on. */
export type ArrowAct =
  | { readonly kind: "go"; readonly to: SurfaceTarget }
  | { readonly kind: "fold"; readonly itemId: string; readonly isFolded: boolean };

/**
 * What an arrow does at a place. Among pictures it leads to the nearest one that way; out of the sheet to the left is
 * their item, out of it to the right the first item this one leads to, otherwise the nearest item that way. On an item
 * itself the arrows are those of a tree: left folds it, then leads to its parent; right unfolds it, then leads into it.
 * Null where nothing lies that way.
 */
export function arrowAct(index: SceneIndex, from: SurfaceTarget, direction: Direction): ArrowAct | null {
  const item = index.item(from.itemId);
  const origin = index.rectOf(from);
  if (!item || !origin) return null;
  return from.pictureId === null ? onItem(index, item, direction) : onPicture(index, item, origin, direction);
}

const go = (to: SurfaceTarget | null): ArrowAct | null => to && { kind: "go", to };

function onPicture(index: SceneIndex, item: SurfaceItem, origin: Rect, direction: Direction): ArrowAct | null {
  const inside = nearestPicture(item, origin, (rect) => isAhead(origin, rect, direction), direction);
  if (inside) return go(inside);
  if (direction === "left") return go({ itemId: item.id, pictureId: null });
  const child = direction === "right" ? index.item(index.treePlace(item.id)?.childIds[0] ?? "") : undefined;
  const next = child ?? nearestItem(index, item, origin, direction);
  return go(next && entryOf(next, origin, direction));
}

function onItem(index: SceneIndex, item: SurfaceItem, direction: Direction): ArrowAct | null {
  const stands = index.treePlace(item.id);
  const [first] = item.pictures;
  const firstPicture = first ? { itemId: item.id, pictureId: first.id } : null;
  if (direction === "left" && item.folding === "open") return { kind: "fold", itemId: item.id, isFolded: true };
  if (direction === "right" && item.folding === "folded") return { kind: "fold", itemId: item.id, isFolded: false };
  if (direction === "left" && stands?.parentId) return go({ itemId: stands.parentId, pictureId: null });
  if ((direction === "right" || direction === "down") && firstPicture) return go(firstPicture);
  const child = direction === "right" ? stands?.childIds[0] : undefined;
  if (child !== undefined) return go({ itemId: child, pictureId: null });
  const next = nearestItem(index, item, item, direction);
  return go(next && entryOf(next, item, direction));
}

/** The place itself, or what is left of it: its item when the picture is gone, null when both are. */
export function standingPlace(index: SceneIndex, place: SurfaceTarget | null): SurfaceTarget | null {
  if (place === null || index.rectOf(place)) return place;
  return index.item(place.itemId) ? { itemId: place.itemId, pictureId: null } : null;
}

/** The item a step leads to in scene order, entered at its first picture. */
export function stepFrom(index: SceneIndex, from: SurfaceTarget | null, step: Step): SurfaceTarget | null {
  const last = index.all.length - 1;
  const position = from === null ? -1 : index.positionOf(from.itemId);
  const next = { next: Math.min(last, position + 1), previous: Math.max(0, position - 1), first: 0, last }[step];
  const item = index.itemAt(next);
  return item ? { itemId: item.id, pictureId: item.pictures[0]?.id ?? null } : null;
}

function entryOf(item: SurfaceItem, origin: Rect, direction: Direction): SurfaceTarget {
  return nearestPicture(item, origin, () => true, direction) ?? { itemId: item.id, pictureId: null };
}

function nearestPicture(item: SurfaceItem, origin: Rect, isCandidate: (rect: Rect) => boolean, direction: Direction): SurfaceTarget | null {
  let best: SurfaceTarget | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const picture of item.pictures) {
    const rect = translate(picture, item);
    if (!isCandidate(rect)) continue;
    const from = centreOf(origin);
    const to = centreOf(rect);
    const [ahead, sideways] = isHorizontal(direction) ? [to.x - from.x, to.y - from.y] : [to.y - from.y, to.x - from.x];
    const cost = Math.abs(ahead) + SIDEWAYS_COST * Math.abs(sideways);
    if (cost >= bestCost) continue;
    best = { itemId: item.id, pictureId: picture.id };
    bestCost = cost;
  }
  return best;
}

function nearestItem(index: SceneIndex, item: SurfaceItem, origin: Rect, direction: Direction): SurfaceItem | null {
  const { bounds } = index;
  if (!bounds) return null;
  const whole = Math.max(bounds.w, bounds.h) * 2;
  for (let reach = FIRST_REACH; ; reach *= 4) {
    let best: SurfaceItem | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const candidate of index.itemsIn(areaAhead(item, direction, reach))) {
      if (candidate.id === item.id || !isAhead(item, candidate, direction)) continue;
      const cost = itemCost(item, origin, candidate, direction);
      if (cost === null || cost >= bestCost) continue;
      best = candidate;
      bestCost = cost;
    }
    // Beyond the reach something cheaper could still lie; within it, the best found is the best there is.
    if (bestCost <= reach || reach > whole) return best;
  }
}

function areaAhead(from: Rect, direction: Direction, reach: number): Rect {
  const centre = centreOf(from);
  switch (direction) {
    case "right":
      return { x: centre.x, y: centre.y - reach, w: reach + from.w, h: 2 * reach };
    case "left":
      return { x: centre.x - reach - from.w, y: centre.y - reach, w: reach + from.w, h: 2 * reach };
    case "down":
      return { x: centre.x - reach, y: centre.y, w: 2 * reach, h: reach + from.h };
    case "up":
      return { x: centre.x - reach, y: centre.y - reach - from.h, w: 2 * reach, h: reach + from.h };
    default:
      return direction satisfies never;
  }
}

/** Gaps between sides, not distances of centres: a large item next door is near. Null for what lies too far aside. */
function itemCost(item: Rect, origin: Rect, candidate: Rect, direction: Direction): number | null {
  const from = centreOf(item);
  const to = centreOf(candidate);
  const [ahead, progress, sideways] = isHorizontal(direction)
    ? [gap(item.x, item.w, candidate.x, candidate.w), Math.abs(to.x - from.x), gap(origin.y, origin.h, candidate.y, candidate.h)]
    : [gap(item.y, item.h, candidate.y, candidate.h), Math.abs(to.y - from.y), gap(origin.x, origin.w, candidate.x, candidate.w)];
  return sideways > progress * MAX_SLOPE ? null : ahead + SIDEWAYS_COST * sideways;
}

function gap(aStart: number, aLength: number, bStart: number, bLength: number): number {
  return Math.max(0, bStart - aStart - aLength, aStart - bStart - bLength);
}

function isAhead(from: Rect, to: Rect, direction: Direction): boolean {
  const a = centreOf(from);
  const b = centreOf(to);
  switch (direction) {
    case "right":
      return b.x > a.x + 1;
    case "left":
      return b.x < a.x - 1;
    case "down":
      return b.y > a.y + 1;
    case "up":
      return b.y < a.y - 1;
    default:
      return direction satisfies never;
  }
}

function isHorizontal(direction: Direction): boolean {
  return direction === "left" || direction === "right";
}
