"use client";
import { useRefusal } from "@/lib/client/use-refusal";
import type { BoardActs } from "./use-board-acts";

const MOST_COMPARED = 8;

/** Why an act on the selection is not possible now, or not for me, as a sentence; null when it is. */
export function useReasons({ here, variants }: Pick<BoardActs, "here" | "variants">) {
  const notMyPrompt = useRefusal("prompt.write");
  const notMyPattern = useRefusal("pattern.write");
  const notMyCard = useRefusal("card.write");
  const noPrompt = here ? null : "Select a prompt or a picture first.";
  const noVariant = variants.length === 1 ? null : "Select one picture first.";
  return {
    fold: noPrompt,
    /** Branch, vary, edit, archive. */
    prompt: notMyPrompt ?? noPrompt,
    branchWith: notMyPrompt ?? noVariant,
    compare:
      variants.length < 2
        ? "Select two to eight pictures first."
        : variants.length > MOST_COMPARED
          ? "Compare takes at most eight pictures."
          : null,
    promote:
      notMyPattern ??
      noVariant ??
      (variants[0]?.flag === "pick" ? null : "Pick the picture first: only what was chosen becomes a pattern."),
    send: notMyCard ?? noVariant,
  };
}
