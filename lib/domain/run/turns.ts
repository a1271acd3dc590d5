/**
 * Whose turn it is. Every run gets the number of a round; in each round everybody has one run, so that nobody waits
 * behind somebody else's hundred. Who comes later joins the round that is being worked on, not the first one.
 */
export function turnOf(facts: {
  /** The highest round of a run that was started; the round being worked on. Null: none yet. */
  readonly current: number | null;
  /** The highest round of this person's runs that have not ended; null when they have none. */
  readonly own: number | null;
}): number {
  const joined = facts.current ?? 0;
  return facts.own === null ? joined : Math.max(joined, facts.own + 1);
}

/** Rounds a final run stands back where drafts go first: long enough to be felt, too short to starve. */
const FINAL_STANDS_BACK = 5;
/** Above every cell of a grid, which are below zero. */
const FIRST = 1_000_000_000;

/** A job's priority in the queue: higher goes first. */
export function priorityOf(turn: number, quality: "draft" | "final", draftsFirst: boolean): number {
  return FIRST - turn - (draftsFirst && quality === "final" ? FINAL_STANDS_BACK : 0);
}
