import type { SurfaceItem, SurfaceScene } from "./scene";

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
  const read = (rootId: string, nth: number, roots: number) => {
    const waiting = [{ id: rootId, parentId: null as string | null, level: 1, nth, siblings: roots }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (places.has(next.id)) continue;
      const { id, parentId, level } = next;
      const childIds = children.get(id) ?? [];
      const parent = parentId === null ? undefined : known.get(parentId);
      places.set(id, new Standing(parentId, childIds, level, places.size, parent, next.nth, next.siblings));
      // The last child is put down first, so that the first is read first.
      for (let at = childIds.length; at > 0; at -= 1) {
        const childId = childIds[at - 1];
        if (childId !== undefined) waiting.push({ id: childId, parentId: id, level: level + 1, nth: at, siblings: childIds.length });
      }
    }
  };
  const roots = items.filter((item) => !parents.has(item.id));
  for (const [at, { id }] of roots.entries()) read(id, at + 1, roots.length);
  for (const { id } of items) if (!places.has(id)) read(id, 1, 1);
  return places;
}

/** Its parent's pictures are counted when somebody asks: an owner of thousands of items puts them together when they are near. */
class Standing implements TreePlace {
  constructor(
    readonly parentId: string | null,
    readonly childIds: readonly string[],
    readonly level: number,
    readonly order: number,
    private readonly parent: SurfaceItem | undefined,
    private readonly nth: number,
    private readonly siblings: number,
  ) {}

  get position(): number {
    return (this.parent?.pictures.length ?? 0) + this.nth;
  }

  get setSize(): number {
    return (this.parent?.pictures.length ?? 0) + this.siblings;
  }
}

function inSceneOrder(items: SurfaceScene["items"], parents: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return items.flatMap((item) => {
    const parent = parents.get(item.id);
    return parent === undefined ? [] : [[item.id, parent] as const];
  });
}
