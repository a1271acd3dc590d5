import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCard, stopCard, takeFallback, waiveRetry } from "@/lib/domain/review/at-the-limit";
import { currentAttempt, type ReviewCard, whyStale } from "@/lib/domain/review/card";
import { movesOf } from "@/lib/domain/review/column-move";
import { approve, reject, requestChanges } from "@/lib/domain/review/decide";
import { missingParts } from "@/lib/domain/review/missing-parts";
import { toRecheck } from "@/lib/domain/review/recheck";
import { isRefusal } from "@/lib/domain/review/refusal";
import { mayRunForCard } from "@/lib/domain/review/run-for-card";
import { seatsAhead, stagesOf } from "@/lib/domain/review/stage";
import type { Stage, StageStart } from "@/lib/domain/review/stage-plan";
import { CARD_STATUSES, type CardStatus, canMove } from "@/lib/domain/review/status";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import type { CardTemplate } from "@/lib/domain/review/template";
import { type Act, anyAct, attempt, CHECKS, PEOPLE } from "./acts";

const BY_HAND = { kind: "manual" as const, memberId: null, note: "" };
const BY_NAME = { ...BY_HAND, memberId: "operator-2" };

const seat = (name: string, reviewerIds: string[], rule: Stage["rule"], start: StageStart): Stage => ({ name, reviewerIds, rule, start });
const AFTER: StageStart = { when: "decision" };
const ONE_OF_TWO = [seat("Craft", ["reviewer-1", "lead-1"], "first", AFTER)];
const ALL_THEN_ONE = [
  seat("Craft", ["reviewer-1", "reviewer-2"], "all", AFTER),
  seat("Brand", ["lead-1", "lead-2"], "first", { when: "deadline", hours: 1 }),
];
const TOGETHER = [seat("Craft", ["reviewer-2"], "first", AFTER), seat("Legal", ["admin-1", "lead-1"], "all", { when: "together" })];

const CHECKED: CardTemplate = {
  id: "template",
  name: "Checked",
  goal: "",
  acceptableDefects: [],
  owner: null,
  retryLimit: 1,
  fallbackPath: null,
  stages: [],
  due: null,
  requiredChecks: [...CHECKS],
};

const anyCard: fc.Arbitrary<ReviewCard> = fc.record({
  status: fc.constant("draft" as const),
  title: fc.constant("Hero picture"),
  goal: fc.constantFrom("goal", "goal", "goal", "goal", "goal", ""),
  acceptableDefects: fc.constantFrom([], [{ kind: "hands" as const, maxSeverity: "major" as const, note: "", exampleAssetId: null }]),
  ownerId: fc.constantFrom("reviewer-1", "reviewer-2", "lead-1", "lead-1", "admin-2", null),
  createdById: fc.constantFrom("operator-1", "lead-2"),
  retryLimit: fc.constantFrom(0, 0, 1, 1, 2, 2, 3, null),
  retriesUsed: fc.constant(0),
  waivedRetries: fc.constant(0),
  fallbackPath: fc.constantFrom(BY_HAND, BY_HAND, BY_HAND, BY_HAND, BY_NAME, { kind: "stop" as const, note: "" }, null),
  fallbackTakenAt: fc.constant(null),
  makerId: fc.constant(null),
  dueAt: fc.constant(null),
  dueByRule: fc.constant(false),
  startedFrom: fc.constantFrom(null, CHECKED),
  stages: fc.constantFrom([], [], [], ONE_OF_TWO, ALL_THEN_ONE, TOGETHER),
  attempts: fc.constant([]),
});

/** A card, many people, many tries: `look` sees every step that was let through. */
function live(look: (before: ReviewCard, act: Act, after: ReviewCard) => void, end: (card: ReviewCard) => void = () => {}): void {
  fc.assert(
    fc.property(anyCard, fc.array(anyAct, { minLength: 40, maxLength: 120, size: "max" }), (draft, acts) => {
      let card = draft;
      const released = new Set<string>();
      acts.forEach((act, turn) => {
        const after = attempt(card, act, turn, released);
        if (isRefusal(after)) return;
        look(card, act, after);
        card = after;
      });
      end(card);
    }),
    { numRuns: 500 },
  );
}

