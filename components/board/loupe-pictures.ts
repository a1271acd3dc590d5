import { foldLineage } from "@/lib/domain/board/folding";
import type { PromptView } from "@/lib/domain/prompt/view";
import type { VariantView } from "@/lib/domain/run/view";
import type { BoardView } from "./use-board-view";

/** A variant as a closer look shows it. */
export interface LoupeVariant extends VariantView {
  readonly label: string;
  readonly title: string;
  /** Its prompt. */
  readonly group: string;
  readonly isAwaited: false;
}

const firstLine = (text: string) => text.split("\n", 1)[0] ?? "";

/** The pictures a closer look leads through: those of a prompt, then of the next one, without what is folded away or does not stand out. */
export function loupePictures({ shown, lit }: Pick<BoardView, "shown" | "lit">, folded: ReadonlySet<string>): readonly LoupeVariant[] {
  return foldLineage(shown, folded)
    .shown.filter(({ id }) => !folded.has(id))
    .flatMap((prompt) =>
      prompt.variants
        .filter(({ id }) => lit?.variants.has(id) ?? true)
        .map((variant) => ({
          ...variant,
          label: `Variant ${variant.index + 1}, seed ${variant.seed}`,
          title: titleOf(prompt),
          group: prompt.id,
          isAwaited: false,
        })),
    );
}

const titleOf = ({ recipe }: PromptView) => firstLine(recipe.text) || "Without words";
