import { describe, expect, it } from "vitest";
import { historyLine } from "@/components/review/card/history-sentence";

describe("the history of a card in words", () => {
  it("says which attempt was decided and keeps the note", () => {
    expect(
      historyLine({ verb: "card.request-changes", details: { attempt: 2, note: "Lower the boat.", to: "changes_requested" } }, String),
    ).toEqual({
      did: "requested changes to attempt 2",
      words: "Lower the boat.",
    });
    expect(historyLine({ verb: "card.approve", details: { attempt: 3, note: "" } }, String).did).toBe("approved attempt 3");
  });

  it("says when sending back used up the last retry", () => {
    expect(historyLine({ verb: "card.request-changes", details: { attempt: 2, note: "n", to: "exhausted" } }, String).did).toContain(
      "no retry is left",
    );
  });

  it("names what was edited", () => {
    const details = { goalBefore: '""', goalAfter: '"x"', dueAtBefore: "null", dueAtAfter: '"y"', reason: "The brief changed." };
    expect(historyLine({ verb: "card.edit", details }, String)).toEqual({
      did: "changed the goal and the due date",
      words: "The brief changed.",
    });
  });

  it("tells a card that was split from one that came of a split", () => {
    expect(historyLine({ verb: "card.split", details: { parts: 3, reason: "" } }, String).did).toBe("split the card into 3");
    expect(historyLine({ verb: "card.split", details: { splitFrom: "x", title: "y" } }, String).did).toBe("started this card from a split");
  });

  it("shows a verb it does not know by its name instead of hiding it", () => {
    expect(historyLine({ verb: "card.new-thing", details: {} }, String)).toEqual({ did: "card.new-thing", words: "" });
  });
});
