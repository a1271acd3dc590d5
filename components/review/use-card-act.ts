"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { codeOf, sentenceOf } from "@/lib/client/sentence";

/** One act on a card and what is said when it is done. */
export type CardAct<Answer> = {
  readonly said: string;
  /** What the studio adds to it, in sentences; shown below. */
  readonly notes?: (answer: Answer) => readonly string[];
  /** Where to go from here, said with it. */
  readonly next?: { readonly label: string; readonly run: (answer: Answer) => void };
  readonly call: () => Promise<Answer>;
  /** When somebody was first, once the card shows how it stands: closes what asked for an act that is not to be had any more. */
  readonly overtaken?: () => void;
};

export type CardActing = {
  /** Does it; `done` runs when the studio has agreed. */
  run<Answer>(act: CardAct<Answer>, done?: (answer: Answer) => void): void;
  readonly isBusy: boolean;
};

/** What follows once the studio has agreed, with its answer already in it. */
type Agreed = {
  readonly finish: () => void;
  readonly detail: string;
  readonly next: { readonly label: string; readonly run: () => void } | null;
};

/**
 * Runs acts on cards. Whatever came of it, the card is read again: when somebody else was first, the refusal says what
 * happened and the screen shows it.
 */
export function useCardAct(): CardActing {
  const queries = useQueryClient();
  const readAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: studio.card.key() }),
      queries.invalidateQueries({ queryKey: studio.publication.key() }),
    ]);
  const mutation = useMutation({
    meta: { isQuiet: true },
    mutationFn: ({ call }: { said: string; call: () => Promise<Agreed>; overtaken: () => void }) => call(),
    // Here and not beside the call: what follows must happen even when the form is gone by then. Said only when the
    // card shows it: "approved" over a card that still waits reads as a mistake.
    onSuccess: async ({ next, detail, finish }, { said }) => {
      await readAgain();
      announce({ tone: "ok", text: said, detail, ...(next ? { action: next } : {}) });
      finish();
    },
    onError: async (error, { overtaken }) => {
      await readAgain();
      const wasSecond = codeOf(error) === "CONFLICT";
      announce({
        tone: wasSecond ? "warn" : "bad",
        text: sentenceOf(error),
        ...(wasSecond ? { detail: "Somebody was first. What you see now is how it stands." } : {}),
      });
      if (wasSecond) overtaken();
    },
  });
  return {
    run: ({ said, call, notes, next, overtaken }, done) => {
      const agreed = async (): Promise<Agreed> => {
        const answer = await call();
        const detail = notes?.(answer).join(" ") ?? "";
        return { finish: () => done?.(answer), detail, next: next ? { label: next.label, run: () => next.run(answer) } : null };
      };
      mutation.mutate({ said, call: agreed, overtaken: () => overtaken?.() });
    },
    isBusy: mutation.isPending,
  };
}
