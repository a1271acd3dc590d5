import fc from "fast-check";
import { ROLES } from "@/lib/domain/access/policy";
import { type PublishedFacts, publish, whyNotPublish, withdraw } from "@/lib/domain/publication/publish";
import { splitCard, stopCard, takeFallback, waiveRetry } from "@/lib/domain/review/at-the-limit";
import { currentAttempt, type Person, type ReviewCard } from "@/lib/domain/review/card";
import { approve, reject, requestChanges } from "@/lib/domain/review/decide";
import { SEVERITIES } from "@/lib/domain/review/defect";
import { delegateSeat } from "@/lib/domain/review/delegate";
import { editCard } from "@/lib/domain/review/edit-card";
import { handOver } from "@/lib/domain/review/hand-over";
import { handOverWork } from "@/lib/domain/review/manual-work";
import { recordDefect, removeDefect, waiveDefect } from "@/lib/domain/review/mark-defects";
import { pickOption } from "@/lib/domain/review/pick-option";
import { RECHECK_VERDICTS, recheckDefect, toRecheck } from "@/lib/domain/review/recheck";
import { editRecipe, requestAgain } from "@/lib/domain/review/recipe-edit";
import { isRefusal, type Refusal } from "@/lib/domain/review/refusal";
import type { RequiredCheck } from "@/lib/domain/review/required-check";
import { seatsAhead } from "@/lib/domain/review/stage";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { tickCheck } from "@/lib/domain/review/tick-check";

/** Two people of each role: enough to meet oneself and others. */
export const PEOPLE: readonly Person[] = ROLES.flatMap((role) => [
  { memberId: `${role}-1`, role },
  { memberId: `${role}-2`, role },
]);

/** What a lead asked to be ticked, where a card asks for anything. */
export const CHECKS: readonly RequiredCheck[] = [
  { id: "rights", label: "The rights are cleared", before: "approval" },
  { id: "disclosure", label: "The disclosure is decided", before: "publish" },
];

const LEADS = PEOPLE.filter(({ role }) => role === "lead" || role === "admin");
const person = fc.constantFrom(...PEOPLE);
const words = fc.constantFrom("", " ", "because", "because", "because", "because");
/** Mostly the newest, sometimes the one before. */
const aim = fc.constantFrom(0, 0, 0, 0, 1);
const mostly = fc.constantFrom(true, true, true, false);
const mark = fc.record({
  kind: fc.constantFrom("hands" as const, "logo" as const),
  severity: fc.constantFrom(...SEVERITIES),
  note: fc.constant(""),
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
  outline: fc.constant(null),
  during: fc.constant(null),
});

const decision = { by: person, asOwner: mostly, words, aim };
const onDefect = { by: person, aim: fc.nat({ max: 2 }), words };
const tries = {
  submit: fc.record({
    act: fc.constant("submit" as const),
    by: person,
    asMaker: mostly,
    file: fc.nat({ max: 9 }),
    behind: aim,
    options: fc.constantFrom(1, 1, 3),
  }),
  pick: fc.record({ act: fc.constant("pick" as const), by: person, asOwner: mostly, option: fc.nat({ max: 3 }), aim }),
  tick: fc.record({
    act: fc.constant("tick" as const),
    by: person,
    checkId: fc.constantFrom("rights", "rights", "rights", "disclosure", "disclosure", "disclosure", "another"),
    isTicked: fc.constantFrom(true, true, true, true, true, true, false),
    aim,
  }),
  publish: fc.record({
    act: fc.constant("publish" as const),
    by: fc.constantFrom(...PEOPLE, ...LEADS, ...LEADS),
    aim,
    isReplaced: fc.constantFrom(false, false, false, true),
  }),
  withdraw: fc.record({ act: fc.constant("withdraw" as const), by: person, words }),
  approve: fc.record({ act: fc.constant("approve" as const), ...decision }),
  requestChanges: fc.record({ act: fc.constant("requestChanges" as const), ...decision }),
  reject: fc.record({ act: fc.constant("reject" as const), ...decision }),
  mark: fc.record({ act: fc.constant("mark" as const), by: person, mark }),
  unmark: fc.record({ act: fc.constant("unmark" as const), ...onDefect }),
  waiveDefect: fc.record({ act: fc.constant("waiveDefect" as const), ...onDefect }),
  recheck: fc.record({
    act: fc.constant("recheck" as const),
    by: person,
    which: fc.constantFrom(0, 0, 0, 1, 2),
    verdict: fc.constantFrom(...RECHECK_VERDICTS, null),
    aim,
  }),
  waiveRetry: fc.record({ act: fc.constant("waiveRetry" as const), by: person, words }),
  takeFallback: fc.record({ act: fc.constant("takeFallback" as const), by: person, words }),
  stop: fc.record({ act: fc.constant("stop" as const), by: person, words }),
  split: fc.record({ act: fc.constant("split" as const), by: person, parts: fc.constantFrom(2, 2, 3, 1), words }),
  editRecipe: fc.record({
    act: fc.constant("editRecipe" as const),
    by: person,
    /** What the recipe becomes; the first is what was approved. */
    to: fc.constantFrom(0, 0, 1, 2, 2),
    aim,
  }),
  requestAgain: fc.record({ act: fc.constant("requestAgain" as const), by: person, aim }),
  handOverWork: fc.record({ act: fc.constant("handOverWork" as const), by: person, to: fc.option(person) }),
  delegate: fc.record({ act: fc.constant("delegate" as const), by: person, from: person, to: person }),
  handOver: fc.record({ act: fc.constant("handOver" as const), by: person, to: person }),
  edit: fc.record({
    act: fc.constant("edit" as const),
    by: person,
    words,
    goal: fc.option(fc.constantFrom("", "goal"), { nil: undefined }),
    retryLimit: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    ownerTo: fc.option(person, { nil: undefined }),
  }),
};

