import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { getCard } from "@/lib/services/review/get-card";
import { handOver } from "@/lib/services/review/hand-over";
import { recordDefect } from "@/lib/services/review/record-defect";
import { stopCard } from "@/lib/services/review/stop-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { waiveDefect } from "@/lib/services/review/waive-defect";
import { waiveRetry } from "@/lib/services/review/waive-retry";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, type ReviewStudio } from "../../support/factory";
import { aCard, sendBack, submitNew } from "./cards";
import { race } from "./race";

let studio: ReviewStudio;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

/** Pressed four times at once and once more afterwards: one act, one trace, the same answer each time. */
async function pressed<Answer>(cardId: string, verb: string, act: () => Promise<Answer>): Promise<Answer> {
  const { won, codes } = await race([act, act, act, act]);
  expect(codes).toEqual([]);
  const again = await act();
  for (const answer of won) expect(answer).toEqual(again);
  expect(await db().auditEvent.count({ where: { subjectId: cardId, verb } })).toBe(1);
  return again;
}

const exhausted = async (terms: Parameters<typeof aCard>[1] = {}) => {
  const cardId = await aCard(studio, { retryLimit: 0, ...terms });
  await sendBack(studio, cardId, 1);
  return cardId;
};

test("submitting the same file twice is one attempt, and is answered with it; with other words it is refused", async () => {
  const { operator, lead } = studio.people;
  const cardId = await aCard(studio);
  const { id: assetId } = await anAsset(studio);
  const sent = { cardId, assetId, note: "First idea", seenAttempt: 0 };
  const { attemptId, status } = await pressed(cardId, "card.submit", () => submitAttempt(operator, sent));
  expect(status).toBe("in_review");
  expect((await getCard(operator, { cardId })).attempts).toMatchObject([{ id: attemptId }]);
  await expect(submitAttempt(operator, { ...sent, note: "Another" })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(submitAttempt(lead, sent)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(submitAttempt(operator, { ...sent, assetId: (await anAsset(studio)).id })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("stopping twice stops once; somebody else, or another reason, hears that it is over", async () => {
  const { reviewer, lead } = studio.people;
  const cardId = await aCard(studio);
  expect(await pressed(cardId, "card.stop", () => stopCard(reviewer, { cardId, reason: "Moved on." }))).toMatchObject({
    status: "stopped",
  });
  await expect(stopCard(lead, { cardId, reason: "Moved on." })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(stopCard(reviewer, { cardId, reason: "Too dear." })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("taking the fallback path twice takes it once; when its attempt came back, there is none left to take", async () => {
  const { operator, lead } = studio.people;
  const cardId = await exhausted({ fallbackPath: { kind: "engine", engineId: "sketch" } });
  const taken = await pressed(cardId, "card.take-fallback", () => takeFallback(operator, { cardId }));
  expect(taken).toMatchObject({ status: "changes_requested" });
  await expect(takeFallback(lead, { cardId })).rejects.toMatchObject({ code: "CONFLICT" });
  await sendBack(studio, cardId, 1);
  await expect(takeFallback(operator, { cardId })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a library picture is put into review once, however often the path is taken", async () => {
  const { operator } = studio.people;
  const asset = await anAsset(studio);
  const cardId = await exhausted({ fallbackPath: { kind: "library-asset", assetId: asset.id } });
  expect(await pressed(cardId, "card.take-fallback", () => takeFallback(operator, { cardId }))).toMatchObject({ status: "in_review" });
  expect(await db().attempt.count({ where: { cardId } })).toBe(2);
});

test("handing over twice hands over once, though the card is no longer one's own to give", async () => {
  const { reviewer, lead, admin } = studio.people;
  const cardId = await aCard(studio);
  await pressed(cardId, "card.hand-over", () => handOver(reviewer, { cardId, toMemberId: lead.memberId, note: "Holiday" }));
  expect((await getCard(lead, { cardId })).owner).toMatchObject({ id: lead.memberId });
  await expect(handOver(reviewer, { cardId, toMemberId: admin.memberId, note: "Holiday" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(handOver(admin, { cardId, toMemberId: lead.memberId, note: "Holiday" })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("waiving one more retry twice waives one; at the next limit the same words waive another", async () => {
  const { lead, admin } = studio.people;
  const cardId = await exhausted();
  const granted = { cardId, reason: "Nearly there." };
  expect(await pressed(cardId, "card.waive-retry", () => waiveRetry(lead, granted))).toMatchObject({ status: "changes_requested" });
  expect((await getCard(lead, { cardId })).meter).toMatchObject({ waived: 1, left: 1 });
  await expect(waiveRetry(admin, granted)).rejects.toMatchObject({ code: "CONFLICT" });
  await sendBack(studio, cardId, 1);
  await waiveRetry(lead, granted);
  expect((await getCard(lead, { cardId })).meter).toMatchObject({ waived: 2, left: 1 });
});

test("waiving a defect twice waives it once, in one's own words", async () => {
  const { reviewer, lead, admin } = studio.people;
  const cardId = await aCard(studio);
  const attemptId = await submitNew(studio, cardId);
  const defect = { kind: "hands", severity: "major", x: 0.5, y: 0.5 } as const;
  const { defectId } = await recordDefect(reviewer, { cardId, attemptId, defect });
  const waiver = { cardId, defectId, reason: "Cropped in print." };
  await pressed(cardId, "card.waive-defect", () => waiveDefect(lead, waiver));
  await expect(waiveDefect(admin, waiver)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(waiveDefect(lead, { ...waiver, reason: "It is fine." })).rejects.toMatchObject({ code: "CONFLICT" });
});
