"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useHistory } from "../history/history-provider";
import { studio } from "../query";
import type { ChoiceOf } from "./choice-of";
import { choosingOf, type ShownChoices } from "./choosing";
import { standing } from "./patch-variants";

const TITLES = { pick: "pick", reject: "reject", none: "unflag" } as const;

/**
 * Flags and rates variants, one or many. Every open list shows it at the press; a refusal springs back. Undo restores each
 * variant to what it was, not to a default.
 */
export function useChoose(): (choices: readonly ChoiceOf[]) => void {
  const queries = useQueryClient();
  const history = useHistory();
  const { mutateAsync } = useMutation(
    studio.variant.choose.mutationOptions({
      onError: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.board.key() }),
          queries.invalidateQueries({ queryKey: studio.grid.cells.key() }),
          queries.invalidateQueries({ queryKey: studio.variant.key() }),
        ]),
    }),
  );
  const put = (choices: readonly ChoiceOf[]) =>
    mutateAsync({
      choices: choices.map(({ variantId, flag, rating, colour }) => ({
        variantId,
        ...(flag === undefined ? {} : { flag }),
        ...(rating === undefined ? {} : { rating }),
        ...(colour === undefined ? {} : { colour }),
      })),
    });
  return (choices) => {
    const [first] = choices;
    if (!first) return;
    const choosing = choosingOf(queries);
    // What undo shows at the press; what it sends is what the studio says it was.
    const stood = standing(queries, choices);
    let before: readonly ChoiceOf[] = stood;
    /** Undo and redo that wait for their turn, in the order of the presses. */
    const waiting: ShownChoices[] = [];
    const send = (sent: readonly ChoiceOf[]) => (waiting.shift() ?? choosing.show(sent)).send(() => put(sent), sent);
    const chosen = history.act({
      title: first.flag === undefined ? (first.rating === undefined ? "colour" : "rating") : TITLES[first.flag],
      show(isBack) {
        const shown = choosing.show(isBack ? stood : choices);
        waiting.push(shown);
        return () => {
          shown.drop();
          if (waiting.includes(shown)) waiting.splice(waiting.indexOf(shown), 1);
        };
      },
      forth: async () => {
        before = (await send(choices)).before;
      },
      back: () => send(before),
    });
    // The refusal is announced by the query client.
    chosen.catch(() => undefined);
  };
}
