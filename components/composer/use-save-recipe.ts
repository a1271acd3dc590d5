"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { announce } from "@/components/ui/announce";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import type { Draft } from "@/lib/client/desk/draft";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { PatternChange } from "@/lib/domain/pattern/free-control";
import { titleOf } from "@/lib/domain/prompt/title";
import { becomePrompt } from "./use-run-draft";

const TITLE_LENGTH = 60;

/** Saves the draft as the recipe of a card's approved attempt, without a run: it becomes a prompt, and the approval goes stale. */
export function useSaveRecipe(boardId: string, cardId: string | null, attemptId: string | null) {
  const desk = useDeskStore();
  const queries = useQueryClient();
  const router = useRouter();
  const mutation = useMutation({
    meta: { isQuiet: true },
    mutationFn: async ({ draft, change }: { draft: Draft; change: PatternChange }) => {
      if (cardId === null || attemptId === null) return;
      const prompt = await becomePrompt(boardId, draft, change);
      const { draft: now, setDraft } = desk.getState();
      const title = titleOf(prompt.recipe.text, TITLE_LENGTH);
      // From here on it exists: saving again writes this one anew.
      setDraft({ ...now, origin: { kind: "edit", promptId: prompt.id, version: prompt.version, title } });
      await rpc.card.editRecipe({ cardId, attemptId, promptId: prompt.id });
    },
    onSuccess: () =>
      announce({
        tone: "ok",
        text: "This is the card's recipe now, and its approval is stale.",
        action: { label: "Open the card", run: () => router.push(`/review/${cardId}`) },
      }),
    onError: (error) => announce({ tone: "bad", text: sentenceOf(error) }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: studio.board.key() });
      void queries.invalidateQueries({ queryKey: studio.card.key() });
    },
  });
  return { save: mutation.mutate, isPending: mutation.isPending };
}
