import type { Rect, Size } from "./geometry";

/** The measures a card is drawn with, in world units (CSS pixels at zoom 1), on a 4-unit grid. */
export const cardMetrics = {
  radius: 6,
  padding: 12,
  headerLine: 20,
  headerGap: 8,
  pictureGap: 4,
  chipHeight: 20,
  chipGap: 4,
  chipRowGap: 8,
  fontSize: 13,
  chipFontSize: 12,
} as const;

/** Where everything of a card goes. `cells` are relative to the card, in reading order. */
export type CardLayout = Size & { readonly cells: readonly Rect[] };

/**
 * Lays out a contact sheet: header lines, a grid of equal cells, a row of chips. A card without pictures keeps the
 * width of `columns` cells, so siblings stay aligned before and after they run.
 */
export function layOutCard(card: {
  readonly headerLines: number;
  readonly hasChips: boolean;
  readonly pictures: number;
  readonly columns: number;
  readonly cell: Size;
}): CardLayout {
  const { padding, headerLine, headerGap, pictureGap, chipHeight, chipRowGap } = cardMetrics;
  const width = 2 * padding + card.columns * card.cell.width + (card.columns - 1) * pictureGap;
  const headerHeight = card.headerLines * headerLine;
  const rows = Math.ceil(card.pictures / card.columns);
  const top = padding + headerHeight + (headerHeight > 0 && rows > 0 ? headerGap : 0);
  const cells = Array.from({ length: card.pictures }, (_, position) => ({
    x: padding + (position % card.columns) * (card.cell.width + pictureGap),
    y: top + Math.floor(position / card.columns) * (card.cell.height + pictureGap),
    w: card.cell.width,
    h: card.cell.height,
  }));
  const picturesHeight = rows === 0 ? 0 : rows * card.cell.height + (rows - 1) * pictureGap;
  const chipsHeight = card.hasChips ? chipRowGap + chipHeight : 0;
  return { width, height: top + picturesHeight + chipsHeight + padding, cells };
}
