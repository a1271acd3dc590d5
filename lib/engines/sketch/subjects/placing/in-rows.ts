import { clamp, mix } from "../../raster/maths";
import type { Random } from "../../raster/random";
import type { Stage } from "../../scene/stage";
import { type Placement, placementAt } from "./placement";

/** One of many: in rows one behind the other, or scattered where there is air or water around them. */
export function inRows(
  { spec, width, height, floor }: Stage,
  thing: Pick<Placement, "subject" | "order" | "size" | "isFloating"> & { readonly isStill: boolean },
  k: number,
  count: number,
  rows: number,
  random: Random,
): Placement {
  const { subject, order, size, isFloating, isStill } = thing;
  const place = spec.places[0] ?? "abstract";
  const columns = Math.ceil(count / rows);
  const row = k % rows;
  const inRow = Math.ceil((count - row) / rows);
  // Every other row is shifted by half a place, and nobody stands quite in line.
  const shift = rows > 1 ? (row % 2 === 0 ? -0.22 : 0.22) : 0;
  const aside = random.range(-0.18, 0.18);
  const share = (Math.floor(k / rows) + 0.5 + shift + aside) / inRow;
  const x = width * mix(0.07, 0.93, clamp(share));
  const lift = random.range(-0.3, 0.3);
  if (isFloating) {
    // In the air above the ground, in water and in space all over the picture.
    const [top, reach] = /^(?:underwater|space)$/.test(place) ? [0.2, 0.62] : [0.14, 0.5];
    const baseY = height * (top + (reach * (row + 0.5 + lift * 1.4)) / rows);
    return { ...placementAt(subject, order, { size, x, baseY }), isFloating };
  }
  const depth = isStill ? size * 0.42 : Math.max(0, floor.groundY - floor.farY) * 0.3;
  const nearest = Math.min(height * 0.97, floor.groundY + (isStill ? size * 0.2 : depth * 0.9));
  const smaller = columns > 8 ? 0.94 : 1;
  return placementAt(subject, order, { size: size * smaller, x, baseY: nearest - depth * (rows - 1 - row + lift * 0.5) });
}
