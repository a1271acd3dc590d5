"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useHistory } from "../history/history-provider";
import { studio } from "../query";
import type { ChoiceOf } from "./choice-of";
import { patchVariants } from "./patch-variants";

const TITLES = { pick: "pick", reject: "reject", none: "unflag" } as const;

/**
 * Flags and rates variants, one or many. Every open list shows it at once; a refusal springs back. Undo restores each
 * variant to what it was, not to a default.
 */
export function useChoose(): (choices: readonly ChoiceOf[]) => void {
  const queries = useQueryClient();
  const history = useHistory();
  const { mutateAsync } = useMutation(
    studio.variant.choose.mutationOptions({
      onMutate: ({ choices }) => patchVariants(queries, choices),
      onError: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: studio.board.key() }),
          queries.invalidateQueries({ queryKey: studio.variant.key() }),
        ]),
    }),
  );
  const send = (choices: readonly ChoiceOf[]) =>
    mutateAsync({
      choices: choices.map(({ variantId, flag, rating }) => ({
        variantId,
        ...(flag === undefined ? {} : { flag }),
        ...(rating === undefined ? {} : { rating }),
      })),
    });
  return (choices) => {
    const [first] = choices;
    if (!first) return;
    const title = first.flag === undefined ? "rating" : TITLES[first.flag];
    // The refusal is announced by the query client; there is nothing to remember then.
    send(choices).then(
      ({ before }) => history.did({ title, undo: () => send(before), redo: () => send(choices) }),
      () => undefined,
    );
  };
}
