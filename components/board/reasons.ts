"use client";
import { useRefusal } from "@/lib/client/use-refusal";
import { refuseComparing } from "@/lib/domain/compare/address";
import { MAX_PROMOTED } from "@/lib/domain/pattern/view";
import { MAX_REFERENCES } from "@/lib/domain/prompt/recipe";
import type { BoardActs } from "./use-board-acts";

const notPicked = (count: number) => `Pick ${count === 1 ? "the picture" : "all of them"} first: only what was chosen becomes a pattern.`;

const TOO_MANY = `A prompt takes at most ${MAX_REFERENCES} references.`;

type Chosen = Pick<BoardActs, "here" | "variants">;

/** Per kind of act, why it is somebody else's; null when it is mine. */
export interface NotMine {
  readonly prompt: string | null;
  readonly run: string | null;
  readonly pattern: string | null;
  readonly card: string | null;
  readonly note: string | null;
}

/** Why an act on the selection is not possible now, or not for me, as a sentence; null when it is. */
export function useReasons(chosen: Chosen) {
  return reasonsOf(chosen, {
    prompt: useRefusal("prompt.write"),
    run: useRefusal("run.start"),
    pattern: useRefusal("pattern.write"),
    card: useRefusal("card.write"),
    note: useRefusal("note.write"),
  });
}

export function reasonsOf({ here, variants }: Chosen, notMine: NotMine) {
  const noPrompt = here ? null : "Select a prompt or a picture first.";
  const noVariant = variants.length === 1 ? null : variants.length === 0 ? "Select a picture first." : "Select one picture only.";
  return {
    fold: noPrompt,
    /** Branch, vary, edit, archive. */
    prompt: notMine.prompt ?? noPrompt,
    below:
      notMine.prompt ??
      noPrompt ??
      (here?.prompt.grid ? "A grid is run again from its own page." : here?.prompt.frozen ? null : "This prompt has not run yet."),
    branchWith: notMine.prompt ?? noVariant,
    /** Run the recipe of one picture again. */
    replay: notMine.run ?? noVariant,
    mix:
      notMine.prompt ?? (variants.length < 2 ? "Select two or more pictures first." : variants.length > MAX_REFERENCES ? TOO_MANY : null),
    /** Judge or look at one picture or several. */
    picture: variants.length > 0 ? null : "Select a picture first.",
    compare: refuseComparing(variants.length),
    promote:
      notMine.pattern ??
      (variants.length === 0 ? "Select a picture first." : null) ??
      (variants.length > MAX_PROMOTED ? `A pattern is read out of at most ${MAX_PROMOTED} pictures.` : null) ??
      (variants.every(({ flag }) => flag === "pick") ? null : notPicked(variants.length)),
    send: notMine.card ?? noVariant,
    section: notMine.prompt ?? noPrompt,
    note: notMine.note ?? noPrompt,
  };
}
