import { describe, expect, it } from "vitest";
import { historyLine } from "@/components/review/card/history-sentence";

type Entry = Parameters<typeof historyLine>[0];
const told = (entry: Pick<Entry, "verb" | "details"> & Partial<Entry>) => historyLine({ by: null, handed: null, ...entry }, String);

const called = (name: string) => ({ id: name.toLowerCase(), name });
const [ada, ben, cleo] = [called("Ada"), called("Ben"), called("Cleo")];

describe("the history of a card in words", () => {
  it("says which attempt was decided and keeps the note", () => {
    expect(told({ verb: "card.request-changes", details: { attempt: 2, note: "Lower the boat.", to: "changes_requested" } })).toEqual({
      did: "requested changes to attempt 2",
      words: "Lower the boat.",
    });
    expect(told({ verb: "card.approve", details: { attempt: 3, note: "" } }).did).toBe("approved attempt 3");
  });

  it("says when sending back used up the last retry", () => {
    expect(told({ verb: "card.request-changes", details: { attempt: 2, note: "n", to: "exhausted" } }).did).toContain("no retry is left");
  });

  it("names what was edited", () => {
    const details = { goalBefore: '""', goalAfter: '"x"', dueAtBefore: "null", dueAtAfter: '"y"', reason: "The brief changed." };
    expect(told({ verb: "card.edit", details })).toEqual({
      did: "changed the goal and the due date",
      words: "The brief changed.",
    });
  });

  it("names who had a card, a seat or the work by hand, and who has it now", () => {
    const did = (verb: string, by = ada, from = ada, to = ben) => told({ verb, by, handed: { from, to }, details: {} }).did;
    expect(did("card.hand-over")).toBe("handed the card over to Ben");
    expect(did("card.hand-over", cleo)).toBe("handed the card over from Ada to Ben");
    expect(did("card.hand-over", ben)).toBe("took the card over from Ada");
    expect(told({ verb: "card.hand-over", by: ben, handed: { from: null, to: ben }, details: {} }).did).toBe("took the card");
    expect(did("card.delegate")).toBe("gave their own seat to Ben");
    expect(did("card.delegate", cleo)).toBe("gave Ada’s seat to Ben");
    expect(did("card.hand-over-work", cleo)).toBe("gave the work by hand from Ada to Ben");
    expect(told({ verb: "card.take-fallback", by: ada, handed: { from: null, to: ben }, details: { path: "manual" } }).did).toBe(
      "took the fallback path: work by hand, by Ben",
    );
    const edited = { ownerIdBefore: "null", ownerIdAfter: '"ben"', dueAtBefore: "null", dueAtAfter: '"y"' };
    expect(told({ verb: "card.edit", by: ada, handed: { from: null, to: ben }, details: edited }).did).toBe(
      "changed the owner from nobody to Ben and the due date",
    );
  });

  it("names what a fallback path used, what that costs and which attempt it became", () => {
    const did = (details: Entry["details"], verb = "card.take-fallback") => told({ verb, details }).did;
    expect(did({ path: "library-asset", name: "pic03.png", attempt: 2 })).toBe(
      "took the fallback path: a picture we have; “pic03.png” became attempt 2",
    );
    const run = { model: "Sketch", engine: "The studio", quoteMicros: "2000" };
    expect(did({ path: "engine", name: "The studio", version: null, ...run })).toBe(
      "took the fallback path: another engine, on Sketch (The studio) for $0.002",
    );
    expect(did({ path: "pattern", name: "Ink", version: 3, ...run })).toBe(
      "took the fallback path: another pattern, version 3 of “Ink”, on Sketch (The studio) for $0.002",
    );
    expect(
      told({ verb: "card.take-fallback", details: { path: "pattern", name: "Ink", note: "", whyNot: "No version is signed." } }),
    ).toEqual({
      did: "took the fallback path: another pattern, Ink; it has to be made by hand",
      words: "No version is signed.",
    });
    expect(did({ attempt: 2, model: "Sketch", engine: "The studio", actualMicros: "2000" }, "run.finish")).toBe(
      "submitted attempt 2, made by the fallback path on Sketch (The studio) for $0.002",
    );
    expect(did({ attempt: 2, file: "boat.png" }, "card.submit")).toBe("submitted attempt 2, from “boat.png”");
  });

  it("tells a card that was split from one that came of a split", () => {
    expect(told({ verb: "card.split", details: { parts: 3, reason: "" } }).did).toBe("split the card into 3");
    expect(told({ verb: "card.split", details: { splitFrom: "x", title: "y" } }).did).toBe("started this card from a split");
  });

  it("shows a verb it does not know by its name instead of hiding it", () => {
    expect(told({ verb: "card.new-thing", details: {} })).toEqual({ did: "card.new-thing", words: "" });
  });
});
