import { expect, test } from "vitest";
import { columnMove } from "@/lib/domain/review/column-move";
import { CARD_STATUSES, canMove } from "@/lib/domain/review/status";

test("a card is moved to a column only where the table of statuses lets it go, and never to where it is", () => {
  for (const from of CARD_STATUSES)
    for (const to of CARD_STATUSES) if (columnMove(from, [to]) !== null) expect([from, to, canMove(from, to)]).toEqual([from, to, true]);
  expect(columnMove("in_review", ["rejected", "stopped", "split"])).toBe("reject");
  expect(columnMove("draft", ["rejected", "stopped", "split"])).toBe("stop");
  expect(columnMove("approved", ["published"])).toBe("publish");
  expect(columnMove("stopped", ["rejected", "stopped", "split"])).toBeNull();
});
