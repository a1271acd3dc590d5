import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { Guest } from "@/lib/domain/guest/guest";
import { VERDICTS } from "@/lib/domain/guest/recommendation";
import { toRecheck } from "@/lib/domain/review/recheck";
import { seatsAhead } from "@/lib/domain/review/stage";
import type { Stage } from "@/lib/domain/review/stage-plan";
import { recommend } from "@/lib/services/guest/recommend";
import { publish } from "@/lib/services/publication/publish";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import { approve } from "@/lib/services/review/approve";
import { delegateSeat } from "@/lib/services/review/delegate-seat";
import { editCard } from "@/lib/services/review/edit-card";
import { editRecipe } from "@/lib/services/review/edit-recipe";
import { handOver } from "@/lib/services/review/hand-over";
import { handOverWork } from "@/lib/services/review/hand-over-work";
import { cardOf, loadCard } from "@/lib/services/review/load-card";
import { pickOption } from "@/lib/services/review/pick-option";
import { recheckDefect } from "@/lib/services/review/recheck-defect";
import { recordDefect } from "@/lib/services/review/record-defect";
import { reject } from "@/lib/services/review/reject";
import { removeDefect } from "@/lib/services/review/remove-defect";
import { requestAgain } from "@/lib/services/review/request-again";
import { requestChanges } from "@/lib/services/review/request-changes";
import { splitCard } from "@/lib/services/review/split-card";
import { stopCard } from "@/lib/services/review/stop-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { submitMany } from "@/lib/services/review/submit-many";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { tickCheck } from "@/lib/services/review/tick-check";
import { waiveDefect } from "@/lib/services/review/waive-defect";
import { waiveRetry } from "@/lib/services/review/waive-retry";
import { type Act, anyAct, CHECKS } from "../../domain/review/acts";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, type ReviewStudio, TEMPLATE } from "../../support/factory";
import { personIn } from "../../support/studio";
import { aLink, comeIn } from "../guest/a-guest";
import { aCard } from "./cards";
import { race } from "./race";

beforeAll(async () => {
  await freshDatabase();
});

/** The studio's people by the names the random acts give them: two of each role. */
async function crowdOf(studio: ReviewStudio): Promise<ReadonlyMap<string, PersonActor>> {
  const crowd = new Map<string, PersonActor>();
  for (const [role, person] of Object.entries(studio.people)) {
    crowd.set(`${role}-1`, person);
    crowd.set(`${role}-2`, await personIn(studio.workspaceId, person.role));
  }
  return crowd;
}

interface Scene {
  readonly cardId: string;
  readonly crowd: ReadonlyMap<string, PersonActor>;
  readonly assets: readonly string[];
  /** The recipe of what was made here, and two edits of it. */
  readonly prompts: readonly string[];
  readonly guest: Guest;
}

/** What an act left behind: a version of the card, the end of a publication, or a guest's word, which changes no card. */
type Trace = { readonly version: number } | { readonly withdrawn: string } | { readonly said: string };

/** A client's word, said beside the acts of the studio's people. */
const guestWord = fc.record({
  act: fc.constant("recommend" as const),
  verdict: fc.constantFrom(...VERDICTS),
  words: fc.constantFrom("", "because"),
});
const anybodysAct = fc.oneof({ weight: 14, arbitrary: anyAct }, { weight: 1, arbitrary: guestWord });
type AnybodysAct = Act | (typeof guestWord extends fc.Arbitrary<infer Word> ? Word : never);

