/** The things of a clause, and whether its verb was read. */
export interface Clause {
  /** Numbers of the things that stand before the verb, joined by "and". */
  readonly things: number[];
  hasVerb: boolean;
  /** Whether "and" was the last word of weight: what follows is one more of them. */
  isOpen: boolean;
  /** Whether it said a colour of them. */
  isColoured: boolean;
}

export function newClause(): Clause {
  return { things: [], hasVerb: false, isOpen: true, isColoured: false };
}