const roleOf = (memberId: string | null) => PEOPLE.find((person) => person.memberId === memberId)?.role;
const LEADS = ["lead", "admin"];

describe("whatever anybody tries on a card", () => {
  test("it only moves along the table, and a closed card stays closed", () => {
    const reached = new Set<CardStatus>();
    live((before, _, after) => {
      reached.add(after.status);
      if (after.status !== before.status) expect(canMove(before.status, after.status)).toBe(true);
      expect(["rejected", "stopped", "split"]).not.toContain(before.status);
    });
    // Every status was really visited.
    expect([...reached].sort()).toEqual([...CARD_STATUSES].sort());
  });

  test("nothing incomplete is ever in review (rule 6)", () => {
    live((_, act, after) => {
      if (act.act === "submit") expect(missingParts(after)).toEqual([]);
      if (!["draft", "stopped"].includes(after.status)) expect(missingParts(after)).toEqual([]);
    });
  });

  test("the owner decides, never on their own attempt (rule 6)", () => {
    live((before, _, after) => {
      const decision = currentAttempt(after)?.decision;
      if (!decision || currentAttempt(before)?.decision) return;
      const seated = before.stages.flatMap(({ reviewerIds }) => reviewerIds);
      expect([before.ownerId, ...seated]).toContain(decision.byId);
      if (before.stages.length === 0) expect(decision.byId).toBe(before.ownerId);
      expect(decision.byId).not.toBe(currentAttempt(after)?.submittedById);
      expect(["reviewer", "lead", "admin"]).toContain(roleOf(decision.byId));
    });
  });

  test("in stages, everybody says one thing for a seat they have, and an approval is the word of every stage (rule 6)", () => {
    const reached = new Set<string>();
    live((before, act, after) => {
      const [was, is] = [currentAttempt(before), currentAttempt(after)];
      if (!is) return;
      const stages = stagesOf(before);
      for (const vote of is.votes.slice(is.id === was?.id ? was.votes.length : 0)) {
        expect(stages[vote.stage]?.reviewerIds).toContain(vote.byId);
        expect(vote.byId).not.toBe(is.submittedById);
        reached.add(`${act.act} ${stages[vote.stage]?.rule}`);
      }
      const said = is.votes.map(({ stage, byId }) => `${stage} ${byId}`);
      expect(new Set(said).size).toBe(said.length);
      const approvals = (index: number) => is.votes.filter(({ stage, verdict }) => stage === index && verdict === "approved");
      const others = stages.map(({ rule, reviewerIds }, index) =>
        rule === "first" ? approvals(index).length : reviewerIds.every((id) => approvals(index).some(({ byId }) => byId === id)) ? 1 : 0,
      );
      // Of one-of-several a single word counts; the next is refused.
      for (const [index, { rule }] of stages.entries()) if (rule === "first") expect(approvals(index).length).toBeLessThanOrEqual(1);
      if (act.act === "approve" && after.status === "approved") expect(others).not.toContain(0);
      if (after.status !== "in_review") return;
      expect(is.votes.every(({ verdict }) => verdict === "approved")).toBe(true);
      // Never stuck: somebody is awaited, now or at a known moment.
      expect(seatsAhead(after).length).toBeGreaterThan(0);
    });
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(["approve all", "approve first", "requestChanges all", "requestChanges first"]),
    );
  });

  test("sending back has a note; approval has no open defect, and a waiver is another lead's, with a reason (rule 7)", () => {
    live((before, act, after) => {
      const now = currentAttempt(after);
      if (act.act === "requestChanges") expect(now?.decision?.note.trim()).not.toBe("");
      for (const { waiver } of now?.defects ?? []) {
        if (!waiver) continue;
        expect(LEADS).toContain(roleOf(waiver.waivedById));
        expect(waiver.waivedById).not.toBe(now?.submittedById);
        expect(waiver.reason).not.toBe("");
      }
      if (act.act !== "approve") return;
      const [allowed] = before.acceptableDefects;
      const open = now?.defects.filter(({ kind, severity, waiver }) => !waiver && !(kind === allowed?.kind && severity !== "critical"));
      expect(open).toEqual([]);
    });
  });

  test("retries are counted exactly and never exceed the limit; only a lead with a reason raises it (rule 8)", () => {
    live((before, act, after) => {
      const byFallback = after.attempts.filter(({ viaFallback }) => viaFallback).length;
      expect(byFallback).toBeLessThanOrEqual(after.fallbackTakenAt ? 1 : 0);
      const asked = after.attempts.filter(({ renewsId }) => renewsId).length;
      expect(after.retriesUsed).toBe(Math.max(0, after.attempts.length - 1 - byFallback - asked));
      expect(after.retriesUsed).toBeLessThanOrEqual((after.retryLimit ?? 0) + after.waivedRetries);
      if (before.status !== "draft") expect(after.retryLimit).toBe(before.retryLimit);
      if (after.waivedRetries > before.waivedRetries) {
        expect(act.act).toBe("waiveRetry");
        expect(LEADS).toContain(act.by.role);
        expect(after.waivedRetries).toBe(before.waivedRetries + 1);
      }
    });
  });

  test("a column lights for a person exactly when they can bring the card there", () => {
    const seen = new Set<string>();
    let turn = 0;
    live((_, __, card) => {
      turn += 1;
      const by = PEOPLE[turn % PEOPLE.length] ?? PEOPLE[0];
      if (!by) return;
      const now = new Date(Date.UTC(2033, 0, 1));
      const deciding = { attemptId: currentAttempt(card)?.id ?? "none", by, note: "because", now };
      const done = {
        approve: () => approve(card, deciding),
        "request-changes": () => requestChanges(card, deciding),
        reject: () => reject(card, deciding),
        stop: () => stopCard(card, by, "because"),
        "take-fallback": () => takeFallback(card, by, now),
      };
      for (const [move, reason] of movesOf(card, { by, laneKind: "production", nameOf: (id) => id, now })) {
        if (move === "publish") continue;
        expect([move, isRefusal(done[move]())]).toEqual([move, reason !== null]);
        seen.add(`${move} ${reason === null}`);
      }
    });
    for (const move of ["approve", "request-changes", "reject", "stop"])
      expect([...seen]).toEqual(expect.arrayContaining([`${move} true`, `${move} false`]));
  });

  test("an exhausted card always has its ways on, and a run for it is refused (rule 8)", () => {
    const lead = { memberId: "lead-1", role: "lead" } as const;
    const parts = ["One", "Two"].map((title) => ({ title, goal: "" }));
    live((_, __, after) => {
      if (after.status !== "exhausted") return;
      expect(mayRunForCard(after, lead)).toBe("no_retry_left");
      expect(isRefusal(waiveRetry(after, lead, "once more"))).toBe(false);
      expect(isRefusal(splitCard(after, parts, lead, "too wide"))).toBe(false);
      expect(splitCard(after, parts, lead, " ")).toBe("reason_needed");
      expect(isRefusal(stopCard(after, lead, "enough"))).toBe(false);
      expect(isRefusal(takeFallback(after, lead, new Date(0)))).toBe(after.fallbackTakenAt !== null);
    });
  });

  test("a run is allowed exactly when its result could be submitted (rule 8)", () => {
    const operator = { memberId: "operator-1", role: "operator" } as const;
    live((_, __, after) => {
      if (missingParts(after).length > 0) return;
      const submission = {
        id: "x",
        assetId: "x",
        variantId: null,
        contentHash: "new",
        note: "",
        submittedById: operator.memberId,
        role: operator.role,
        run: null,
        options: [],
      };
      const lane = { kind: "production", allowedEngines: [], requiresDraft: false } as const;
      const submitted = submitAttempt(after, submission, lane, after.attempts.length, new Date(0));
      expect(isRefusal(submitted) ? submitted : null).toBe(mayRunForCard(after, operator));
    });
  });

  test("what was to be mended is said once on an attempt: fixed, or carried over as it was, and never by the submitter", () => {
    const said = new Set<string>();
    live((before, act, after) => {
      for (const [index, { id, defects }] of after.attempts.entries()) {
        const carried = defects.filter(({ carriedFromId }) => carriedFromId !== null);
        expect(new Set(carried.map(({ carriedFromId }) => carriedFromId)).size).toBe(carried.length);
        const earlier = after.attempts.slice(0, index).flatMap((attempt) => attempt.defects);
        for (const defect of carried) {
          const source = earlier.find((other) => other.id === defect.carriedFromId);
          expect(source?.fixed?.attemptId).not.toBe(id);
          expect(source && [source.kind, source.severity, source.x, source.y]).toEqual([defect.kind, defect.severity, defect.x, defect.y]);
        }
      }
      if (act.act !== "recheck") return;
      said.add(String(act.verdict));
      expect(act.by.memberId).not.toBe(currentAttempt(before)?.submittedById);
      expect(toRecheck(after).map(({ defect }) => defect.id)).toEqual(toRecheck(before).map(({ defect }) => defect.id));
    });
    expect([...said].sort()).toEqual(["fixed", "null", "still-there"]);
  });

  test("an approval is of one hash, counts alone, and goes stale with the next attempt (rule 9)", () => {
    live((before, act, after) => {
      const counting = after.attempts.filter(({ status, staleAt }) => status === "approved" && !staleAt);
      expect(counting).toHaveLength(after.status === "approved" || after.status === "published" ? 1 : 0);
      expect(after.attempts.filter(({ status }) => status === "submitted")).toHaveLength(after.status === "in_review" ? 1 : 0);
      for (const [index, earlier] of before.attempts.entries()) {
        const later = after.attempts[index];
        // Only choosing among what is on offer says which bytes are judged, and only before anything is said of them.
        if (act.act === "pick" && earlier === currentAttempt(before)) {
          expect(earlier.options.map(({ contentHash }) => contentHash)).toContain(later?.contentHash);
          expect([earlier.status, earlier.decision, earlier.votes, earlier.defects, earlier.ticks]).toEqual([
            "submitted",
            null,
            [],
            [],
            [],
          ]);
        } else expect(later?.contentHash).toBe(earlier.contentHash);
        if (earlier.decision) expect([later?.status, later?.decision]).toEqual([earlier.status, earlier.decision]);
        if (act.act === "submit") expect(later?.status).not.toBe("submitted");
      }
    });
  });

  test("an approval is of a recipe, too: an edit makes it stale, and the same file is asked for again without a retry (rule 9)", () => {
    const seen = new Set<string>();
    live((before, act, after) => {
      const [was, is] = [currentAttempt(before), currentAttempt(after)];
      if (act.act === "editRecipe") {
        expect([was?.status, is?.status, after.status, is?.contentHash]).toEqual(["approved", "approved", before.status, was?.contentHash]);
        expect(is && whyStale(is, is.contentHash)).toBe(act.to === 0 ? null : "recipe-edited");
        seen.add(`${act.to === 0 ? "taken back" : "edited"} when ${before.status}`);
      } else if (was?.recipeEdit && is?.id === was.id) expect(is.recipeEdit).toEqual(was.recipeEdit);
      if (act.act !== "requestAgain") {
        expect(after.attempts.filter(({ renewsId }) => renewsId)).toHaveLength(before.attempts.filter(({ renewsId }) => renewsId).length);
        return;
      }
      expect([before.status, after.status, was?.recipeEdit === null]).toEqual(["approved", "in_review", false]);
      expect([is?.renewsId, is?.contentHash, is?.submittedById]).toEqual([was?.id, was?.contentHash, was?.submittedById]);
      expect([after.retriesUsed, is?.decision, is?.votes, is?.ticks]).toEqual([before.retriesUsed, null, [], []]);
      expect(is?.defects.map(({ waiver, severity }) => [waiver, severity])).toEqual(
        was?.defects.map(({ waiver, severity }) => [waiver, severity]),
      );
      seen.add("asked again");
    });
    expect([...seen]).toEqual(
      expect.arrayContaining(["asked again", "edited when approved", "edited when published", "taken back when approved"]),
    );
  });

  test("what is made by hand is uploaded by whom it was given to, or a lead in their place (rule 8)", () => {
    const seen = new Set<string>();
    live((before, act, after) => {
      if (act.act === "handOverWork") {
        expect(["operator", "lead", "admin"]).toContain(roleOf(after.makerId));
        const givers = [before.makerId, before.ownerId, ...(before.makerId === null ? [after.makerId] : [])];
        expect(LEADS.includes(act.by.role) || givers.includes(act.by.memberId)).toBe(true);
        seen.add(before.makerId === null ? "taken up" : "given on");
      } else if (before.makerId !== null && act.act !== "submit") expect(after.makerId).toBe(before.makerId);
      if (act.act !== "submit" || before.makerId === null) return;
      const uploader = currentAttempt(after)?.submittedById ?? null;
      expect(LEADS.includes(String(roleOf(uploader))) || uploader === before.makerId).toBe(true);
      expect([currentAttempt(after)?.viaFallback, after.makerId]).toEqual([true, null]);
      seen.add(uploader === before.makerId ? "made" : "made by a lead");
    });
    expect([...seen]).toEqual(expect.arrayContaining(["given on", "made", "made by a lead"]));
  });

  test("nothing is approved unchosen or unchecked; only what is approved, unstale and checked is published, and once (rule 11)", () => {
    const seen = new Set<string>();
    live((before, act, after) => {
      const [was, is] = [currentAttempt(before), currentAttempt(after)];
      const ticked = (when: string) =>
        (before.startedFrom?.requiredChecks ?? [])
          .filter((check) => check.before === when)
          .map(({ id }) => id)
          .every((id) => was?.ticks.some((tick) => tick.checkId === id));
      if (act.act === "approve" && after.status === "approved") {
        expect(was?.options.length === 0 || was?.pickedById !== null).toBe(true);
        expect(ticked("approval")).toBe(true);
        if (was?.options.length) seen.add("an option approved");
      }
      if (act.act === "tick") expect(act.by.memberId).not.toBe(is?.submittedById);
      if (act.act === "withdraw") expect([before.status, after.status]).toEqual(["published", "approved"]);
      if (act.act !== "publish") {
        if (before.status !== "published") expect(after.status).not.toBe("published");
        return;
      }
      expect([before.status, was?.status, was?.staleAt, was?.recipeEdit, after.status]).toEqual([
        "approved",
        "approved",
        null,
        null,
        "published",
      ]);
      expect(act.isReplaced).toBe(false);
      expect(LEADS).toContain(act.by.role);
      expect(ticked("publish")).toBe(true);
      expect(after.attempts).toEqual(before.attempts);
      seen.add(before.startedFrom ? "published with checks" : "published");
    });
    expect([...seen].sort()).toEqual(["an option approved", "published", "published with checks"]);
  });

  test("what a decision is measured against changes only by a lead once something was submitted (rule 7)", () => {
    live((before, act, after) => {
      if (before.status === "draft" || act.act !== "edit") return;
      expect(after.ownerId).toBe(before.ownerId);
      if (after.goal !== before.goal) expect([LEADS.includes(act.by.role), act.words]).toEqual([true, "because"]);
    });
  });
});
