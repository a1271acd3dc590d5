"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useHistory } from "../history/history-provider";
import { studio } from "../query";
import type { ChoiceOf } from "./choice-of";
import { choosingOf } from "./choosing";

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
  const send = (choices: readonly ChoiceOf[]) =>
    choosingOf(queries).send(choices, () =>
      mutateAsync({
        choices: choices.map(({ variantId, flag, rating }) => ({
          variantId,
          ...(flag === undefined ? {} : { flag }),
          ...(rating === undefined ? {} : { rating }),
        })),
      }),
    );
  return (choices) => {
    const [first] = choices;
    if (!first) return;
    let before: readonly ChoiceOf[] = [];
    const chosen = history.act({
      title: first.flag === undefined ? "rating" : TITLES[first.flag],
      forth: async () => {
        before = (await send(choices)).before;
      },
      back: () => send(before),
    });
    // The refusal is announced by the query client.
    chosen.catch(() => undefined);
  };
}
