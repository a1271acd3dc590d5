import { cardMetrics } from "./card-layout";
import { chooseSource, isFlat } from "./detail";
import type { Point, Rect } from "./geometry";
import { containAspect, translate } from "./geometry";
import type { Paint } from "./paint";
import { deviceRect, fillRounded, inWorld, strokeRounded } from "./paint";
import { strokeCheck, strokeCross, strokeWarning } from "./paint-glyphs";
import { pixelsAtHand } from "./picture-pixels";
import type { SurfaceItem, SurfacePicture } from "./scene";

/** Opacity of a picture that was turned down: still readable, plainly out. */
const DIM_ALPHA = 0.35;
/** How much of what steps back is covered by its ground: what is under it is still recognised. */
export const VEIL_ALPHA = 0.78;
/** World units. */
const MARK_SIZE = 18;
const MARK_INSET = 6;
export const SWATCH_SIZE = 16;
const BADGE_HEIGHT = 18;
const BAR_HEIGHT = 4;
const WELL_PADDING = 8;
const LINE_HEIGHT = 16;
const ICON_BLOCK = 24;
/** Device pixels under which marks would be specks. */
const MARK_FROM_PX = 9;
/** On pictures, where no theme colour is sure to be legible. */
const SCRIM = "rgba(12, 12, 12, 0.72)";
const ON_SWATCH = "#101010";
const ON_SCRIM = "#f4f4f4";
const PREVIEW_SCRIM = "rgba(12, 12, 12, 0.45)";
/** What a picture says that is stored but cannot be fetched, after every attempt. */
const LOST = "This picture cannot be loaded";

export function paintPicture(paint: Paint, item: SurfaceItem, picture: SurfacePicture): void {
  const { ctx } = paint;
  const cell = translate(picture, item);
  const shown = containAspect(cell, picture.aspect);
  const rect = deviceRect(paint, shown);
  if (picture.dim) ctx.globalAlpha = DIM_ALPHA;
  paintInside(paint, item, picture, shown, rect);
  ctx.globalAlpha = 1;
  if (picture.frame === "picked") paintPickedFrame(paint, rect);
  if (MARK_SIZE * paint.scale < MARK_FROM_PX * paint.pixelRatio) return;
  if (picture.frame === "picked") paintMark(paint, shown, "check");
  else if (picture.dim) paintMark(paint, shown, "cross");
  if (picture.mark) paintSwatch(paint, { x: shown.x + shown.w - MARK_INSET - SWATCH_SIZE, y: shown.y + MARK_INSET }, picture.mark);
  if (picture.badge !== undefined && paint.detail === "text") paintBadge(paint, shown, picture.badge);
}

/**
 * A picture so small that a colour says as much: what {@link paintPicture} would draw of one that is there, without the rectangles it takes to do
 * so. Thousands of these are painted in a frame.
 */
export function paintFlat(paint: Paint, item: SurfaceItem, picture: SurfacePicture): void {
  const { ctx, theme, placeholders, scale, offset } = paint;
  const { aspect, thumbHash } = picture;
  const w = Math.min(picture.w, picture.h * aspect);
  const h = Math.min(picture.h, picture.w / aspect);
  const left = item.x + picture.x + (picture.w - w) / 2;
  const top = item.y + picture.y + (picture.h - h) / 2;
  const x = Math.round(left * scale + offset.x);
  const y = Math.round(top * scale + offset.y);
  const width = Math.max(1, Math.round((left + w) * scale + offset.x) - x);
  const height = Math.max(1, Math.round((top + h) * scale + offset.y) - y);
  ctx.globalAlpha = (picture.dim ? DIM_ALPHA : 1) * (picture.faint && !item.faint ? 1 - VEIL_ALPHA : 1);
  ctx.fillStyle = thumbHash === undefined ? theme.well : placeholders.colour(thumbHash);
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  if (picture.frame === "picked") paintPickedFrame(paint, { x, y, w: width, h: height });
}

function paintInside(paint: Paint, item: SurfaceItem, picture: SurfacePicture, shown: Rect, rect: Rect): void {
  const { ctx, theme, detail } = paint;
  const isReadable = detail === "text" || detail === "bars";
  switch (picture.state) {
    case "ready": {
      const hasPixels = paintPixels(paint, item, picture, rect);
      const isLost = !hasPixels && isReadable && paint.cache.hasFailed(chooseSource(picture, rect.w)?.url ?? "");
      if (isLost) paintFailure(paint, { note: LOST }, shown, rect);
      return;
    }
    case "pending": {
      const hasPreview = picture.thumbHash !== undefined || picture.sources.length > 0;
      if (hasPreview) paintPixels(paint, item, picture, rect);
      ctx.fillStyle = hasPreview ? PREVIEW_SCRIM : theme.well;
      ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
      if (isReadable) inWorld(paint, shown, () => paintProgress(paint, picture, shown, hasPreview));
      return;
    }
    case "failed":
      paintFailure(paint, picture, shown, rect);
      return;
    default:
      picture.state satisfies never;
  }
}

/** True when real pixels were drawn, false for what stands in for them. */
function paintPixels(paint: Paint, item: SurfaceItem, picture: SurfacePicture, rect: Rect): boolean {
  const { ctx, placeholders, theme } = paint;
  const { thumbHash } = picture;
  if (!isFlat(rect.w, item.atlas !== undefined)) {
    const pixels = pixelsAtHand(paint.cache, item, picture, rect.w);
    if (pixels) {
      const { image, part } = pixels;
      ctx.drawImage(image, part.x, part.y, part.w, part.h, rect.x, rect.y, rect.w, rect.h);
      return true;
    }
    const blurred = thumbHash === undefined ? null : placeholders.image(thumbHash);
    if (blurred) {
      ctx.drawImage(blurred, rect.x, rect.y, rect.w, rect.h);
      return false;
    }
  }
  ctx.fillStyle = thumbHash === undefined ? theme.well : placeholders.colour(thumbHash);
  ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  return false;
}

