import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReviewCard } from "@/lib/domain/review/card";
import { approve } from "@/lib/domain/review/decide";
import { type DueRule, dueAfter } from "@/lib/domain/review/due";
import { createCard } from "@/lib/domain/review/edit-card";
import { changedFromTemplate, templateSays } from "@/lib/domain/review/from-template";
import { fillGoal, isFilledFrom, openVariables } from "@/lib/domain/review/goal";
import { missingParts } from "@/lib/domain/review/missing-parts";
import { isRefusal } from "@/lib/domain/review/refusal";
import { assignOwner } from "@/lib/domain/review/rotation";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { CardTemplate } from "@/lib/domain/review/template";
import { tickCheck } from "@/lib/domain/review/tick-check";

const ID = "0199f3a0-0000-7000-8000-000000000001";
const FULL = CardTemplate.parse({
  id: ID,
  name: "Packshot",
  goal: "A packshot of {product} for {campaign}.",
  owner: { kind: "rotation" },
  retryLimit: 2,
  fallbackPath: { kind: "stop" },
  due: { count: 2, unit: "working-days", timeZone: "Europe/Berlin" },
  requiredChecks: [{ id: "rights", label: "The rights are cleared", before: "approval" }],
});

function started(values: Record<string, string> = {}, terms = {}): ReviewCard {
  const card = createCard(FULL, { title: "Hero", terms, values, createdById: "o" }, null);
  if (isRefusal(card)) throw new Error(card);
  return card;
}

const LANE = { kind: "production", allowedEngines: [], requiresDraft: false } as const;
const FILE = { id: "a", assetId: "x", variantId: null, contentHash: "h", note: "", submittedById: "o", role: null, run: null, options: [] };
const NOW = new Date("2026-11-20T15:00:00Z");

function submitted(card: ReviewCard): ReviewCard {
  const after = submitAttempt(card, FILE, LANE, 0, NOW);
  if (isRefusal(after)) throw new Error(after);
  return after;
}

describe("when a card is due by its template", () => {
  const rule = (count: number, unit: DueRule["unit"], timeZone = "Europe/Berlin") => ({ count, unit, timeZone });
  const due = (at: string, count: number, unit: DueRule["unit"], zone?: string) =>
    dueAfter(rule(count, unit, zone), new Date(at)).toISOString();

  test("working days end at five, and a weekend is none", () => {
    expect(due("2026-11-20T15:00:00Z", 1, "working-days")).toBe("2026-11-23T16:00:00.000Z");
    expect(due("2026-11-21T10:00:00Z", 1, "working-days")).toBe("2026-11-23T16:00:00.000Z");
    expect(due("2026-11-16T08:00:00Z", 5, "working-days")).toBe("2026-11-23T16:00:00.000Z");
  });

  test("working hours pass from nine to five only, by the clock of their place, over a change of the clocks too", () => {
    expect(due("2026-11-20T15:00:00Z", 2, "working-hours")).toBe("2026-11-23T09:00:00.000Z");
    expect(due("2026-11-18T02:00:00Z", 1, "working-hours")).toBe("2026-11-18T09:00:00.000Z");
    // Friday in summer time, Monday in winter time.
    expect(due("2026-10-23T14:30:00Z", 1, "working-hours")).toBe("2026-10-26T08:30:00.000Z");
    expect(due("2026-11-20T20:00:00Z", 1, "working-hours", "America/New_York")).toBe("2026-11-20T21:00:00.000Z");
  });

  test("it is never before the submission, in working time, and more is never sooner", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
    const unit = fc.constantFrom("working-days" as const, "working-hours" as const);
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland");
    fc.assert(
      fc.property(moment, unit, zone, fc.integer({ min: 1, max: 60 }), (at, kind, timeZone, count) => {
        const [sooner, later] = [dueAfter(rule(count, kind, timeZone), at), dueAfter(rule(count + 1, kind, timeZone), at)];
        expect(sooner.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(later.getTime()).toBeGreaterThan(sooner.getTime());
        const shown = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" }).format(sooner);
        expect(shown).toMatch(/^(Mon|Tue|Wed|Thu|Fri).*(09|1[0-7])/);
      }),
      { numRuns: 40 },
    );
  });

  test("the rule counts from each attempt, and a date somebody says stands", () => {
    const values = { product: "a lamp", campaign: "spring" };
    const owned = { ownerId: "r" };
    const first = submitted(started(values, owned));
    expect([first.dueAt?.toISOString(), first.dueByRule]).toEqual(["2026-11-24T16:00:00.000Z", true]);
    const said = submitted(started(values, { ...owned, dueAt: "2031-01-01T00:00:00Z" }));
    expect([said.dueAt?.toISOString(), said.dueByRule]).toEqual(["2031-01-01T00:00:00.000Z", false]);
  });
});

