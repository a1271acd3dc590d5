interface Node {
  readonly id: string;
  readonly parentId: string | null;
}

/** A board of which some prompts are folded: what is shown, and for each folded prompt how many prompts it hides. */
export interface FoldedLineage<N extends Node> {
  readonly shown: readonly N[];
  readonly hidden: ReadonlyMap<string, number>;
}

/** Hides everything below the folded prompts. Parents come before their children. */
export function foldLineage<N extends Node>(nodes: readonly N[], folded: ReadonlySet<string>): FoldedLineage<N> {
  const hidden = new Map<string, number>();
  /** Under which folded prompt a prompt disappears. */
  const hiddenBy = new Map<string, string>();
  const shown = nodes.filter((node) => {
    const parentId = node.parentId;
    const by = parentId === null ? undefined : (hiddenBy.get(parentId) ?? (hidden.has(parentId) ? parentId : undefined));
    if (by !== undefined) {
      hiddenBy.set(node.id, by);
      hidden.set(by, (hidden.get(by) ?? 0) + 1);
      return false;
    }
    if (folded.has(node.id)) hidden.set(node.id, 0);
    return true;
  });
  return { shown, hidden };
}

/** The folded prompts that keep this one out of sight: its folded ancestors. */
export function foldedAbove(nodes: readonly Node[], id: string, folded: ReadonlySet<string>): readonly string[] {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const above: string[] = [];
  const seen = new Set([id]);
  for (let at = parents.get(id) ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    seen.add(at);
    if (folded.has(at)) above.push(at);
  }
  return above;
}
