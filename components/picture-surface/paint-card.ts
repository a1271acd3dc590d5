import { cardMetrics } from "./card-layout";
import type { Paint } from "./paint";
import { deviceRect, fillRounded, hairline, inWorld, strokeRounded } from "./paint";
import type { SurfaceItem } from "./scene";

const CHIP_PADDING = 8;
const BAR_HEIGHT = 6;
const PAPER = { w: 12, h: 14 } as const;
/** What the paper and its count take from the first line. */
const PAPER_ROOM = 34;
/** Cards narrower than this many device pixels have no use for an outline. */
const OUTLINE_FROM_PX = 40;

/** The card behind an item's pictures: surface, header lines, chips. */
export function paintCard(paint: Paint, item: SurfaceItem): void {
  const notes = item.notes ?? 0;
  const { ctx, theme, scale } = paint;
  const rect = deviceRect(paint, item);
  const radius = cardMetrics.radius * scale;
  ctx.fillStyle = theme.card;
  fillRounded(ctx, rect, radius);
  if (rect.w >= OUTLINE_FROM_PX) {
    ctx.strokeStyle = theme.line;
    ctx.lineWidth = hairline(paint);
    strokeRounded(ctx, rect, radius, hairline(paint) / 2);
  }
  if (paint.detail === "text") {
    inWorld(paint, item, () => {
      paintHeader(paint, item);
      paintChips(paint, item);
      if (notes > 1) paintCount(paint, item, notes);
    });
  } else if (paint.detail === "bars") {
    inWorld(paint, item, () => paintBars(paint, item));
  }
  if (notes > 0 && rect.w >= OUTLINE_FROM_PX) inWorld(paint, item, () => paintPaper(paint, item));
}

/** A sheet of paper in the upper right corner: something is written on this card. */
function paintPaper({ ctx, theme }: Paint, item: SurfaceItem): void {
  const [x, y] = [item.w - cardMetrics.padding - PAPER.w, cardMetrics.padding + 1];
  const fold = PAPER.w / 3;
  ctx.fillStyle = theme.tones.quiet;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + PAPER.w - fold, y);
  ctx.lineTo(x + PAPER.w, y + fold);
  ctx.lineTo(x + PAPER.w, y + PAPER.h);
  ctx.lineTo(x, y + PAPER.h);
  ctx.fill();
  ctx.fillStyle = theme.card;
  for (const line of [0.45, 0.7]) ctx.fillRect(x + 2, y + PAPER.h * line, PAPER.w - 4, 1);
}

function paintCount({ ctx, theme, fitter }: Paint, item: SurfaceItem, notes: number): void {
  const font = `${cardMetrics.chipFontSize}px ${theme.fontFamily}`;
  ctx.font = font;
  ctx.fillStyle = theme.tones.quiet;
  ctx.fillText(`${notes}`, item.w - cardMetrics.padding - PAPER.w - 4 - fitter.width(font, `${notes}`), cardMetrics.padding + 13);
}

function paintHeader(paint: Paint, item: SurfaceItem): void {
  const { ctx, theme, fitter } = paint;
  const { padding, headerLine, fontSize } = cardMetrics;
  item.header.forEach((line, row) => {
    const font = `${row === 0 ? "500 " : ""}${fontSize}px ${theme.fontFamily}`;
    ctx.font = font;
    ctx.fillStyle = theme.tones[line.tone ?? "plain"];
    const room = item.w - 2 * padding - (row === 0 && item.notes ? PAPER_ROOM : 0);
    ctx.fillText(fitter.fit(font, line.text, room), padding, padding + row * headerLine + 14);
  });
}

function paintChips(paint: Paint, item: SurfaceItem): void {
  const { ctx, theme, fitter } = paint;
  const { padding, chipHeight, chipGap, chipFontSize } = cardMetrics;
  const font = `${chipFontSize}px ${theme.fontFamily}`;
  const y = item.h - padding - chipHeight;
  const end = item.w - padding;
  let x = padding;
  ctx.font = font;
  for (const [position, chip] of item.chips.entries()) {
    const hidden = item.chips.length - position;
    const rest = `+${hidden}`;
    const isLast = hidden === 1;
    const room = end - x - 2 * CHIP_PADDING - (isLast ? 0 : chipGap + 2 * CHIP_PADDING + fitter.width(font, rest));
    const fits = fitter.width(font, chip.text) <= room;
    // The first chip is shortened to be shown at all; later ones give way to a count.
    const text = fits ? chip.text : position === 0 ? fitter.fit(font, chip.text, Math.max(0, room)) : rest;
    const width = fitter.width(font, text) + 2 * CHIP_PADDING;
    ctx.fillStyle = theme.well;
    fillRounded(ctx, { x, y, w: width, h: chipHeight }, 4);
    ctx.fillStyle = theme.tones[text === rest ? "quiet" : (chip.tone ?? "quiet")];
    ctx.fillText(text, x + CHIP_PADDING, y + 14);
    if (text === rest) return;
    x += width + chipGap;
  }
}

/** Words too small to read, as the lines they would fill. */
function paintBars(paint: Paint, item: SurfaceItem): void {
  const { ctx, theme, fitter } = paint;
  const { padding, headerLine, fontSize, chipHeight, chipGap } = cardMetrics;
  const font = `${fontSize}px ${theme.fontFamily}`;
  const end = item.w - padding;
  ctx.fillStyle = theme.line;
  item.header.forEach((line, row) => {
    const width = Math.min(end - padding, fitter.width(font, line.text));
    fillRounded(ctx, { x: padding, y: padding + row * headerLine + (headerLine - BAR_HEIGHT) / 2, w: width, h: BAR_HEIGHT }, 0);
  });
  let x = padding;
  for (const chip of item.chips) {
    const width = fitter.width(font, chip.text) + 2 * CHIP_PADDING;
    if (x + width > end) return;
    ctx.fillRect(x, item.h - padding - chipHeight + 4, width, chipHeight - 8);
    x += width + chipGap;
  }
}