/** Where a picture would have been: what happened, with an icon. */
function paintFailure(paint: Paint, { note = "", isOpen = false }: Pick<SurfacePicture, "note" | "isOpen">, shown: Rect, rect: Rect): void {
  const { ctx, theme, fitter } = paint;
  ctx.fillStyle = theme.well;
  ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  if (paint.detail === "pictures") return;
  const font = `${cardMetrics.chipFontSize}px ${theme.fontFamily}`;
  const maxLines = Math.max(1, Math.floor((shown.h - ICON_BLOCK - 2 * WELL_PADDING) / LINE_HEIGHT));
  const lines = paint.detail === "text" ? wrap(note, font, shown.w - 2 * WELL_PADDING, paint, maxLines) : [];
  const top = Math.max(0, (shown.h - ICON_BLOCK - lines.length * LINE_HEIGHT) / 2);
  inWorld(paint, shown, () => {
    ctx.strokeStyle = isOpen ? theme.tones.warn : theme.tones.bad;
    strokeWarning(ctx, { x: shown.w / 2, y: top + 10 }, 18);
    ctx.font = font;
    ctx.fillStyle = theme.tones.plain;
    lines.forEach((line, row) => {
      ctx.fillText(line, (shown.w - fitter.width(font, line)) / 2, top + ICON_BLOCK + 12 + row * LINE_HEIGHT);
    });
  });
}

/** How far a picture is, on an empty well or over its preview. */
function paintProgress(paint: Paint, picture: SurfacePicture, shown: Rect, isOverPreview: boolean): void {
  const { ctx, theme, fitter } = paint;
  const { progress } = picture;
  if (!progress) return;
  const width = shown.w - 2 * WELL_PADDING;
  const top = shown.h - WELL_PADDING - BAR_HEIGHT;
  ctx.fillStyle = isOverPreview ? SCRIM : theme.line;
  fillRounded(ctx, { x: WELL_PADDING, y: top, w: width, h: BAR_HEIGHT }, BAR_HEIGHT / 2);
  if (progress.fraction !== null) {
    const done = Math.max(BAR_HEIGHT, width * Math.min(1, Math.max(0, progress.fraction)));
    ctx.fillStyle = theme.accent;
    fillRounded(ctx, { x: WELL_PADDING, y: top, w: done, h: BAR_HEIGHT }, BAR_HEIGHT / 2);
  }
  if (paint.detail !== "text") return;
  const font = `${cardMetrics.chipFontSize}px ${theme.fontFamily}`;
  ctx.font = font;
  ctx.fillStyle = isOverPreview ? ON_SCRIM : theme.tones.quiet;
  ctx.fillText(fitter.fit(font, progress.text, width), WELL_PADDING, top - 8);
}

function wrap(text: string, font: string, width: number, paint: Paint, maxLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(" ");
  for (const [position, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || paint.fitter.width(font, longer) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) return [...lines, paint.fitter.fit(font, `${line} ${words.slice(position).join(" ")}`, width)];
    lines.push(line);
    line = word;
  }
  return line === "" ? lines : [...lines, paint.fitter.fit(font, line, width)];
}

function paintPickedFrame(paint: Paint, rect: Rect): void {
  const { ctx, theme, pixelRatio } = paint;
  const width = Math.max(1, Math.min(2 * pixelRatio, rect.w / 10));
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = width;
  strokeRounded(ctx, rect, 0, width / 2);
}

function paintMark(paint: Paint, shown: Rect, mark: "check" | "cross"): void {
  const { ctx, theme } = paint;
  const centre: Point = { x: MARK_INSET + MARK_SIZE / 2, y: MARK_INSET + MARK_SIZE / 2 };
  inWorld(paint, shown, () => {
    ctx.fillStyle = mark === "check" ? theme.accent : SCRIM;
    ctx.beginPath();
    ctx.arc(centre.x, centre.y, MARK_SIZE / 2, 0, 2 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = mark === "check" ? theme.onAccent : ON_SCRIM;
    if (mark === "check") strokeCheck(ctx, centre, MARK_SIZE);
    else strokeCross(ctx, centre, MARK_SIZE);
  });
}

/** A colour label at a place of the world. */
export function paintSwatch(paint: Paint, at: Point, mark: { readonly css: string; readonly letter: string }): void {
  const { ctx, theme, fitter } = paint;
  const font = `700 10px ${theme.fontFamily}`;
  inWorld(paint, at, () => {
    ctx.fillStyle = mark.css;
    fillRounded(ctx, { x: 0, y: 0, w: SWATCH_SIZE, h: SWATCH_SIZE }, 4);
    ctx.font = font;
    ctx.fillStyle = ON_SWATCH;
    ctx.fillText(mark.letter, (SWATCH_SIZE - fitter.width(font, mark.letter)) / 2, 11.5);
  });
}

function paintBadge(paint: Paint, shown: Rect, badge: string): void {
  const { ctx, theme, fitter } = paint;
  const font = `500 11px ${theme.fontFamily}`;
  const text = fitter.fit(font, badge, shown.w - 24);
  const width = fitter.width(font, text) + 12;
  const x = shown.w - MARK_INSET - width;
  const y = shown.h - MARK_INSET - BADGE_HEIGHT;
  inWorld(paint, shown, () => {
    ctx.fillStyle = SCRIM;
    fillRounded(ctx, { x, y, w: width, h: BADGE_HEIGHT }, 4);
    ctx.fillStyle = ON_SCRIM;
    ctx.font = font;
    ctx.fillText(text, x + 6, y + 13);
  });
}
