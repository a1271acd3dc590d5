"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { useDeskStore } from "@/lib/client/desk/desk-provider";
import type { Draft, Origin } from "@/lib/client/desk/draft";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { runNewPrompt } from "@/lib/client/run-new-prompt";
import { codeOf, isRefusal, sentenceOf } from "@/lib/client/sentence";
import { plainText } from "@/lib/domain/grid/draft";
import type { PatternChange } from "@/lib/domain/pattern/free-control";
import { titleOf } from "@/lib/domain/prompt/title";
import type { PromptView } from "@/lib/domain/prompt/view";

/** The prompt a draft becomes: a new root, a branch with its parent, or the edited one. */
export function becomePrompt(boardId: string, { origin, recipe: typed, pattern }: Draft, change: PatternChange): Promise<PromptView> {
  if (pattern) return rpc.pattern.use({ ...change, versionId: pattern.versionId, boardId, values: pattern.values, place: placeOf(origin) });
  const recipe = { ...typed, text: plainText(typed.text), negative: plainText(typed.negative) };
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

function placeOf(origin: Origin) {
  switch (origin.kind) {
    case "root":
      return { kind: "root" as const };
    case "edit":
      return { kind: "edit" as const, promptId: origin.promptId, version: origin.version };
    case "branch":
      return { kind: "branch" as const, promptId: origin.promptId, variantId: origin.variantId };
    default:
      return origin satisfies never;
  }
}

const TITLE_LENGTH = 60;

interface RunAsked {
  readonly draft: Draft;
  readonly quoteMicros: string | undefined;
  /** What is set otherwise than the draft's pattern does. */
  readonly change: PatternChange;
}

/**
 * Runs the draft: it becomes a prompt, the prompt is run, and the draft goes on as a branch of it – so the next run with
 * one word changed is a child, not a stranger. A refused run leaves the draft as it was. `overtaken` says that somebody
 * changed the edited prompt first; what was typed is kept until the person decides.
 */
export function useRunDraft(boardId: string, cardId: string | null) {
  const desk = useDeskStore();
  const queries = useQueryClient();
  const mutation = useMutation({
    meta: { isQuiet: true },
    mutationFn: async ({ draft, quoteMicros, change }: RunAsked) => {
      const prompt = await becomePrompt(boardId, draft, change);
      const title = titleOf(prompt.recipe.text, TITLE_LENGTH);
      // From here on it exists: should nobody hear how the run went, pressing Run again runs this one.
      continueFrom(draft, { kind: "edit", promptId: prompt.id, version: prompt.version, title });
      desk.getState().begin(prompt);
      desk.getState().show(prompt.id);
      const start = draft.origin.kind === "edit" ? rpc.run.start : runNewPrompt;
      try {
        await start({
          promptId: prompt.id,
          ...(quoteMicros === undefined ? {} : { quoteMicros }),
          ...(cardId === null ? {} : { cardId }),
        });
      } catch (error) {
        desk.getState().begun(prompt.id);
        if (draft.origin.kind !== "edit" && isRefusal(error)) continueFrom(draft, draft.origin);
        throw error;
      }
      continueFrom(draft, { kind: "branch", promptId: prompt.id, variantId: null, title });
      return prompt;
    },
    onError: (error, { draft }) => {
      if (!isOvertaken(error, draft)) announce({ tone: "bad", text: sentenceOf(error) });
    },
    // Not awaited: the next run need not wait until the board is read again.
    onSettled: (prompt) =>
      void queries.invalidateQueries({ queryKey: studio.board.key() }).then(() => prompt && desk.getState().begun(prompt.id)),
  });
  const { error, variables, isPending, mutate, reset } = mutation;
  const overtaken = error && variables && isOvertaken(error, variables.draft) ? sentenceOf(error) : null;
  return { isPending, start: mutate, overtaken, settle: reset };

  /** What was typed meanwhile stays; only where it goes changes. */
  function continueFrom(sent: Draft, origin: Draft["origin"]): void {
    const { draft, setDraft } = desk.getState();
    const isSame = draft.origin.kind === sent.origin.kind || draft.origin.kind === "edit";
    if (isSame) setDraft({ ...draft, origin });
  }

  /** An edit that was saved has a newer version on the desk than the one that was sent: what failed then was the run. */
  function isOvertaken(failure: unknown, { origin }: Draft): boolean {
    const now = desk.getState().draft.origin;
    const isUnsaved = origin.kind === "edit" && now.kind === "edit" && now.promptId === origin.promptId && now.version === origin.version;
    return isUnsaved && codeOf(failure) === "CONFLICT";
  }
}
