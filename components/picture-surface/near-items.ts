import { centreOf } from "./geometry";
import type { SurfaceItem, SurfaceTarget } from "./scene";
import type { SurfaceView } from "./surface-view";

/** Elements the mirror may hold: enough for any view one can read, few enough to be free. */
const MAX_MIRRORED = 200;
/** Ancestors mirrored out of view: enough to say where one is, without crowding out what is seen. */
const MAX_ANCESTORS = 6;

/**
 * The items the mirror holds: the focused one with its ancestors, and what lies nearest to the view's centre. In the
 * order of the tree, where a level belongs to the nearest lesser one before it.
 */
export function nearItems(view: SurfaceView, focus: SurfaceTarget | null): readonly SurfaceItem[] {
  const centre = centreOf(view.visibleWorld());
  const farness = (item: SurfaceItem) => Math.hypot(centreOf(item).x - centre.x, centreOf(item).y - centre.y);
  const visible = view.visibleItems().map((item) => ({ item, far: farness(item) }));
  visible.sort((a, b) => a.far - b.far);
  const near = new Set<SurfaceItem>();
  const focused = focus && view.index.item(focus.itemId);
  let count = 0;
  for (const item of [...(focused ? withAncestors(view, focused) : []), ...visible.map((entry) => entry.item)]) {
    if (near.has(item)) continue;
    count += 1 + item.pictures.length;
    if (near.size > 0 && count > MAX_MIRRORED) break;
    near.add(item);
  }
  const orderOf = (item: SurfaceItem) => view.index.treePlace(item.id)?.order ?? 0;
  return [...near].sort((a, b) => orderOf(a) - orderOf(b));
}

function withAncestors({ index }: SurfaceView, item: SurfaceItem): readonly SurfaceItem[] {
  const line = [item];
  for (
    let at = index.treePlace(item.id)?.parentId ?? null;
    at !== null && line.length <= MAX_ANCESTORS;
    at = index.treePlace(at)?.parentId ?? null
  ) {
    const ancestor = index.item(at);
    if (!ancestor || line.includes(ancestor)) break;
    line.push(ancestor);
  }
  return line;
}
