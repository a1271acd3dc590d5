import type { CellView, GridView } from "@/lib/domain/grid/view";
import { namesOf, valueWords } from "@/lib/domain/grid/words";

/** The pictures of a page in reading order, as a closer look leads through them. `rowOf` names the row of the table a picture stands in. */
export function loupePictures(
  { axes, names, title }: Pick<GridView, "axes" | "names" | "title">,
  cells: readonly CellView[],
  rowOf: (pictureId: string) => string | null,
) {
  const words = axes.map((axis) => valueWords(axis, namesOf(names)));
  return cells.flatMap(({ at, variants }) =>
    variants.map((variant) => ({
      ...variant,
      label: `Variant ${variant.index + 1}, seed ${variant.seed}`,
      title: at.map((place, axis) => words[axis]?.[place] ?? "").join(" · ") || title,
      group: rowOf(variant.id),
      isAwaited: false,
    })),
  );
}