/** What ends a card is tried more rarely than what keeps it going, else few cards would live to see their limit. */
export const anyAct = fc.oneof(
  { weight: 14, arbitrary: tries.submit },
  { weight: 11, arbitrary: tries.requestChanges },
  { weight: 22, arbitrary: tries.approve },
  { weight: 1, arbitrary: tries.reject },
  { weight: 5, arbitrary: tries.mark },
  { weight: 2, arbitrary: tries.unmark },
  { weight: 5, arbitrary: tries.waiveDefect },
  { weight: 22, arbitrary: tries.recheck },
  { weight: 3, arbitrary: tries.waiveRetry },
  { weight: 8, arbitrary: tries.takeFallback },
  { weight: 1, arbitrary: tries.stop },
  { weight: 3, arbitrary: tries.split },
  { weight: 2, arbitrary: tries.handOver },
  { weight: 3, arbitrary: tries.delegate },
  { weight: 3, arbitrary: tries.edit },
  { weight: 12, arbitrary: tries.pick },
  { weight: 22, arbitrary: tries.tick },
  { weight: 18, arbitrary: tries.publish },
  { weight: 2, arbitrary: tries.withdraw },
  { weight: 8, arbitrary: tries.editRecipe },
  { weight: 6, arbitrary: tries.requestAgain },
  { weight: 8, arbitrary: tries.handOverWork },
);
export type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

const LANE = { kind: "production", allowedEngines: [], requiresDraft: false } as const;

/** Most files were made here; what comes from elsewhere has no recipe. */
const variantOf = (file: number) => (file % 4 === 3 ? null : `variant-${file}`);

/** What a publication asks besides the card: nothing speaks against these files but that one was stored anew, or went out before. */
function releaseFacts(card: ReviewCard, isReplaced: boolean, released: ReadonlySet<string>): PublishedFacts {
  const now = currentAttempt(card);
  return {
    laneKind: "production",
    assetHash: isReplaced ? "another" : (now?.contentHash ?? ""),
    quality: null,
    terms: { isMadeHere: false, asksCommercialUse: false, asksRegion: false, againstLicence: null, againstResidency: null },
    look: { classes: null, isPosterOnly: false },
    unsafeReason: "",
    pictures: [],
    publishedBefore: released.has(now?.id ?? ""),
  };
}

/** Whoever is awaited, or the owner, when the act is theirs. */
function deciding(card: ReviewCard, act: { readonly asOwner: boolean; readonly by: Person }): Person {
  const awaited = seatsAhead(card)[0]?.memberId ?? card.ownerId;
  return (act.asOwner && PEOPLE.find(({ memberId }) => memberId === awaited)) || act.by;
}

