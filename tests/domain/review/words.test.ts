import { describe, expect, test } from "vitest";
import { whyNot } from "@/lib/domain/review/acts";
import { partsInWords, splitCard } from "@/lib/domain/review/at-the-limit";
import { type Attempt, type ReviewCard, retriesLeft } from "@/lib/domain/review/card";
import { isAcceptable } from "@/lib/domain/review/defect";
import { createCard } from "@/lib/domain/review/edit-card";
import { recordDefect, whyNotDuring } from "@/lib/domain/review/mark-defects";
import { CARD_STATUSES } from "@/lib/domain/review/status";
import { CardTemplate } from "@/lib/domain/review/template";
import { refusalSentence, whereItStands } from "@/lib/domain/review/what-happened";

const nameOf = (id: string) => ({ r: "Rina", o: "Otto" })[id] ?? "somebody";

const ATTEMPT: Attempt = {
  id: "a",
  number: 2,
  assetId: "x",
  variantId: null,
  contentHash: "h",
  status: "submitted",
  note: "",
  viaFallback: false,
  submittedById: "o",
  decision: null,
  staleAt: null,
  recipeEdit: null,
  renewsId: null,
  defects: [],
  ticks: [],
  submittedAt: new Date(0),
  votes: [],
  options: [],
  pickedById: null,
};
const CARD: ReviewCard = {
  status: "in_review",
  title: "Hero",
  goal: "goal",
  acceptableDefects: [],
  ownerId: "r",
  createdById: "o",
  retryLimit: 2,
  retriesUsed: 1,
  waivedRetries: 0,
  fallbackPath: { kind: "stop", note: "" },
  fallbackTakenAt: null,
  makerId: null,
  dueAt: null,
  dueByRule: false,
  startedFrom: null,
  stages: [],
  attempts: [ATTEMPT],
};
const NAMED = { id: "0199f3a0-0000-7000-8000-000000000001", name: "Standard" };
const decision = { byId: "r", at: new Date(0), note: "n" };
const decided: ReviewCard = { ...CARD, attempts: [{ ...ATTEMPT, status: "approved", decision }] };

describe("sentences", () => {
  test("where a card stands names who brought it there", () => {
    expect(whereItStands(CARD, nameOf)).toBe("Attempt 2 by Otto waits for a decision.");
    expect(whereItStands({ ...decided, status: "approved" }, nameOf)).toBe("Attempt 2 was approved by Rina.");
    expect(whereItStands({ ...decided, status: "changes_requested" }, nameOf)).toBe("Changes were requested by Rina; 1 retry is left.");
    expect(whereItStands({ ...decided, status: "exhausted" }, nameOf)).toBe("Changes were requested by Rina, and no retry is left.");
  });

  test("every status has one", () => {
    for (const status of CARD_STATUSES) expect(whereItStands({ ...decided, status }, nameOf)).toMatch(/^[A-Z].*\.$/);
  });

  test("who has decided hears who is awaited, once", () => {
    const stages: ReviewCard["stages"] = [{ name: "All", reviewerIds: ["r", "o"], rule: "all", start: { when: "decision" } }];
    const said = { stage: 0, byId: "r", verdict: "approved", note: "", at: new Date(0).toISOString() } as const;
    const card = { ...CARD, stages, attempts: [{ ...ATTEMPT, votes: [said] }] };
    expect(refusalSentence("voted_already", card, nameOf)).toBe("You have decided on this attempt; Otto is awaited.");
  });

  test("what is missing is named", () => {
    const card = { ...CARD, goal: " ", ownerId: null, fallbackPath: null };
    expect(refusalSentence("incomplete", card, nameOf)).toBe(
      "Before it can be submitted, this card needs a goal, an owner and a fallback path.",
    );
  });
});

describe("what somebody may do", () => {
  const reviewer = { memberId: "r", role: "reviewer" } as const;
  const operator = { memberId: "o", role: "operator" } as const;

  test("the owner decides; others hear who does, and what role it takes", () => {
    expect(whyNot("approve", CARD, reviewer, nameOf, new Date(0))).toBeNull();
    expect(whyNot("approve", CARD, { memberId: "x", role: "lead" }, nameOf, new Date(0))).toBe("Rina owns this card and decides.");
    expect(whyNot("approve", CARD, operator, nameOf, new Date(0))).toBe(
      "Nobody decides on their own attempt; hand the card over to somebody else.",
    );
    expect(whyNot("waiveDefect", CARD, reviewer, nameOf, new Date(0))).toBe("Only a lead or an admin can do this.");
  });

  test("what happened comes before who may", () => {
    expect(whyNot("approve", { ...decided, status: "approved" }, operator, nameOf, new Date(0))).toBe(
      "Nothing on this card waits for a decision. Attempt 2 was approved by Rina.",
    );
  });
});

describe("terms", () => {
  test("the parts of a split are promised what they get", () => {
    const promised = [0, 1, 3].map((retryLimit) => {
      const exhausted = { ...CARD, status: "exhausted" as const, retryLimit, retriesUsed: retryLimit, waivedRetries: 1 };
      const split = splitCard(
        exhausted,
        [
          { title: "One", goal: "" },
          { title: "Two", goal: "" },
        ],
        { memberId: "o", role: "operator" },
        "Two in one.",
      );
      return [partsInWords(exhausted), ...(typeof split === "string" ? [] : split.parts.map(retriesLeft))];
    });
    expect(promised).toEqual([
      [expect.stringContaining("no retry, so the first return exhausts them too"), 0, 0],
      [expect.stringContaining("all of its one retry"), 1, 1],
      [expect.stringContaining("all 3 retries"), 3, 3],
    ]);
  });

  test("a moment is marked on a film while it plays, and on no still picture", () => {
    const during = { fromMs: 900, toMs: 1_200 };
    expect([null, 1_000, 800].map((durationMs) => whyNotDuring({ during }, durationMs))).toEqual(["no_moments", null, "after_the_end"]);
    expect(whyNotDuring({ during: null }, null)).toBeNull();
    expect(
      recordDefect(
        CARD,
        "a",
        { kind: "hands", severity: "minor", note: "", x: 0, y: 0, outline: null, during },
        { id: "d", by: { memberId: "r", role: "reviewer" }, durationMs: null },
      ),
    ).toBe("no_moments");
  });

  test("a card takes from the template what nobody said otherwise, also when they said nothing should be there", () => {
    const template = CardTemplate.parse({ ...NAMED, goal: "calm", retryLimit: 3, fallbackPath: { kind: "stop" } });
    const given = { title: "Hero", createdById: "o", terms: { retryLimit: 0, fallbackPath: null } };
    expect(createCard(template, given, null)).toMatchObject({ goal: "calm", retryLimit: 0, fallbackPath: null, status: "draft" });
    expect(createCard(template, given, "operator")).toBe("owner_cannot_decide");
  });

  test("a defect is acceptable up to and including the listed severity, of that kind only", () => {
    const list = [{ kind: "hands", maxSeverity: "major", note: "" }] as const;
    expect(isAcceptable({ kind: "hands", severity: "minor" }, list)).toBe(true);
    expect(isAcceptable({ kind: "hands", severity: "major" }, list)).toBe(true);
    expect(isAcceptable({ kind: "hands", severity: "critical" }, list)).toBe(false);
    expect(isAcceptable({ kind: "text", severity: "minor" }, list)).toBe(false);
  });

  test("a kind is listed once", () => {
    const twice = [1, 2].map(() => ({ kind: "hands", maxSeverity: "minor" }));
    expect(CardTemplate.safeParse({ acceptableDefects: twice }).success).toBe(false);
  });
});
