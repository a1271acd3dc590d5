import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { toRecheck } from "@/lib/domain/review/recheck";
import { seatsAhead } from "@/lib/domain/review/stage";
import type { Stage } from "@/lib/domain/review/stage-plan";
import { approve } from "@/lib/services/review/approve";
import { delegateSeat } from "@/lib/services/review/delegate-seat";
import { editCard } from "@/lib/services/review/edit-card";
import { handOver } from "@/lib/services/review/hand-over";
import { cardOf, loadCard } from "@/lib/services/review/load-card";
import { recheckDefect } from "@/lib/services/review/recheck-defect";
import { recordDefect } from "@/lib/services/review/record-defect";
import { reject } from "@/lib/services/review/reject";
import { removeDefect } from "@/lib/services/review/remove-defect";
import { requestChanges } from "@/lib/services/review/request-changes";
import { splitCard } from "@/lib/services/review/split-card";
import { stopCard } from "@/lib/services/review/stop-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { waiveDefect } from "@/lib/services/review/waive-defect";
import { waiveRetry } from "@/lib/services/review/waive-retry";
import { type Act, anyAct } from "../../domain/review/acts";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, type ReviewStudio } from "../../support/factory";
import { personIn } from "../../support/studio";
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
}

/** What this person does on the screen they have open: all of a batch saw the same card. */
async function screenOf({ cardId, crowd, assets }: Scene, workspaceId: string): Promise<(act: Act) => Promise<{ version: number }>> {
  const { card } = await loadCard(db(), workspaceId, cardId);
  const current = card.attempts.at(-1);
  const person = (name: string): PersonActor => {
    const found = crowd.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const awaited = seatsAhead(card)[0]?.memberId ?? card.ownerId;
  const owner = [...crowd.values()].find(({ memberId }) => memberId === awaited);
  return async (act) => {
    const by = person(act.by.memberId);
    switch (act.act) {
      case "submit":
        return submitAttempt(by, { cardId, assetId: assets[act.file] ?? "", seenAttempt: Math.max(0, card.attempts.length - act.behind) });
      case "approve":
      case "requestChanges":
      case "reject": {
        const decide = { approve, requestChanges, reject }[act.act];
        const attemptId = (card.attempts.at(-1 - act.aim) ?? current)?.id ?? cardId;
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
        const attemptId = (card.attempts.at(-1 - act.aim) ?? current)?.id ?? cardId;
        return recheckDefect(by, { cardId, attemptId, defectId, verdict: act.verdict });
      }
      case "waiveRetry":
        return waiveRetry(by, { cardId, reason: act.words });
      case "takeFallback":
        return takeFallback(by, { cardId });
      case "stop":
        return stopCard(by, { cardId, reason: act.words });
      case "split":
        return splitCard(by, { cardId, parts: Array.from({ length: act.parts }, (_, part) => ({ title: `Part ${part}` })) });
      case "delegate":
        return delegateSeat(by, { cardId, fromMemberId: person(act.from.memberId).memberId, toMemberId: person(act.to.memberId).memberId });
      case "handOver":
        return handOver(by, { cardId, toMemberId: person(act.to.memberId).memberId });
      case "edit": {
        const ownerId = act.ownerTo && person(act.ownerTo.memberId).memberId;
        return editCard(by, { cardId, change: { goal: act.goal, retryLimit: act.retryLimit, ownerId }, reason: act.words });
      }
      default:
        return act satisfies never;
    }
  };
}

/** The rules of a card as its rows must keep them after any crowd. */
async function expectRulesKept(cardId: string, acts: number): Promise<void> {
  const row = await db().reviewCard.findUniqueOrThrow({
    where: { id: cardId },
    include: { lane: true, attempts: { include: { defects: true }, orderBy: { number: "asc" } } },
  });
  const { status, attempts, ...card } = cardOf(row);
  const byFallback = attempts.filter(({ viaFallback }) => viaFallback).length;
  expect(byFallback).toBeLessThanOrEqual(card.fallbackTakenAt ? 1 : 0);
  expect(card.retriesUsed).toBe(Math.max(0, attempts.length - 1 - byFallback));
  expect(card.retriesUsed).toBeLessThanOrEqual((card.retryLimit ?? 0) + card.waivedRetries);
  expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1));
  expect(attempts.filter((attempt) => attempt.status === "submitted")).toHaveLength(status === "in_review" ? 1 : 0);
  expect(attempts.filter((attempt) => attempt.status === "approved" && !attempt.staleAt)).toHaveLength(status === "approved" ? 1 : 0);
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
  expect(row.version).toBe(acts);
  expect(await db().auditEvent.count({ where: { subjectId: cardId } })).toBe(acts + 1);
}

test("a crowd that acts at the same moments breaks no rule, and every act leaves one trace", async () => {
  const crowds = fc.array(fc.array(anyAct, { minLength: 1, maxLength: 6 }), { minLength: 8, maxLength: 14, size: "max" });
  await fc.assert(
    fc.asyncProperty(crowds, fc.constantFrom(0, 1, 2), fc.boolean(), async (batches, retryLimit, isStaged) => {
      const studio = await aStudio();
      const assets = await Promise.all(Array.from({ length: 10 }, async () => (await anAsset(studio)).id));
      const crowd = await crowdOf(studio);
      const idOf = (name: string) => crowd.get(name)?.memberId ?? "";
      const stages: Stage[] = [
        { name: "Craft", reviewerIds: [idOf("reviewer-1"), idOf("reviewer-2")], rule: "all", start: { when: "decision" } },
        { name: "Brand", reviewerIds: [idOf("lead-1"), idOf("lead-2")], rule: "first", start: { when: "together" } },
      ];
      const scene = { cardId: await aCard(studio, { retryLimit, stages: isStaged ? stages : [] }), crowd, assets };
      const versions = new Set<number>();
      for (const batch of batches) {
        const tryIt = await screenOf(scene, studio.workspaceId);
        const { won } = await race(batch.map((act) => () => tryIt(act)));
        // Somebody's own act repeated is answered with the version it made.
        for (const { version } of won) versions.add(version);
        await expectRulesKept(scene.cardId, versions.size);
      }
    }),
    { numRuns: 6 },
  );
}, 120_000);
