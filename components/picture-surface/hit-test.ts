import type { Point, Rect } from "./geometry";
import { containsPoint, intersects, translate } from "./geometry";
import type { SurfaceItem, SurfaceTarget } from "./scene";
import type { SceneIndex } from "./scene-index";

/** What lies under a world point: a picture before its item, the later item before the earlier one, or nothing. */
export function hitTest(index: SceneIndex, point: Point): SurfaceTarget | null {
  let top: SurfaceItem | null = null;
  for (const item of index.itemsIn({ ...point, w: 0, h: 0 })) {
    if (!containsPoint(item, point)) continue;
    if (top === null || index.positionOf(item.id) > index.positionOf(top.id)) top = item;
  }
  if (top === null) return null;
  const inItem = { x: point.x - top.x, y: point.y - top.y };
  const picture = top.pictures.findLast((candidate) => containsPoint(candidate, inItem));
  return { itemId: top.id, pictureId: picture?.id ?? null };
}

/** Everything a marquee takes: the pictures it touches; of items without pictures, the item. In scene order. */
export function targetsIn(index: SceneIndex, area: Rect): SurfaceTarget[] {
  const items = index.itemsIn(area).sort((a, b) => index.positionOf(a.id) - index.positionOf(b.id));
  return items.flatMap((item): SurfaceTarget[] => {
    if (item.pictures.length === 0) return [{ itemId: item.id, pictureId: null }];
    const touched = item.pictures.filter((picture) => intersects(translate(picture, item), area));
    return touched.map((picture) => ({ itemId: item.id, pictureId: picture.id }));
  });
}
