import { describe, expect, it } from "vitest";
import { changedTerms, draftFromTemplate, missingOf, type TermsDraft, termsOf } from "@/components/review/terms/terms-draft";
import type { FallbackPath } from "@/lib/domain/review/fallback";
import { CardTemplate } from "@/lib/domain/review/template";

const MEMBER = "0199f3a0-0000-7000-8000-000000000001";
const ASSET = "0199f3a0-0000-7000-8000-000000000002";

const NAMED = { id: ASSET, name: "Standard" };

const FULL: TermsDraft = {
  title: "Hero",
  goal: "A calm sea.",
  ownerId: MEMBER,
  retryLimit: "2",
  fallback: { kind: "manual", target: null, note: "" },
  dueOn: "2031-03-04",
  acceptableDefects: [{ kind: "colour", maxSeverity: "minor", note: "", exampleAssetId: null }],
  stages: [],
};

const lacks = (said: Partial<TermsDraft>) => missingOf({ ...FULL, ...said });

describe("a card's terms in a form", () => {
  it("start from the template of the lane", () => {
    const draft = draftFromTemplate(
      CardTemplate.parse({ ...NAMED, goal: "Calm", owner: { kind: "person", memberId: MEMBER }, retryLimit: 0 }),
      "Hero",
    );
    expect(draft).toMatchObject({ title: "Hero", goal: "Calm", ownerId: MEMBER, retryLimit: "0", fallback: null, dueOn: "" });
  });

  it("lack what is not filled in, and a limit of no retries is filled in", () => {
    expect(lacks({ retryLimit: "0" })).toEqual([]);
    expect(lacks({ title: " ", retryLimit: "", ownerId: null, goal: "  " })).toEqual(["title", "goal", "owner", "retry limit"]);
  });

  it("lack a fallback path until it says what it points at", () => {
    expect(lacks({ fallback: { kind: "library-asset", target: null, note: "" } })).toEqual(["fallback path"]);
  });

  it.each<[TermsDraft["fallback"], FallbackPath]>([
    [
      { kind: "engine", target: "sketch", note: "n" },
      { kind: "engine", engineId: "sketch", note: "n" },
    ],
    [
      { kind: "pattern", target: ASSET, note: "" },
      { kind: "pattern", patternId: ASSET, note: "" },
    ],
    [
      { kind: "library-asset", target: ASSET, note: "" },
      { kind: "library-asset", assetId: ASSET, note: "" },
    ],
    [
      { kind: "manual", target: MEMBER, note: "" },
      { kind: "manual", memberId: MEMBER, note: "" },
    ],
    [
      { kind: "stop", target: null, note: "" },
      { kind: "stop", note: "" },
    ],
  ])("say the fallback path %j as the studio takes it, and read it back", (fallback, fallbackPath) => {
    expect(termsOf({ ...FULL, fallback }).fallbackPath).toEqual(fallbackPath);
    expect(draftFromTemplate(CardTemplate.parse({ ...NAMED, fallbackPath }), "").fallback).toEqual(fallback);
  });

  it("are due until the last minute of the day by the reader's clock", () => {
    const due = new Date(termsOf(FULL).dueAt ?? "");
    expect([due.getFullYear(), due.getMonth(), due.getDate(), due.getHours(), due.getMinutes()]).toEqual([2031, 2, 4, 23, 59]);
  });

  it("send only what changed: a due date needs no reason, a goal does", () => {
    expect(changedTerms(FULL, FULL)).toEqual({});
    expect(changedTerms(FULL, { ...FULL, title: " Hero " })).toEqual({});
    expect(changedTerms(FULL, { ...FULL, dueOn: "" })).toEqual({ dueAt: null });
    expect(changedTerms(FULL, { ...FULL, title: "New", goal: "Rain" })).toEqual({ title: "New", goal: "Rain" });
  });
});
