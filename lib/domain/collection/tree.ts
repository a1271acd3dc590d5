import type { Placed } from "./collection";

interface Named extends Placed {
  readonly name: string;
}

/** A line of the tree as it is seen: what lies in a folded collection has none. */
export interface TreeRow<Collection extends Named> {
  readonly collection: Collection;
  /** From 1; so are its place among those it lies beside, and how many those are. */
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** Null where nothing lies in it. */
  readonly folding: "open" | "folded" | null;
}

/** The lines of a tree from top to bottom, in the order the collections came in. One whose place is unknown is left out. */
export function treeRows<Collection extends Named>(
  tree: readonly Collection[],
  folded: ReadonlySet<string>,
): readonly TreeRow<Collection>[] {
  const inside = new Map<string | null, Collection[]>();
  for (const collection of tree) {
    const beside = inside.get(collection.parentId);
    if (beside) beside.push(collection);
    else inside.set(collection.parentId, [collection]);
  }
  const rows: TreeRow<Collection>[] = [];
  const add = (parentId: string | null, level: number) => {
    const beside = inside.get(parentId) ?? [];
    for (const [index, collection] of beside.entries()) {
      const folding = !inside.has(collection.id) ? null : folded.has(collection.id) ? "folded" : "open";
      rows.push({ collection, level, position: index + 1, setSize: beside.length, folding });
      if (folding === "open") add(collection.id, level + 1);
    }
  };
  add(null, 1);
  return rows;
}

export type TreeKey = "up" | "down" | "left" | "right" | "home" | "end";
export type TreeStep =
  | { readonly kind: "go"; readonly id: string }
  | { readonly kind: "fold"; readonly id: string; readonly isFolded: boolean };

/** What a key does on a line: left folds or goes out, right unfolds or goes in. Null where it leads nowhere. */
export function stepInTree(rows: readonly TreeRow<Named>[], atId: string, key: TreeKey): TreeStep | null {
  const index = rows.findIndex(({ collection }) => collection.id === atId);
  const row = rows[index];
  if (!row) return null;
  const go = (to: TreeRow<Named> | undefined): TreeStep | null => (to && to !== row ? { kind: "go", id: to.collection.id } : null);
  switch (key) {
    case "up":
      return go(rows[index - 1]);
    case "down":
      return go(rows[index + 1]);
    case "home":
      return go(rows[0]);
    case "end":
      return go(rows.at(-1));
    case "left":
      if (row.folding === "open") return { kind: "fold", id: atId, isFolded: true };
      return go(rows.find(({ collection }) => collection.id === row.collection.parentId));
    case "right":
      if (row.folding === "folded") return { kind: "fold", id: atId, isFolded: false };
      return row.folding === "open" ? go(rows[index + 1]) : null;
    default:
      return key satisfies never;
  }
}

/** The next line whose name begins with what was typed; one letter goes on from line to line, more letters may mean the present one. */
export function typedInTree(rows: readonly TreeRow<Named>[], atId: string, typed: string): string | null {
  const index = rows.findIndex(({ collection }) => collection.id === atId);
  const from = typed.length > 1 ? Math.max(0, index) : index + 1;
  const wanted = typed.toLocaleLowerCase("en");
  const found = [...rows.slice(from), ...rows.slice(0, from)].find(({ collection }) =>
    collection.name.toLocaleLowerCase("en").startsWith(wanted),
  );
  return found?.collection.id ?? null;
}
