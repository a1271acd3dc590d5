import { centreOf } from "./geometry";
import type { SurfaceItem, SurfaceTarget } from "./scene";
import type { SurfaceView } from "./surface-view";

/** Elements the mirror may hold: enough for any view one can read, few enough to be free. */
const MAX_MIRRORED = 200;

/** The items the mirror holds: the focused one and what lies nearest to the view's centre, in scene order. */
export function nearItems(view: SurfaceView, focus: SurfaceTarget | null): readonly SurfaceItem[] {
  const centre = centreOf(view.visibleWorld());
  const farness = (item: SurfaceItem) => Math.hypot(centreOf(item).x - centre.x, centreOf(item).y - centre.y);
  const visible = view.visibleItems().map((item) => ({ item, far: farness(item) }));
  visible.sort((a, b) => a.far - b.far);
  const near = new Set<SurfaceItem>();
  const focused = focus && view.index.item(focus.itemId);
  let count = 0;
  for (const item of [...(focused ? [focused] : []), ...visible.map((entry) => entry.item)]) {
    if (near.has(item)) continue;
    count += 1 + item.pictures.length;
    if (near.size > 0 && count > MAX_MIRRORED) break;
    near.add(item);
  }
  return [...near].sort((a, b) => view.index.positionOf(a.id) - view.index.positionOf(b.id));
}
