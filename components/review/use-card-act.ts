"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { codeOf, sentenceOf } from "@/lib/client/sentence";

/** One act on a card and what is said when it is done. */
export type CardAct<Answer> = {
  readonly said: string;
  /** Where to go from here, said with it. */
  readonly next?: { readonly label: string; readonly run: () => void };
  readonly call: () => Promise<Answer>;
};

export type CardActing = {
  /** Does it; `done` runs when the studio has agreed. */
  run<Answer>(act: CardAct<Answer>, done?: (answer: Answer) => void): void;
  readonly isBusy: boolean;
};

/**
 * Runs acts on cards. Whatever came of it, the card is read again: when somebody else was first, the refusal says what
 * happened and the screen shows it.
 */
export function useCardAct(): CardActing {
  const queries = useQueryClient();
  const mutation = useMutation({
    meta: { isQuiet: true },
    /** Answers with what is to be done once the studio has agreed. */
    mutationFn: ({ call }: CardAct<() => void>) => call(),
    onSuccess: (_, { said, next }) => announce({ tone: "ok", text: said, ...(next ? { action: next } : {}) }),
    onError: (error) => {
      const wasSecond = codeOf(error) === "CONFLICT";
      announce({
        tone: wasSecond ? "warn" : "bad",
        text: sentenceOf(error),
        ...(wasSecond ? { detail: "Somebody was first. What you see now is how it stands." } : {}),
      });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: studio.card.key() }),
        queries.invalidateQueries({ queryKey: studio.publication.key() }),
      ]),
  });
  return {
    run: ({ call, ...act }, done) => {
      const finishing = async () => {
        const answer = await call();
        return () => done?.(answer);
      };
      mutation.mutate({ ...act, call: finishing }, { onSuccess: (finish) => finish() });
    },
    isBusy: mutation.isPending,
  };
}
