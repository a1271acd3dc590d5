"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import type { Draft } from "@/lib/client/desk/draft";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { PromptView } from "@/lib/domain/prompt/view";

/** The prompt a draft becomes: a new root, a branch with its parent, or the edited one. */
function becomePrompt(boardId: string, { origin, recipe }: Draft): Promise<PromptView> {
  switch (origin.kind) {
    case "root":
      return rpc.prompt.write({ boardId, recipe });
    case "edit":
      return rpc.prompt.edit({ promptId: origin.promptId, version: origin.version, recipe });
    case "branch":
      return rpc.prompt.branch({
        promptId: origin.promptId,
        change: recipe,
        ...(origin.variantId === null ? {} : { variant: { variantId: origin.variantId, use: null } }),
      });
    default:
      return origin satisfies never;
  }
}

/**
 * Runs the draft: it becomes a prompt, the prompt is run, and the draft goes on as a branch of it – so the next run with
 * one word changed is a child, not a stranger. If the run is refused the prompt stays on the board and the draft edits it.
 */
export function useRunDraft(boardId: string, cardId: string | null) {
  const desk = useDeskStore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, quoteMicros }: { draft: Draft; quoteMicros: string | undefined }) => {
      const prompt = await becomePrompt(boardId, draft);
      const title = prompt.recipe.text.slice(0, 60);
      continueFrom(draft, { kind: "edit", promptId: prompt.id, version: prompt.version, title });
      await rpc.run.start({
        promptId: prompt.id,
        ...(quoteMicros === undefined ? {} : { quoteMicros }),
        ...(cardId === null ? {} : { cardId }),
      });
      continueFrom(draft, { kind: "branch", promptId: prompt.id, variantId: null, title });
      desk.getState().show(prompt.id);
      return prompt;
    },
    // Not awaited: the next run need not wait until the board is read again.
    onSettled: () => void queries.invalidateQueries({ queryKey: studio.board.key() }),
  });

  /** What was typed meanwhile stays; only where it goes changes. */
  function continueFrom(sent: Draft, origin: Draft["origin"]): void {
    const { draft, setDraft } = desk.getState();
    const isSame = draft.origin.kind === sent.origin.kind || draft.origin.kind === "edit";
    if (isSame) setDraft({ ...draft, origin });
  }
}