/** What this person does on the screen they have open: all of a batch saw the same card. */
async function screenOf(
  { cardId, crowd, assets, prompts, guest }: Scene,
  workspaceId: string,
): Promise<(act: AnybodysAct) => Promise<Trace>> {
  const { card } = await loadCard(db(), workspaceId, cardId);
  const current = card.attempts.at(-1);
  const person = (name: string): PersonActor => {
    const found = crowd.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const awaited = seatsAhead(card)[0]?.memberId ?? card.ownerId;
  const owner = [...crowd.values()].find(({ memberId }) => memberId === awaited);
  const standing = await db().publication.findFirst({ where: { cardId, withdrawnAt: null }, select: { id: true } });
  const aimed = (at: number) => card.attempts.at(-1 - at) ?? current;
  return async (act) => {
    if (act.act === "recommend") {
      await recommend(guest, { attemptId: current?.id ?? cardId, verdict: act.verdict, note: act.words });
      return { said: randomUUID() };
    }
    const by = person(act.by.memberId);
    switch (act.act) {
      case "submit":
        return submitAttempt(by, { cardId, assetId: assets[act.file] ?? "", seenAttempt: Math.max(0, card.attempts.length - act.behind) });
      case "approve":
      case "requestChanges":
      case "reject": {
        const decide = { approve, requestChanges, reject }[act.act];
        const attemptId = aimed(act.aim)?.id ?? cardId;
        return decide(act.asOwner && owner ? owner : by, { cardId, attemptId, note: act.words });
      }
      case "mark":
        return recordDefect(by, { cardId, attemptId: current?.id ?? cardId, defect: act.mark });
      case "unmark":
        return removeDefect(by, { cardId, defectId: current?.defects.at(act.aim)?.id ?? cardId });
      case "waiveDefect":
        return waiveDefect(by, { cardId, defectId: current?.defects.at(act.aim)?.id ?? cardId, reason: act.words });
      case "recheck": {
        const defectId = toRecheck(card).at(act.which)?.defect.id ?? cardId;
        const attemptId = aimed(act.aim)?.id ?? cardId;
        return recheckDefect(by, { cardId, attemptId, defectId, verdict: act.verdict });
      }
      case "waiveRetry":
        return waiveRetry(by, { cardId, reason: act.words });
      case "takeFallback":
        return takeFallback(by, { cardId });
      case "stop":
        return stopCard(by, { cardId, reason: act.words });
      case "split":
        return splitCard(by, {
          cardId,
          parts: Array.from({ length: act.parts }, (_, part) => ({ title: `Part ${part}` })),
          reason: act.words,
        });
      case "editRecipe":
        return editRecipe(by, { cardId, attemptId: aimed(act.aim)?.id ?? cardId, promptId: prompts[act.to] ?? cardId });
      case "requestAgain":
        return requestAgain(by, { cardId, attemptId: aimed(act.aim)?.id ?? cardId });
      case "handOverWork":
        return handOverWork(by, { cardId, toMemberId: act.to === null ? by.memberId : person(act.to.memberId).memberId });
      case "delegate":
        return delegateSeat(by, { cardId, fromMemberId: person(act.from.memberId).memberId, toMemberId: person(act.to.memberId).memberId });
      case "handOver":
        return handOver(by, { cardId, toMemberId: person(act.to.memberId).memberId });
      case "pick": {
        const from = aimed(act.aim);
        const assetId = from?.options.at(act.option)?.assetId ?? cardId;
        return pickOption(act.asOwner && owner ? owner : by, { cardId, attemptId: from?.id ?? cardId, assetId });
      }
      case "tick":
        return tickCheck(by, { cardId, attemptId: aimed(act.aim)?.id ?? cardId, checkId: act.checkId, isTicked: act.isTicked });
      case "publish":
        return publish(by, { cardId, attemptId: aimed(act.aim)?.id ?? cardId, disclosure: { kind: "none", reason: "Drawn by hand." } });
      case "withdraw": {
        const { id } = await withdrawPublication(by, { publicationId: standing?.id ?? cardId, reason: act.words });
        return { withdrawn: id };
      }
      case "edit": {
        const ownerId = act.ownerTo && person(act.ownerTo.memberId).memberId;
        return editCard(by, { cardId, change: { goal: act.goal, retryLimit: act.retryLimit, ownerId }, reason: act.words });
      }
      default:
        return act satisfies never;
    }
  };
}

/** What was done to a card since it was made: by whom it was changed, and what guests only said of it. */
interface Traces {
  readonly changes: number;
  readonly words: number;
  /** Its version and the length of its trail when it was made. */
  readonly born: { readonly version: number; readonly trail: number };
}

const trailOf = (cardId: string) => db().auditEvent.count({ where: { subjectId: cardId } });

/** The rules of a card as its rows must keep them after any crowd. */
async function expectRulesKept(cardId: string, { changes, words, born }: Traces): Promise<void> {
  const row = await db().reviewCard.findUniqueOrThrow({
    where: { id: cardId },
    include: { lane: true, attempts: { include: { defects: true }, orderBy: { number: "asc" } } },
  });
  const { status, attempts, ...card } = cardOf(row);
  const byFallback = attempts.filter(({ viaFallback }) => viaFallback).length;
  expect(byFallback).toBeLessThanOrEqual(card.fallbackTakenAt ? 1 : 0);
  const askedAgain = attempts.filter(({ renewsId }) => renewsId);
  expect(card.retriesUsed).toBe(Math.max(0, attempts.length - 1 - byFallback - askedAgain.length));
  for (const { renewsId, contentHash, submittedById } of askedAgain)
    expect(attempts.find(({ id }) => id === renewsId)).toMatchObject({ status: "approved", contentHash, submittedById, recipeEdit: {} });
  expect(card.retriesUsed).toBeLessThanOrEqual((card.retryLimit ?? 0) + card.waivedRetries);
  expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1));
  expect(attempts.filter((attempt) => attempt.status === "submitted")).toHaveLength(status === "in_review" ? 1 : 0);
  expect(attempts.filter((attempt) => attempt.status === "approved" && !attempt.staleAt)).toHaveLength(
    status === "approved" || status === "published" ? 1 : 0,
  );
  // What went out is the approved attempt of today, of exactly its bytes, once; what was withdrawn stays on record.
  const out = await db().publication.findMany({ where: { cardId }, select: { attemptId: true, sourceHash: true, withdrawnAt: true } });
  expect(out.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(status === "published" ? 1 : 0);
  expect(new Set(out.map(({ attemptId }) => attemptId)).size).toBe(out.length);
  for (const { attemptId, sourceHash } of out) {
    const released = attempts.find(({ id }) => id === attemptId);
    expect([released?.status, released?.contentHash]).toEqual(["approved", sourceHash]);
    expect(card.startedFrom?.requiredChecks.every(({ id }) => released?.ticks.some(({ checkId }) => checkId === id))).not.toBe(false);
  }
  for (const { options, contentHash, pickedById, status: outcome } of attempts) {
    if (options.length > 0) expect(options.map((option) => option.contentHash)).toContain(contentHash);
    if (options.length > 0 && outcome === "approved") expect(pickedById).not.toBeNull();
  }
  for (const attempt of attempts) expect(attempt.decision?.byId).not.toBe(attempt.submittedById);
  // Whoever is awaited stands in the table that lists are asked by, and nobody else.
  const seats = await db().reviewSeat.findMany({ where: { cardId }, select: { memberId: true } });
  const ahead = card.stages.length === 0 ? [] : seatsAhead({ ...card, status, attempts }).map(({ memberId }) => memberId);
  expect(seats.map(({ memberId }) => memberId).sort()).toEqual([...new Set(ahead)].sort());
  for (const { submittedById, votes } of attempts) for (const { byId } of votes) expect(byId).not.toBe(submittedById);
  const carried = attempts
    .flatMap(({ id, defects }) => defects.map(({ carriedFromId }) => carriedFromId && `${id} ${carriedFromId}`))
    .filter(Boolean);
  expect(new Set(carried).size).toBe(carried.length);
  // Every act that happened counts once and is in the trail once; those that were refused left nothing.
  expect(row.version).toBe(born.version + changes);
  expect(await trailOf(cardId)).toBe(born.trail + changes + words);
}

