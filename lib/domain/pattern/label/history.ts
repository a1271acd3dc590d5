/** What happened to a label, oldest first. Null = nowhere. */
export interface PastMove {
  readonly kind: "saved" | "moved" | "rolled-back";
  readonly fromId: string | null;
  readonly toId: string | null;
}

/** Where a label goes when its last act is taken back: `undefined` when there is nothing to go back to. */
export function placeBefore(moves: readonly PastMove[]): string | null | undefined {
  const [first] = moves;
  if (!first) return undefined;
  const places: (string | null)[] = [first.fromId];
  for (const { kind, toId } of moves) {
    // Rolled back twice, it is where it was two moves ago – not where it was before the first roll-back.
    if (kind === "rolled-back") places.pop();
    else places.push(toId);
  }
  return places.length < 2 ? undefined : places.at(-2);
}
