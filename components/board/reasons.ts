import type { BoardActs } from "./use-board-acts";

const MOST_COMPARED = 8;

/** Why an act on the selection is not possible now, as a sentence; null when it is. */
export function reasonsOf({ here, variants }: Pick<BoardActs, "here" | "variants">) {
  const variant = variants.length === 1 ? null : "Select one picture first.";
  return {
    prompt: here ? null : "Select a prompt or a picture first.",
    variant,
    compare:
      variants.length < 2
        ? "Select two to eight pictures first."
        : variants.length > MOST_COMPARED
          ? "Compare takes at most eight pictures."
          : null,
    promote: variant ?? (variants[0]?.flag === "pick" ? null : "Pick the picture first: only what was chosen becomes a pattern."),
  };
}
