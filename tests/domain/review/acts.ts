import fc from "fast-check";
import { ROLES } from "@/lib/domain/access/policy";
import { splitCard, stopCard, takeFallback, waiveRetry } from "@/lib/domain/review/at-the-limit";
import { currentAttempt, type Person, type ReviewCard } from "@/lib/domain/review/card";
import { approve, reject, requestChanges } from "@/lib/domain/review/decide";
import { DEFECT_KINDS, SEVERITIES } from "@/lib/domain/review/defect";
import { editCard } from "@/lib/domain/review/edit-card";
import { handOver } from "@/lib/domain/review/hand-over";
import { recordDefect, removeDefect, waiveDefect } from "@/lib/domain/review/mark-defects";
import { isRefusal, type Refusal } from "@/lib/domain/review/refusal";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";

/** Two people of each role: enough to meet oneself and others. */
export const PEOPLE: readonly Person[] = ROLES.flatMap((role) => [
  { memberId: `${role}-1`, role },
  { memberId: `${role}-2`, role },
]);

const person = fc.constantFrom(...PEOPLE);
const words = fc.constantFrom("", " ", "because");
const mark = fc.record({
  kind: fc.constantFrom(...DEFECT_KINDS),
  severity: fc.constantFrom(...SEVERITIES),
  note: fc.constant(""),
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Somebody tries something. What it is aimed at (attempt, defect) is chosen by `aim`, also at things that are gone. */
export const anyAct = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant("submit" as const), by: person, file: fc.nat({ max: 9 }), behind: fc.nat({ max: 1 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constantFrom("approve" as const, "requestChanges" as const, "requestChanges" as const, "reject" as const),
      by: person,
      asOwner: fc.boolean(),
      words,
      aim: fc.nat({ max: 1 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("mark" as const), by: person, mark }) },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constantFrom("unmark" as const, "waiveDefect" as const), by: person, aim: fc.nat({ max: 3 }), words }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constantFrom("waiveRetry" as const, "takeFallback" as const, "stop" as const), by: person, words }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("split" as const), by: person, parts: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("handOver" as const), by: person, to: person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("edit" as const),
      by: person,
      words,
      goal: fc.option(fc.constantFrom("", "goal"), { nil: undefined }),
      retryLimit: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
      ownerTo: fc.option(person, { nil: undefined }),
    }),
  },
);
export type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

const LANE = { kind: "production", allowedEngines: [] } as const;

/** Tries it. The card afterwards, or why not. */
export function attempt(card: ReviewCard, act: Act, turn: number): ReviewCard | Refusal {
  const now = new Date(Date.UTC(2031, 0, 1) + turn * 1_000);
  const ownerId = card.ownerId;
  switch (act.act) {
    case "submit": {
      const submission = {
        id: `attempt-${turn}`,
        assetId: `asset-${act.file}`,
        variantId: null,
        contentHash: `hash-${act.file}`,
        note: "",
        submittedById: act.by.memberId,
        run: null,
      };
      return submitAttempt(card, submission, LANE, card.attempts.length - act.behind, now);
    }
    case "approve":
    case "requestChanges":
    case "reject": {
      const owner = PEOPLE.find(({ memberId }) => memberId === ownerId);
      const by = act.asOwner && owner ? owner : act.by;
      const attemptId = card.attempts.at(-1 - act.aim)?.id ?? "none";
      return { approve, requestChanges, reject }[act.act](card, { attemptId, by, note: act.words, now });
    }
    case "mark":
      return recordDefect(card, currentAttempt(card)?.id ?? "none", act.mark, { id: `defect-${turn}`, by: act.by });
    case "unmark":
      return removeDefect(card, currentAttempt(card)?.defects.at(act.aim)?.id ?? "none", act.by);
    case "waiveDefect":
      return waiveDefect(card, currentAttempt(card)?.defects.at(act.aim)?.id ?? "none", act.by, act.words);
    case "waiveRetry":
      return waiveRetry(card, act.by, act.words);
    case "takeFallback":
      return takeFallback(card, now);
    case "stop":
      return stopCard(card, act.by, act.words);
    case "split": {
      const parts = Array.from({ length: act.parts }, (_, part) => ({ title: `Part ${part}`, goal: "" }));
      const split = splitCard(card, parts, act.by);
      return isRefusal(split) ? split : split.card;
    }
    case "handOver":
      return handOver(card, act.to, act.by);
    case "edit": {
      const { goal, retryLimit, ownerTo } = act;
      const change = { goal, retryLimit, ownerId: ownerTo?.memberId };
      return editCard(card, change, { ...act.by, reason: act.words }, ownerTo?.role ?? null);
    }
    default:
      return act satisfies never;
  }
}