/** Tries it. The card afterwards, or why not. `released`: the attempts that were published before; a publication adds its own. */
export function attempt(card: ReviewCard, act: Act, turn: number, released: Set<string>): ReviewCard | Refusal {
  const now = new Date(Date.UTC(2031, 0, 1) + turn * 600_000);
  switch (act.act) {
    case "submit": {
      const by = (act.asMaker && PEOPLE.find(({ memberId }) => memberId === card.makerId)) || act.by;
      const submission = {
        id: `attempt-${turn}`,
        assetId: `asset-${act.file}`,
        variantId: variantOf(act.file),
        contentHash: `hash-${act.file}`,
        note: "",
        submittedById: by.memberId,
        role: by.role,
        run: null,
        options: Array.from({ length: act.options }, (_, at) => ({
          assetId: `asset-${act.file}${at === 0 ? "" : `-${at}`}`,
          variantId: at === 0 ? variantOf(act.file) : null,
          contentHash: `hash-${act.file}${at === 0 ? "" : `-${at}`}`,
        })),
      };
      return submitAttempt(card, submission, LANE, card.attempts.length - act.behind, now);
    }
    case "approve":
    case "requestChanges":
    case "reject": {
      const attemptId = card.attempts.at(-1 - act.aim)?.id ?? "none";
      return { approve, requestChanges, reject }[act.act](card, { attemptId, by: deciding(card, act), note: act.words, now });
    }
    case "mark":
      return recordDefect(card, currentAttempt(card)?.id ?? "none", act.mark, { id: `defect-${turn}`, by: act.by, durationMs: null });
    case "unmark":
      return removeDefect(card, currentAttempt(card)?.defects.at(act.aim)?.id ?? "none", act.by);
    case "waiveDefect":
      return waiveDefect(card, currentAttempt(card)?.defects.at(act.aim)?.id ?? "none", act.by, act.words);
    case "recheck": {
      const defectId = toRecheck(card).at(act.which)?.defect.id ?? card.attempts[0]?.defects[0]?.id ?? "none";
      const attemptId = card.attempts.at(-1 - act.aim)?.id ?? "none";
      return recheckDefect(card, attemptId, defectId, act.verdict, { id: `defect-${turn}`, by: act.by });
    }
    case "waiveRetry":
      return waiveRetry(card, act.by, act.words);
    case "takeFallback":
      return takeFallback(card, act.by, now);
    case "stop":
      return stopCard(card, act.by, act.words);
    case "split": {
      const parts = Array.from({ length: act.parts }, (_, part) => ({ title: `Part ${part}`, goal: "" }));
      const split = splitCard(card, parts, act.by, act.words);
      return isRefusal(split) ? split : split.card;
    }
    case "editRecipe": {
      const attemptId = card.attempts.at(-1 - act.aim)?.id ?? "none";
      return editRecipe(card, { attemptId, promptId: `prompt-${act.to}`, differs: act.to > 0 }, act.by, now);
    }
    case "requestAgain": {
      let made = 0;
      const newId = () => `again-${turn}-${made++}`;
      return requestAgain(card, { attemptId: card.attempts.at(-1 - act.aim)?.id ?? "none", note: "", newId }, now);
    }
    case "handOverWork":
      return handOverWork(card, act.to ?? act.by, act.by);
    case "delegate":
      return delegateSeat(card, act.from.memberId, act.to, act.by);
    case "handOver":
      return handOver(card, act.to, act.by);
    case "pick": {
      const target = card.attempts.at(-1 - act.aim);
      const assetId = target?.options.at(act.option)?.assetId ?? "none";
      return pickOption(card, target?.id ?? "none", assetId, deciding(card, act), now);
    }
    case "tick": {
      const { by, aim, ...what } = act;
      return tickCheck(card, { ...what, attemptId: card.attempts.at(-1 - aim)?.id ?? "none" }, by, now);
    }
    case "publish": {
      const facts = releaseFacts(card, act.isReplaced, released);
      const attemptId = card.attempts.at(-1 - act.aim)?.id ?? "none";
      // The sentence is the refusal: what a person of this role hears.
      if (whyNotPublish(card, attemptId, facts, act.by.role, now) !== null) return "not_in_review";
      const out = publish(card, attemptId, facts, now);
      if (typeof out === "string") return "not_in_review";
      released.add(attemptId);
      return out;
    }
    case "withdraw":
      return card.status === "published" && act.words.trim() !== "" ? withdraw(card) : "not_in_review";
    case "edit": {
      const { goal, retryLimit, ownerTo } = act;
      const change = { goal, retryLimit, ownerId: ownerTo?.memberId };
      return editCard(card, change, { ...act.by, reason: act.words }, ownerTo?.role ?? null);
    }
    default:
      return act satisfies never;
  }
}