describe("a goal with variables", () => {
  test("has to be filled before the card is submitted; braces that are no variables stay text", () => {
    const card = started({ product: "{campaign} lamps" });
    expect(openVariables(card)).toEqual(["campaign"]);
    expect(missingParts(card)).toEqual(["value for each variable of the goal"]);
    expect(submitAttempt({ ...card, ownerId: "r" }, FILE, LANE, 0, NOW)).toBe("incomplete");
    const own = started({}, { goal: "Set {type} as it is." });
    expect(missingParts(own)).toEqual([]);
  });

  test("is the template's, whatever stands in place of its variables", () => {
    const values = fc.dictionary(
      fc.constantFrom("product", "campaign"),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
    );
    fc.assert(
      fc.property(values, (given) => {
        const goal = fillGoal(FULL.goal, ["product", "campaign"], given);
        expect(isFilledFrom(FULL.goal, goal)).toBe(true);
        expect(isFilledFrom(FULL.goal, `Not ${goal}`)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what was changed from the template", () => {
  test("filling the goal and following the rotation or the rule changes nothing; saying otherwise does", () => {
    const card = submitted({ ...started({ product: "a lamp", campaign: "spring" }), ownerId: "r" });
    expect(changedFromTemplate(card)).toEqual([]);
    const other = started(
      {},
      { goal: "A lamp.", retryLimit: 5, dueAt: "2031-01-01T00:00:00Z", fallbackPath: { kind: "manual", memberId: null, note: "" } },
    );
    expect(changedFromTemplate(other)).toEqual(["goal", "retry limit", "fallback path", "due date"]);
    expect(templateSays(other, "retry limit", String)).toBe("2");
    expect(templateSays(other, "due date", String)).toBe("2 working days after it is submitted");
  });
});

describe("a rotation", () => {
  test("turns to the fewest open cards, of equals to who has been here longest, never to the submitter", () => {
    const candidates = [
      { memberId: "b", openCards: 1 },
      { memberId: "a", openCards: 1 },
      { memberId: "o", openCards: 0 },
      { memberId: "c", openCards: 3 },
    ];
    expect(assignOwner(started(), candidates, "o")).toMatchObject({ ownerId: "a" });
    expect(assignOwner(started(), [{ memberId: "o", openCards: 0 }], "o")).toBe("rotation_empty");
  });
});

describe("a required check", () => {
  const reviewer = { memberId: "r", role: "reviewer" } as const;
  const card = submitted(started({ product: "a lamp", campaign: "spring" }, { ownerId: "r" }));
  const ticking = { attemptId: "a", checkId: "rights", isTicked: true };
  const deciding = { attemptId: "a", by: reviewer, note: "", now: NOW };

  test("stands before the approval until a person other than the submitter ticks it, for each attempt anew", () => {
    expect(approve(card, deciding)).toBe("checks_open");
    expect(tickCheck(card, ticking, { memberId: "o", role: "lead" }, NOW)).toBe("own_attempt_check");
    expect(tickCheck(card, { ...ticking, checkId: "else" }, reviewer, NOW)).toBe("no_such_check");
    const ticked = tickCheck(card, ticking, reviewer, NOW);
    if (isRefusal(ticked)) throw new Error(ticked);
    expect(tickCheck(ticked, ticking, reviewer, NOW)).toBe("ticked_already");
    const approved = approve(ticked, deciding);
    if (isRefusal(approved)) throw new Error(approved);
    expect(approved.status).toBe("approved");
    expect(tickCheck(approved, { ...ticking, isTicked: false }, reviewer, NOW)).toBe("not_in_review");
    const again = submitAttempt(approved, { ...FILE, id: "b", contentHash: "h2" }, LANE, 1, NOW);
    if (isRefusal(again)) throw new Error(again);
    expect(approve(again, { ...deciding, attemptId: "b" })).toBe("checks_open");
  });
});

describe("a stage with a deadline", () => {
  test("begins when it passes, whatever the stage before says, and both words are needed", () => {
    const stages = [
      { name: "Craft", reviewerIds: ["r"], rule: "all", start: { when: "decision" } },
      { name: "Brand", reviewerIds: ["l"], rule: "first", start: { when: "deadline", hours: 2 } },
    ] as const;
    const filled = started({ product: "a lamp", campaign: "spring" }, { ownerId: "r" });
    const card = {
      ...submitted({ ...filled, stages: stages.map((stage) => ({ ...stage, reviewerIds: [...stage.reviewerIds] })) }),
      startedFrom: null,
    };
    const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
    const by = (memberId: string, hours: number) => ({ attemptId: "a", by: { memberId, role: "lead" } as const, note: "", now: at(hours) });
    expect(approve(card, by("l", 1))).toBe("not_your_turn");
    const said = approve(card, by("l", 2));
    expect(said).toMatchObject({ status: "in_review" });
    expect(isRefusal(said) || approve(said, by("r", 3))).toMatchObject({ status: "approved", attempts: [{ decision: { byId: "r" } }] });
  });
});
