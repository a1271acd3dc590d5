/** A point of a picture, in its pixels from the left and top. */
export interface MaskPoint {
  readonly x: number;
  readonly y: number;
}

/** One pull of the brush, or of the eraser. A single point is a dot. */
export interface MaskStroke {
  readonly tool: "brush" | "eraser";
  /** Across, in pixels of the picture. */
  readonly size: number;
  readonly points: readonly [MaskPoint, ...MaskPoint[]];
}

/** A mask as it is painted: what was done, in order, so that all of it can be taken back. */
export interface MaskPainting {
  readonly done: readonly MaskStep[];
  readonly undone: readonly MaskStep[];
}

export type MaskStep = { readonly kind: "stroke"; readonly stroke: MaskStroke } | { readonly kind: "invert" } | { readonly kind: "clear" };

export const UNPAINTED: MaskPainting = { done: [], undone: [] };

/** Does a step; what was taken back before is gone. */
export function paintedOn({ done }: MaskPainting, step: MaskStep): MaskPainting {
  return { done: [...done, step], undone: [] };
}

export function stepBack({ done, undone }: MaskPainting): MaskPainting {
  const last = done.at(-1);
  return last ? { done: done.slice(0, -1), undone: [...undone, last] } : { done, undone };
}

export function stepForth({ done, undone }: MaskPainting): MaskPainting {
  const next = undone.at(-1);
  return next ? { done: [...done, next], undone: undone.slice(0, -1) } : { done, undone };
}

/**
 * What is to be drawn from nothing: the strokes after the last clearing, with what they do on a mask that is inverted at the end where it
 * was inverted on the way – brush and eraser change places.
 */
export function drawnBy({ done }: MaskPainting): { readonly strokes: readonly MaskStroke[]; readonly isInverted: boolean } {
  const since = done.slice(done.findLastIndex(({ kind }) => kind === "clear") + 1);
  let isInverted = false;
  const strokes: MaskStroke[] = [];
  for (const step of since) {
    if (step.kind === "invert") isInverted = !isInverted;
    else if (step.kind === "stroke") {
      const { stroke } = step;
      strokes.push(isInverted ? { ...stroke, tool: stroke.tool === "brush" ? "eraser" : "brush" } : stroke);
    }
  }
  return { strokes, isInverted };
}

/** Whether anything may be painted at all: an engine refuses a mask that is empty. */
export function marksNothing(painting: MaskPainting): boolean {
  const { strokes, isInverted } = drawnBy(painting);
  return !isInverted && !strokes.some(({ tool }) => tool === "brush");
}

/** Sizes of the brush, as parts of the picture's longer side. */
const SIZES = [0.005, 0.01, 0.02, 0.04, 0.07, 0.12, 0.2, 0.3] as const;
export const FIRST_SIZE = 4;
export const LARGEST_SIZE = SIZES.length - 1;

/** A brush's size in pixels of a picture, by its step. */
export function brushSize(step: number, picture: { readonly width: number; readonly height: number }): number {
  const part = SIZES[Math.min(LARGEST_SIZE, Math.max(0, step))] ?? SIZES[FIRST_SIZE];
  return Math.max(1, Math.round(part * Math.max(picture.width, picture.height)));
}