test("a crowd that acts at the same moments breaks no rule, and every act leaves one trace", async () => {
  const crowds = fc.array(fc.array(anybodysAct, { minLength: 1, maxLength: 6 }), { minLength: 8, maxLength: 14, size: "max" });
  await fc.assert(
    fc.asyncProperty(crowds, fc.constantFrom(0, 1, 2), fc.boolean(), fc.boolean(), async (batches, retryLimit, isStaged, isOnOffer) => {
      const studio = await aStudio();
      const { assets, prompts } = await filesOf(studio);
      const crowd = await crowdOf(studio);
      const idOf = (name: string) => crowd.get(name)?.memberId ?? "";
      const stages: Stage[] = [
        { name: "Craft", reviewerIds: [idOf("reviewer-1"), idOf("reviewer-2")], rule: "all", start: { when: "decision" } },
        { name: "Brand", reviewerIds: [idOf("lead-1"), idOf("lead-2")], rule: "first", start: { when: "together" } },
      ];
      const terms = { retryLimit, stages: isStaged ? stages : [] };
      const cardId = isOnOffer ? await onOffer(studio, assets.slice(0, 3), terms) : await aCard(studio, terms);
      const { guest } = await comeIn((await aLink(studio.people.reviewer, [cardId])).token);
      const scene = { cardId, crowd, assets, prompts, guest };
      const { version } = await loadCard(db(), studio.workspaceId, cardId);
      const born = { version, trail: await trailOf(cardId) };
      const [versions, withdrawn, words] = [new Set([born.version]), new Set<string>(), new Set<string>()];
      for (const batch of batches) {
        const tryIt = await screenOf(scene, studio.workspaceId);
        const { won } = await race(batch.map((act) => () => tryIt(act)));
        // Somebody's own act repeated is answered with the version it made; what holds already, with the one that is.
        for (const trace of won) {
          if ("version" in trace) versions.add(Math.max(trace.version, born.version));
          else if ("withdrawn" in trace) withdrawn.add(trace.withdrawn);
          else words.add(trace.said);
        }
        await expectRulesKept(cardId, { changes: versions.size - 1 + withdrawn.size, words: words.size, born });
      }
    }),
    // A crowd that breaks a rule is told as it was: making it smaller takes longer than the whole test may.
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);

/** Files that were made here from one recipe, and some that came from elsewhere; that recipe and two edits of it. */
async function filesOf(studio: ReviewStudio): Promise<Pick<Scene, "assets" | "prompts">> {
  const promptId = await studio.prompt();
  const made = await Promise.all(Array.from({ length: 7 }, () => aVariant(studio, { promptId })));
  const brought = await Promise.all(Array.from({ length: 3 }, () => anAsset(studio)));
  const edits = await Promise.all(["A red boat", "A green boat"].map((text) => studio.prompt({ text })));
  return { assets: [...made.map(({ assetId }) => assetId), ...brought.map(({ id }) => id)], prompts: [promptId, ...edits] };
}

/** A card whose first attempt offers these pictures, and which asks for checks. */
async function onOffer(studio: ReviewStudio, assetIds: readonly string[], terms: object): Promise<string> {
  const cardTemplates = [{ ...TEMPLATE, requiredChecks: [...CHECKS] }];
  await db().lane.update({ where: { id: studio.lanes.production }, data: { cardTemplates } });
  const { cards } = await submitMany(studio.people.operator, {
    projectId: studio.projectId,
    laneId: studio.lanes.production,
    as: "options",
    title: "Which?",
    terms: { ownerId: studio.people.reviewer.memberId, ...terms },
    pictures: assetIds.map((assetId) => ({ assetId })),
  });
  return cards[0]?.cardId ?? "";
}
