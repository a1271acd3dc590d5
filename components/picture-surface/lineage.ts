import type { SurfaceScene } from "./scene";

/**
 * Where an item stands in the tree the edges make. Level and position count from 1, as assistive technology does; an
 * item's pictures and the items it leads to are one set, pictures first.
 */
export type TreePlace = {
  readonly parentId: string | null;
  readonly childIds: readonly string[];
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** Its place when the whole tree is read from top to bottom, from 0. */
  readonly order: number;
};

/** The tree of a scene by item id. An item has one parent, the first that leads to it; a loop is cut where it is entered. */
export function lineageOf({ items, edges }: SurfaceScene): ReadonlyMap<string, TreePlace> {
  const known = new Map(items.map((item) => [item.id, item]));
  const parents = new Map<string, string>();
  for (const { from, to } of edges) if (known.has(from) && known.has(to) && !parents.has(to)) parents.set(to, from);
  const children = new Map<string, string[]>();
  for (const [child, parent] of inSceneOrder(items, parents)) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(child);
    else children.set(parent, [child]);
  }
  const places = new Map<string, TreePlace>();
  const read = (rootId: string, position: number, setSize: number) => {
    const waiting = [{ id: rootId, parentId: null as string | null, level: 1, position, setSize }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (places.has(next.id)) continue;
      const childIds = children.get(next.id) ?? [];
      const { id, ...stands } = next;
      places.set(id, { ...stands, childIds, order: places.size });
      const pictures = known.get(id)?.pictures.length ?? 0;
      childIds.forEach((_, at) => {
        // The last child is put down first, so that the first is read first.
        const nth = childIds.length - at;
        const childId = childIds[nth - 1];
        if (childId === undefined) return;
        waiting.push({ id: childId, parentId: id, level: next.level + 1, position: pictures + nth, setSize: pictures + childIds.length });
      });
    }
  };
  const roots = items.filter((item) => !parents.has(item.id));
  for (const [at, { id }] of roots.entries()) read(id, at + 1, roots.length);
  for (const { id } of items) if (!places.has(id)) read(id, 1, 1);
  return places;
}

function inSceneOrder(items: SurfaceScene["items"], parents: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return items.flatMap((item) => {
    const parent = parents.get(item.id);
    return parent === undefined ? [] : [[item.id, parent] as const];
  });
}
