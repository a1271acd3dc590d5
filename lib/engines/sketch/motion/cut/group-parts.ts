import { f32, u8 } from "../../raster/sample";
import type { Plate, Substance } from "../plate";

/** Parts whose nearness differs by less than this slide as one. */
const SAME_NEARNESS = 0.045;
const MAX_GROUPS = 7;

/** Parts of a plate that slide as one. */
export interface Group {
  readonly parts: number[];
  readonly substance: Substance;
  readonly isThing: boolean;
  nearness: number;
  pixels: number;
}

/** Parts joined into few groups, farthest first. */
export function groupParts(plate: Plate): readonly Group[] {
  const sums = new Float64Array(plate.parts.length);
  const counts = new Float64Array(plate.parts.length);
  for (let i = 0; i < plate.partOf.length; i++) {
    const part = u8(plate.partOf, i);
    sums[part] = (sums[part] ?? 0) + f32(plate.nearness, i);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  const groups: Group[] = [];
  for (const [part, { substance, isThing = false }] of plate.parts.entries()) {
    const pixels = counts[part] ?? 0;
    if (pixels > 0) groups.push({ parts: [part], substance, isThing, nearness: (sums[part] ?? 0) / pixels, pixels });
  }
  groups.sort((a, b) => a.nearness - b.nearness);
  for (;;) {
    let closest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k + 1 < groups.length; k++) {
      const far = groups[k];
      const near = groups[k + 1];
      if (far === undefined || near === undefined) continue;
      const isSame = far.substance === near.substance && far.isThing === near.isThing;
      const gap = near.nearness - far.nearness + (isSame ? 0 : 1);
      if (gap < least) {
        least = gap;
        closest = k;
      }
    }
    const isCrowded = groups.length > MAX_GROUPS;
    if (closest < 0 || (!isCrowded && least > SAME_NEARNESS)) return groups;
    const far = groups[closest];
    const near = groups[closest + 1];
    if (far === undefined || near === undefined) return groups;
    const pixels = far.pixels + near.pixels;
    groups.splice(closest, 2, {
      parts: [...far.parts, ...near.parts],
      substance: far.pixels >= near.pixels ? far.substance : near.substance,
      isThing: far.isThing && near.isThing,
      nearness: (far.nearness * far.pixels + near.nearness * near.pixels) / pixels,
      pixels,
    });
  }
}
