import type { Sheet } from "./sheet";
import { SheetView, TILE } from "./sheet-view";
import type { Shot } from "./shot";

/** Draws the sheets as the camera sees them into `frame` (opaque RGBA, `width` × `height`), the whole plate filling it at zoom 1. */
export function drawSheets(sheets: readonly Sheet[], shot: Shot, frame: Uint32Array, width: number, height: number): void {
  const pixels = new Int32Array(frame.buffer, frame.byteOffset, frame.length);
  const views = sheets.map((sheet, order) => new SheetView(sheet, shot, shot.currents[order] ?? null, pixels, width, height));
  for (let top = 0; top < height; top += TILE) {
    for (let left = 0; left < width; left += TILE) {
      const right = Math.min(width, left + TILE);
      const bottom = Math.min(height, top + TILE);
      let farthest = views.length - 1;
      while (farthest > 0 && views[farthest]?.coverOf(left, top) !== "full") farthest--;
      for (let order = farthest; order < views.length; order++) {
        const view = views[order];
        if (view === undefined || (order > farthest && view.coverOf(left, top) === "none")) continue;
        view.draw(left, top, right, bottom, order === farthest);
      }
    }
  }
}
