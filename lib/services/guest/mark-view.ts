import type { GuestMark } from "@/lib/db/generated/client";
import { markState } from "@/lib/domain/guest/mark";
import type { GuestCard } from "@/lib/domain/guest/view";
import { Outline } from "@/lib/domain/review/outline";

/** A guest's mark as its guest and the team see it. */
export function markView(row: GuestMark): GuestCard["marks"][number] {
  const { id, note, x, y, fromMs, toMs } = row;
  return {
    id,
    note,
    x,
    y,
    outline: Outline.nullable().parse(row.outline),
    during: fromMs === null || toMs === null ? null : { fromMs, toMs },
    state: markState(row),
    createdAt: row.createdAt.toISOString(),
  };
}
