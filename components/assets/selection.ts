/** What is selected in a gallery: some files by name, or all that its filter finds, read or not. */
export type Selection = { readonly kind: "some"; readonly ids: ReadonlySet<string> } | { readonly kind: "all" };

export const NOTHING_SELECTED: Selection = { kind: "some", ids: new Set() };

/** How many are selected of so many. */
export const countSelected = (selection: Selection, total: number) => (selection.kind === "all" ? total : selection.ids.size);

/** A file more, or one less. Of all of them, one pressed alone remains: which others were meant, nobody has said. */
export function toggled(selection: Selection, id: string): Selection {
  if (selection.kind === "all") return { kind: "some", ids: new Set([id]) };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { kind: "some", ids };
}

/** Has everything: what a surface asks when all are selected. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }
  override get size(): number {
    return Number.POSITIVE_INFINITY;
  }
}

const EVERYTHING: ReadonlySet<string> = new Everything();

export const idsToRing = (selection: Selection): ReadonlySet<string> => (selection.kind === "all" ? EVERYTHING : selection.ids);
