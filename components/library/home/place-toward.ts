export type Direction = "left" | "right" | "up" | "down";

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/**
 * Which box comes next in a direction, in reading order: left and right go through all of them, up and down to the
 * nearest one of the row above or below. Null where none does.
 */
export function placeToward(boxes: readonly Box[], from: number, direction: Direction): number | null {
  const start = boxes[from];
  if (!start) return boxes.length > 0 ? 0 : null;
  if (direction === "left" || direction === "right") {
    const at = from + (direction === "left" ? -1 : 1);
    return at >= 0 && at < boxes.length ? at : null;
  }
  const down = direction === "down";
  const beyond = boxes.flatMap((box, at) => {
    const isBeyond = down ? box.top >= start.top + start.height : box.top + box.height <= start.top;
    return isBeyond ? [{ box, at, away: Math.abs(box.top - start.top) }] : [];
  });
  const nearest = Math.min(...beyond.map(({ away }) => away));
  // Cards of one row need not begin on the very same pixel.
  const row = beyond.filter(({ away }) => away < nearest + start.height / 2);
  const aside = ({ left, width }: Box) => Math.abs(left + width / 2 - (start.left + start.width / 2));
  return row.sort((one, other) => aside(one.box) - aside(other.box))[0]?.at ?? null;
}
