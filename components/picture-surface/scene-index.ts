import type { EdgeCurve } from "./edge-curve";
import { curveBounds, edgeCurve } from "./edge-curve";
import type { Rect } from "./geometry";
import { containAspect, intersects, translate, union } from "./geometry";
import type { TreePlace } from "./lineage";
import { lineageOf } from "./lineage";
import type { SurfaceEdge, SurfaceItem, SurfacePicture, SurfaceRegion, SurfaceScene, SurfaceTarget } from "./scene";
import { SpatialIndex } from "./spatial-index";

export type IndexedEdge = { readonly edge: SurfaceEdge; readonly curve: EdgeCurve };

/** What an update touched: the world rectangles to paint again (where a thing was and where it is). */
export type SceneChange = { readonly touched: readonly Rect[]; readonly hasMoved: boolean };

const ITEM_CELL = 512;
const EDGE_CELL = 1024;

/**
 * The scene, found by id and by place. Updates compare items and edges by reference, so a board of thousands in which
 * one card changed costs one pass of pointer comparisons and one re-index.
 */
export class SceneIndex {
  private scene: SurfaceScene = { items: [], edges: [] };
  private readonly items = new Map<string, SurfaceItem>();
  private readonly positions = new Map<string, number>();
  private readonly itemPlaces = new SpatialIndex<SurfaceItem>(ITEM_CELL);
  private readonly edges = new Map<string, IndexedEdge>();
  private readonly edgePlaces = new SpatialIndex<IndexedEdge>(EDGE_CELL);
  private extent: Rect | null = null;
  private places = 0;
  private tree: { readonly of: SurfaceScene; readonly places: ReadonlyMap<string, TreePlace> } | null = null;

  /** The smallest rectangle around all items, or null when there are none. */
  get bounds(): Rect | null {
    return this.extent;
  }

  /** Another number whenever an item came, went or moved. */
  get placeRevision(): number {
    return this.places;
  }

  get all(): readonly SurfaceItem[] {
    return this.scene.items;
  }

  /** Where the item stands in the tree; worked out when first asked for after a change. */
  treePlace(itemId: string): TreePlace | undefined {
    if (this.tree?.of !== this.scene) this.tree = { of: this.scene, places: lineageOf(this.scene) };
    return this.tree.places.get(itemId);
  }

  item(id: string): SurfaceItem | undefined {
    return this.items.get(id);
  }

  /** The item's place in the order the owner gave, from 0. */
  positionOf(itemId: string): number {
    return this.positions.get(itemId) ?? -1;
  }

  itemAt(position: number): SurfaceItem | undefined {
    return this.scene.items[position];
  }

  picture(target: SurfaceTarget): SurfacePicture | undefined {
    return this.items.get(target.itemId)?.pictures.find((picture) => picture.id === target.pictureId);
  }

  /** The world rectangle of a picture's cell or of an item; undefined once it is gone. */
  rectOf(target: SurfaceTarget): Rect | undefined {
    const item = this.items.get(target.itemId);
    if (!item || target.pictureId === null) return item;
    const picture = this.picture(target);
    return picture && translate(picture, item);
  }

  /** As `rectOf`, but of a picture only the part of its cell that shows it. */
  shownRectOf(target: SurfaceTarget): Rect | undefined {
    const rect = this.rectOf(target);
    const picture = this.picture(target);
    return rect && picture ? containAspect(rect, picture.aspect) : rect;
  }

  itemsIn(area: Rect): SurfaceItem[] {
    return this.itemPlaces.query(area);
  }

  /** Whether more than `limit` items are in an area, each as often as its bulk says. */
  isCrowded(area: Rect, limit: number): boolean {
    return this.itemPlaces.isCrowded(area, limit);
  }

  edgesIn(area: Rect): IndexedEdge[] {
    return this.edgePlaces.query(area);
  }

  /** In the order the owner gave. */
  regionsIn(area: Rect): readonly SurfaceRegion[] {
    return this.scene.regions?.filter((region) => intersects(region, area)) ?? [];
  }

  update(next: SurfaceScene): SceneChange {
    const touched: Rect[] = [];
    const moved = new Set<string>();
    const changedRegions = regionsBetween(this.scene.regions ?? [], next.regions ?? []);
    touched.push(...changedRegions);
    if (next.items !== this.scene.items) this.updateItems(next.items, touched, moved);
    if (next.edges !== this.scene.edges || moved.size > 0) this.updateEdges(next.edges, touched, moved);
    const hasMoved = moved.size > 0 || changedRegions.length > 0;
    if (hasMoved) {
      this.extent = boundsOf([...next.items, ...(next.regions ?? [])]);
      this.places += 1;
    }
    this.scene = next;
    return { touched, hasMoved };
  }

  private updateItems(next: readonly SurfaceItem[], touched: Rect[], moved: Set<string>): void {
    const current = this.scene.items;
    let isReordered = next.length !== current.length;
    next.forEach((item, position) => {
      const standsHere = current[position];
      if (standsHere === item) return;
      if (standsHere?.id !== item.id) isReordered = true;
      this.positions.set(item.id, position);
      const before = this.items.get(item.id);
      if (before === item) return;
      if (before) touched.push(before);
      touched.push(item);
      if (!before || !isSamePlace(before, item)) moved.add(item.id);
      this.items.set(item.id, item);
      this.itemPlaces.set(item.id, item, item, item.bulk);
    });
    if (isReordered) this.removeItemsMissingFrom(next, touched, moved);
  }

  private removeItemsMissingFrom(next: readonly SurfaceItem[], touched: Rect[], moved: Set<string>): void {
    const kept = new Set(next.map((item) => item.id));
    for (const [id, item] of this.items) {
      if (kept.has(id)) continue;
      this.items.delete(id);
      this.positions.delete(id);
      this.itemPlaces.delete(id);
      touched.push(item);
      moved.add(id);
    }
  }

  private updateEdges(next: readonly SurfaceEdge[], touched: Rect[], moved: ReadonlySet<string>): void {
    const kept = new Set<string>();
    for (const edge of next) {
      const from = this.items.get(edge.from);
      const to = this.items.get(edge.to);
      if (!from || !to) continue;
      kept.add(edge.id);
      const before = this.edges.get(edge.id);
      if (before?.edge === edge && !moved.has(edge.from) && !moved.has(edge.to)) continue;
      if (before) touched.push(curveBounds(before.curve));
      const indexed = { edge, curve: edgeCurve(from, to) };
      const bounds = curveBounds(indexed.curve);
      touched.push(bounds);
      this.edges.set(edge.id, indexed);
      this.edgePlaces.set(edge.id, bounds, indexed);
    }
    if (this.edges.size === kept.size) return;
    for (const [id, indexed] of this.edges) {
      if (kept.has(id)) continue;
      this.edges.delete(id);
      this.edgePlaces.delete(id);
      touched.push(curveBounds(indexed.curve));
    }
  }
}

function isSamePlace(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

/** Those that are only in one of the two. */
function regionsBetween(before: readonly SurfaceRegion[], after: readonly SurfaceRegion[]): readonly SurfaceRegion[] {
  if (before === after) return [];
  const [old, now] = [new Set(before), new Set(after)];
  return [...before.filter((region) => !now.has(region)), ...after.filter((region) => !old.has(region))];
}

function boundsOf(rects: readonly Rect[]): Rect | null {
  let bounds: Rect | null = null;
  for (const rect of rects) bounds = bounds === null ? { x: rect.x, y: rect.y, w: rect.w, h: rect.h } : union(bounds, rect);
  return bounds;
}
