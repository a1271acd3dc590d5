import { u8 } from "../../raster/sample";
import type { Group } from "./group-parts";

/**
 * Which sheet lies behind a thing that may be carried away whole: to the left and right of it on its own row, sky goes on behind it as sky and
 * ground as ground. Everything else belongs where it belongs.
 */
export function behindThings(owner: Uint8Array, groups: readonly Group[], width: number, height: number): Uint8Array {
  const hidden = owner.slice();
  const isThing = Uint8Array.from({ length: 256 }, (_, order) => (groups[order]?.isThing === true ? 1 : 0));
  for (let row = 0; row < height * width; row += width) {
    for (let start = 0; start < width; start++) {
      if (u8(isThing, u8(owner, row + start)) === 0) continue;
      let end = start;
      while (end < width && u8(isThing, u8(owner, row + end)) === 1) end++;
      const left = start > 0 ? u8(owner, row + start - 1) : -1;
      const right = end < width ? u8(owner, row + end) : -1;
      for (let x = start; x < end; x++) {
        const nearest = right < 0 || (left >= 0 && x - start < end - x) ? left : right;
        if (nearest >= 0) hidden[row + x] = nearest;
      }
      start = end;
    }
  }
  return hidden;
}
