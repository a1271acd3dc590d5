import { matchQuery, type QueryClient } from "@tanstack/react-query";
import { studio } from "../query";
import type { ChoiceOf } from "./choice-of";
import { createInOrder } from "./in-order";
import { patchVariants } from "./patch-variants";

/** Choices on their way to the studio. What is read meanwhile may not know them yet: they are shown over it. */
export interface Choosing {
  /** Shows choices from now on, over those that were shown before. */
  show(choices: readonly ChoiceOf[]): ShownChoices;
}

/** Choices on screen that the studio has not answered yet. */
export interface ShownChoices {
  /**
   * Makes the call that sends them, after those of the same variants; `choices` is what is sent in the end, where that became
   * clear only now. Refused, they are not shown any longer; whoever hears the refusal has the lists read again.
   */
  send<Answer>(call: () => Promise<Answer>, choices?: readonly ChoiceOf[]): Promise<Answer>;
  /** They will not be sent: it is so already, or what they build on was refused. */
  drop(): void;
}

interface Pending {
  choices: readonly ChoiceOf[];
  isSent: boolean;
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

  const drop = (entry: Pending) => {
    pending = pending.filter((other) => other !== entry);
  };
  const showAll = () =>
    patchVariants(
      queries,
      pending.flatMap(({ choices }) => choices),
    );
  if (typeof window !== "undefined") warnOfLeaving(() => pending.some(({ isSent }) => !isSent));

  return {
    show(choices) {
      const entry: Pending = { choices, isSent: false, answeredAt: null };
      pending.push(entry);
      showAll();
      return {
        async send(call, sent = entry.choices) {
          entry.choices = sent;
          showAll();
          try {
            return await inOrder(
              sent.map(({ variantId }) => variantId),
              () => {
                entry.isSent = true;
                return call();
              },
            );
          } catch (refusal) {
            drop(entry);
            throw refusal;
          } finally {
            entry.answeredAt = ++clock;
            forgetAnswered();
          }
        },
        drop: () => {
          if (!entry.isSent) drop(entry);
        },
      };
    },
  };
}

/** What waits for its turn would be lost with the page; what was sent arrives all the same. */
function warnOfLeaving(hasUnsent: () => boolean): void {
  window.addEventListener("beforeunload", (event) => {
    if (hasUnsent()) event.preventDefault();
  });
}
