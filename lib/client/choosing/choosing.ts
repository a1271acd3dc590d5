import { matchQuery, type QueryClient } from "@tanstack/react-query";
import { studio } from "../query";
import type { ChoiceOf } from "./choice-of";
import { createInOrder } from "./in-order";
import { patchVariants } from "./patch-variants";

/** Choices on their way to the studio. What is read meanwhile may not know them yet: they are shown over it. */
export interface Choosing {
  /**
   * Shows choices at once and makes the call that sends them after those of the same variants. A refused one is not shown any
   * longer; whoever hears the refusal has the lists read again.
   */
  send<Answer>(choices: readonly ChoiceOf[], call: () => Promise<Answer>): Promise<Answer>;
}

interface Pending {
  readonly choices: readonly ChoiceOf[];
  /** The moment of the answer, on this object's own clock; null while there is none. A reading begun after it knows the choices. */
  answeredAt: number | null;
}

const LISTS = [studio.board.get.key(), studio.grid.cells.key(), studio.variant.getMany.key()];

const known = new WeakMap<QueryClient, Choosing>();

/** The one keeper of choices of a tab's query cache. */
export function choosingOf(queries: QueryClient): Choosing {
  const before = known.get(queries);
  if (before) return before;
  const choosing = createChoosing(queries);
  known.set(queries, choosing);
  return choosing;
}

function createChoosing(queries: QueryClient): Choosing {
  const inOrder = createInOrder();
  const begun = new Map<string, number>();
  let pending: Pending[] = [];
  let clock = 0;

  const isUnknownTo = (readingBegan: number) => (entry: Pending) => entry.answeredAt === null || entry.answeredAt > readingBegan;
  const forgetAnswered = () => {
    pending = pending.filter(isUnknownTo(Math.min(clock, ...begun.values())));
  };

  queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || !LISTS.some((queryKey) => matchQuery({ queryKey }, event.query))) return;
    const { queryHash } = event.query;
    if (event.action.type === "fetch") begun.set(queryHash, ++clock);
    const began = begun.get(queryHash);
    if (began === undefined || event.query.state.fetchStatus !== "idle") return;
    begun.delete(queryHash);
    const missing = pending.filter(isUnknownTo(began)).flatMap(({ choices }) => choices);
    if (event.action.type === "success" && missing.length > 0) patchVariants(queries, missing);
    forgetAnswered();
  });

  return {
    async send(choices, call) {
      const entry: Pending = { choices, answeredAt: null };
      pending.push(entry);
      patchVariants(queries, choices);
      try {
        return await inOrder(
          choices.map(({ variantId }) => variantId),
          call,
        );
      } catch (refusal) {
        pending = pending.filter((other) => other !== entry);
        throw refusal;
      } finally {
        entry.answeredAt = ++clock;
        forgetAnswered();
      }
    },
  };
}
