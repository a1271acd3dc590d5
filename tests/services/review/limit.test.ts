import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { approve } from "@/lib/services/review/approve";
import { cardHistory } from "@/lib/services/review/card-history";
import { editCard } from "@/lib/services/review/edit-card";
import { fallbackPlan } from "@/lib/services/review/fallback-plan";
import { getCard } from "@/lib/services/review/get-card";
import { handOverWork } from "@/lib/services/review/hand-over-work";
import { requestChanges } from "@/lib/services/review/request-changes";
import { reviewQueue } from "@/lib/services/review/review-queue";
import { splitCard } from "@/lib/services/review/split-card";
import { stopCard } from "@/lib/services/review/stop-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { waiveRetry } from "@/lib/services/review/waive-retry";
import { quoteRun } from "@/lib/services/run/quote-run";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, manyVariants, type ReviewStudio } from "../../support/factory";
import { recipe } from "../../support/recipes";
import { aCard, sendBack, submitNew } from "./cards";
import { race } from "./race";

let studio: ReviewStudio;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

/** Fifty people press at once, each with a picture of their own. */
async function fiftyRetries(cardId: string, seenAttempt: number) {
  const variants = await manyVariants(studio, 50);
  expect(new Set(variants).size).toBe(50);
  return race(variants.map((variantId) => () => submitAttempt(studio.people.operator, { cardId, variantId, seenAttempt })));
}

describe("the retry limit", () => {
  test("fifty retries at once with one left: exactly one is submitted", async () => {
    const cardId = await aCard(studio, { retryLimit: 1 });
    await sendBack(studio, cardId, 1);
    const { won, codes } = await fiftyRetries(cardId, 1);
    expect(won).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(["CONFLICT"]));
    expect(await getCard(studio.people.lead, { cardId })).toMatchObject({ status: "in_review", meter: { used: 1, total: 1, left: 0 } });
    expect(await db().attempt.count({ where: { cardId } })).toBe(2);
  });

  test("fifty retries at once with none left: none is submitted", async () => {
    const cardId = await aCard(studio, { retryLimit: 1 });
    expect((await sendBack(studio, cardId, 2)).status).toBe("exhausted");
    const { won, codes } = await fiftyRetries(cardId, 2);
    expect(won).toHaveLength(0);
    expect(codes).toEqual(Array.from({ length: 50 }, () => "RETRY_LIMIT"));
    expect(await db().attempt.count({ where: { cardId } })).toBe(2);
  });

  test("fifty retries at once with three left: one is submitted, the others look first", async () => {
    const cardId = await aCard(studio, { retryLimit: 3 });
    await sendBack(studio, cardId, 1);
    const { won } = await fiftyRetries(cardId, 1);
    expect(won).toHaveLength(1);
    expect((await getCard(studio.people.lead, { cardId })).meter).toMatchObject({ used: 1, left: 2 });
  });

  test("a card without retries is exhausted by its first return", async () => {
    const cardId = await aCard(studio, { retryLimit: 0 });
    expect(await sendBack(studio, cardId, 1)).toMatchObject({ status: "exhausted", meter: { used: 0, total: 0 } });
  });

  test("a run for an exhausted card is refused before money is held", async () => {
    const cardId = await aCard(studio, { retryLimit: 0 });
    const promptId = await studio.prompt({ controls: { ...recipe().controls, quality: "final" } });
    await submitNew(studio, cardId);
    await expect(startRun(studio.people.operator, { promptId, cardId })).rejects.toMatchObject({ code: "RETRY_LIMIT" });
    expect(await db().project.findUniqueOrThrow({ where: { id: studio.projectId } })).toMatchObject({ heldMicros: 0n });
    const open = await aCard(studio, { retryLimit: 1 });
    await sendBack(studio, open, 1);
    expect(await startRun(studio.people.operator, { promptId, cardId: open })).toMatchObject({ cardId: open, status: "queued" });
  });

  test("a run for a card is held to its lane before money is held: its engines, and final quality", async () => {
    const cardId = await aCard(studio);
    const run = async (quality: "draft" | "final") =>
      startRun(studio.people.operator, { promptId: await studio.prompt({ controls: { ...recipe().controls, quality } }), cardId });
    await expect(run("draft")).rejects.toMatchObject({
      code: "REFUSED",
      message: "This card's lane takes final quality: run this recipe at final quality.",
    });
    await db().lane.update({ where: { id: studio.lanes.production }, data: { allowedEngines: ["another"] } });
    await expect(run("final")).rejects.toMatchObject({
      code: "REFUSED",
      message: "This card's lane does not allow this engine; choose one that it allows.",
    });
    expect(await db().project.findUniqueOrThrow({ where: { id: studio.projectId } })).toMatchObject({ heldMicros: 0n });
    await db().lane.update({ where: { id: studio.lanes.production }, data: { allowedEngines: ["another", "sketch"] } });
    expect(await run("final")).toMatchObject({ cardId });
  });

  test("the retry limit is one number everywhere: the database takes what a template takes, and no more", async () => {
    const cardId = await aCard(studio, { retryLimit: 20 });
    await expect(aCard(studio, { retryLimit: 21 })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(db().$executeRaw`UPDATE "ReviewCard" SET "retryLimit" = 21 WHERE "id" = ${cardId}::uuid`).rejects.toThrow(/within_limit/);
  });

  test("the database itself refuses what no verb would do", async () => {
    const cardId = await aCard(studio, { retryLimit: 1 });
    const attemptId = await submitNew(studio, cardId);
    const { memberId } = studio.people.operator;
    const asset = await anAsset(studio);
    const add = (hash: string, viaFallback: boolean) => db().$executeRaw`
      INSERT INTO "Attempt" ("id", "cardId", "number", "assetId", "contentHash", "status", "viaFallback", "submittedById")
      VALUES (gen_random_uuid(), ${cardId}::uuid, 2, ${asset.id}::uuid, ${hash}, 'withdrawn', ${viaFallback}, ${memberId}::uuid)`;
    await expect(add(asset.sha256, false)).rejects.toThrow(/uses a retry/);
    await expect(add("0".repeat(64), false)).rejects.toThrow(/content of its asset/);
    await expect(add(asset.sha256, true)).rejects.toThrow(/fallback path has not been taken/);
    // Asking again is for the bytes of an approval whose recipe was edited, and only an approval has one that is.
    await expect(
      db().$executeRaw`
        INSERT INTO "Attempt" ("id", "cardId", "number", "assetId", "contentHash", "status", "renewsId", "submittedById")
        SELECT gen_random_uuid(), "cardId", 2, "assetId", "contentHash", 'withdrawn', "id", "submittedById" FROM "Attempt" WHERE "id" = ${attemptId}::uuid`,
    ).rejects.toThrow(/asked for again/);
    await expect(db().$executeRaw`UPDATE "Attempt" SET "recipeEdit" = '{}' WHERE "id" = ${attemptId}::uuid`).rejects.toThrow(
      /only_an_approval_has_its_recipe_edited/,
    );
    await expect(db().$executeRaw`UPDATE "ReviewCard" SET "retriesUsed" = 2 WHERE "id" = ${cardId}::uuid`).rejects.toThrow(/within_limit/);
    await expect(db().$executeRaw`UPDATE "ReviewCard" SET "retryLimit" = 9 WHERE "id" = ${cardId}::uuid`).rejects.toThrow(/goes back/);
    await expect(
      db()
        .$executeRaw`UPDATE "Attempt" SET "status" = 'approved', "decidedById" = "submittedById", "decidedAt" = now() WHERE "id" = ${attemptId}::uuid`,
    ).rejects.toThrow(/decided_by_another/);
    await expect(db().$executeRaw`UPDATE "Attempt" SET "contentHash" = ${asset.sha256} WHERE "id" = ${attemptId}::uuid`).rejects.toThrow(
      /evidence/,
    );
  });
});

describe("at the limit", () => {
  const exhausted = async (terms: Parameters<typeof aCard>[1] = {}) => {
    const cardId = await aCard(studio, { retryLimit: 0, ...terms });
    await sendBack(studio, cardId, 1);
    return cardId;
  };

  test("everybody sees the ways on, and who may take which", async () => {
    const cardId = await exhausted();
    const allowed = async (role: keyof ReviewStudio["people"]) => {
      const { acts } = await getCard(studio.people[role], { cardId });
      return Object.entries(acts).flatMap(([act, { allowed }]) => (allowed ? [act] : []));
    };
    expect(await allowed("operator")).toEqual(["edit", "takeFallback", "split", "stop"]);
    expect(await allowed("reviewer")).toEqual(["handOver", "takeFallback", "split", "stop"]);
    expect(await allowed("lead")).toEqual(["edit", "handOver", "waiveRetry", "takeFallback", "split", "stop"]);
    const { acts } = await getCard(studio.people.operator, { cardId });
    expect(acts.submit.reason).toMatch(/No retry is left/);
  });

  test("a lead waives one more retry, with a reason; two leads at once waive one", async () => {
    const { lead, admin, operator } = studio.people;
    const cardId = await exhausted();
    await expect(waiveRetry(operator, { cardId, reason: "please" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(waiveRetry(lead, { cardId, reason: "" })).rejects.toMatchObject({ code: "REFUSED" });
    const { won, codes } = await race([lead, admin].map((person) => () => waiveRetry(person, { cardId, reason: "Nearly there." })));
    expect(won).toHaveLength(1);
    expect(codes).toEqual(["CONFLICT"]);
    expect(await getCard(lead, { cardId })).toMatchObject({ status: "changes_requested", meter: { waived: 1, total: 1, left: 1 } });
    expect(await sendBack(studio, cardId, 1)).toMatchObject({ status: "exhausted", meter: { used: 1 } });
  });

  test("the fallback path allows one attempt that is not a retry, once", async () => {
    const { operator, reviewer } = studio.people;
    const cardId = await exhausted({ fallbackPath: { kind: "engine", engineId: "sketch" } });
    await takeFallback(operator, { cardId });
    expect(await sendBack(studio, cardId, 1)).toMatchObject({
      status: "exhausted",
      meter: { used: 0, total: 0 },
      attempts: [{ viaFallback: false }, { viaFallback: true }],
    });
    await expect(takeFallback(operator, { cardId })).rejects.toMatchObject({ code: "CONFLICT" });
    await stopCard(reviewer, { cardId, reason: "The client moved on." });
    expect((await getCard(reviewer, { cardId })).status).toBe("stopped");
  });

  test("by hand: who is named is waited for, the card is theirs, and their file becomes the attempt", async () => {
    const { operator, reviewer, lead } = studio.people;
    const named = { kind: "manual" as const, memberId: lead.memberId, note: "" };
    await expect(exhausted({ fallbackPath: { ...named, memberId: reviewer.memberId } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const cardId = await exhausted({ fallbackPath: named });
    await takeFallback(operator, { cardId });
    expect(await getCard(lead, { cardId })).toMatchObject({
      maker: { id: lead.memberId },
      standing: "The fallback path was taken: The lead makes the last attempt by hand and uploads it.",
    });
    expect((await reviewQueue(lead, { view: "mine" })).items).toMatchObject([{ id: cardId }]);
    const { id: assetId } = await anAsset(studio);
    const upload = (by: typeof lead) => submitAttempt(by, { cardId, assetId, seenAttempt: 1 });
    const held = "The lead makes the last attempt by hand; only they, a lead or an admin upload it.";
    await expect(upload(operator)).rejects.toMatchObject({ code: "FORBIDDEN", message: held });
    const promptId = await studio.prompt({ controls: { ...recipe().controls, quality: "final" } });
    await expect(startRun(operator, { promptId, cardId })).rejects.toMatchObject({ code: "FORBIDDEN", message: held });
    expect((await getCard(operator, { cardId })).acts.submit.reason).toBe(held);
    // Given on: to whom it goes may upload now, and is told; who may not submit is not given it.
    const give = (by: typeof lead, toMemberId: string) => handOverWork(by, { cardId, toMemberId, note: "You have the layers." });
    await expect(give(operator, operator.memberId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(give(lead, reviewer.memberId)).rejects.toMatchObject({ code: "REFUSED" });
    await give(lead, operator.memberId);
    expect(await give(lead, operator.memberId)).toMatchObject({ status: "changes_requested" });
    const told = await db().notice.findFirst({ where: { memberId: operator.memberId, kind: "assigned" }, orderBy: { id: "desc" } });
    expect(told?.facts).toMatchObject({ note: "You have the layers.", subject: { id: cardId } });
    expect((await reviewQueue(operator, { view: "mine" })).items.map(({ id }) => id)).toContain(cardId);
    await give(operator, lead.memberId);
    await upload(lead);
    expect(await getCard(lead, { cardId })).toMatchObject({ maker: null, status: "in_review", attempts: [{}, { viaFallback: true }] });
    const trail = await db().auditEvent.findFirst({ where: { subjectId: cardId, verb: "card.take-fallback" } });
    expect(trail?.details).toMatchObject({ path: "manual", maker: lead.memberId });
    expect(await db().auditEvent.count({ where: { subjectId: cardId, verb: "card.hand-over-work" } })).toBe(2);
  });

  test("another engine is never the one that was sent back: neither agreed on, nor run again, and the price is known before", async () => {
    const { operator, lead } = studio.people;
    const same = { kind: "engine" as const, engineId: "sketch", note: "" };
    // The embedded engine made the attempt and nothing else is connected: people make it.
    const cardId = await exhausted({ fallbackPath: same });
    const card = await getCard(operator, { cardId });
    expect(card.fallback).toEqual({
      sentence: "run on Sketch",
      target: { kind: "engine", id: "sketch", name: "Sketch" },
      note: expect.stringMatching(/ran there/),
    });
    const whyNot = "The agreed engine made the attempt that was sent back, and no other engine of the lane takes its recipe.";
    expect(await fallbackPlan(operator, { cardId })).toEqual({ runs: null, whyNot });
    expect(await takeFallback(operator, { cardId })).toMatchObject({ runId: null, insteadOn: null, whyNot });
    // A card that is in the works cannot be given the engine it ran on, nor one the lane does not allow.
    const other = await aCard(studio, { retryLimit: 1 });
    await sendBack(studio, other, 1);
    const change = (engineId: string) =>
      editCard(lead, { cardId: other, change: { fallbackPath: { ...same, engineId } }, reason: "Better." });
    await expect(change("sketch")).rejects.toMatchObject({ code: "REFUSED", message: expect.stringMatching(/ran on this engine/) });
    await expect(change("nothing")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().lane.update({ where: { id: studio.lanes.production }, data: { allowedEngines: ["sketch"] } });
    await expect(change("replicate")).rejects.toMatchObject({ code: "REFUSED", message: expect.stringMatching(/does not allow/) });
    await expect(aCard(studio, { fallbackPath: same })).rejects.toMatchObject({ message: expect.stringMatching(/no engine but the one/) });
  });

  test("a quote for a card at its limit says so, and what may be done, before money is spent", async () => {
    const { operator } = studio.people;
    const { projectId } = studio;
    const cardId = await aCard(studio, { retryLimit: 1 });
    const asked = { projectId, cardId, recipe: recipe({ controls: { ...recipe().controls, quality: "final" } }) };
    await sendBack(studio, cardId, 1);
    expect(await quoteRun(operator, asked)).toMatchObject({
      fits: true,
      refusal: null,
      card: { retriesLeft: 1, isLimitReached: false, waysOn: [] },
    });
    await sendBack(studio, cardId, 1);
    expect(await quoteRun(operator, asked)).toMatchObject({
      fits: false,
      refusal: expect.stringMatching(/No retry is left/),
      card: {
        retriesLeft: 0,
        isLimitReached: true,
        waysOn: [
          { act: "takeFallback", allowed: true },
          { act: "waiveRetry", allowed: false, reason: "Only a lead or an admin can do this." },
          { act: "split", allowed: true },
          { act: "stop", allowed: true },
        ],
      },
    });
  });

  test("a library picture goes straight into review", async () => {
    const { operator, reviewer } = studio.people;
    const asset = await anAsset(studio);
    const cardId = await exhausted({ fallbackPath: { kind: "library-asset", assetId: asset.id } });
    expect(await takeFallback(operator, { cardId })).toMatchObject({ status: "in_review" });
    const attempt = (await getCard(reviewer, { cardId })).attempts.at(-1);
    const { items } = await cardHistory(reviewer, { cardId });
    const taken = items.find(({ verb }) => verb === "card.take-fallback");
    expect(taken?.details).toMatchObject({ path: "library-asset", name: attempt?.picture.fileName, attempt: 2 });
    expect(attempt).toMatchObject({ viaFallback: true, contentHash: asset.sha256, status: "submitted" });
    expect(await approve(reviewer, { cardId, attemptId: attempt?.id ?? "" })).toMatchObject({ status: "approved" });
  });

  test("a path that says stop ends the card", async () => {
    const cardId = await exhausted({ fallbackPath: { kind: "stop" } });
    expect(await takeFallback(studio.people.operator, { cardId })).toMatchObject({ status: "stopped" });
  });

  test("a split ends the card and begins narrower drafts on its terms", async () => {
    const { operator } = studio.people;
    const reason = "Two deliverables in one.";
    const cardId = await exhausted();
    await expect(splitCard(operator, { cardId, parts: [{ title: "One" }], reason })).rejects.toMatchObject({ code: "REFUSED" });
    const narrower = [{ title: "Wide", goal: "Only the wide one." }, { title: "Tall" }];
    await expect(splitCard(operator, { cardId, parts: narrower, reason: " " })).rejects.toMatchObject({
      code: "REFUSED",
      message: "A reason is needed.",
    });
    const { partIds } = await splitCard(operator, { cardId, parts: narrower, reason });
    // Each side's history names the other, by its card.
    const told = async (of: string) => (await cardHistory(operator, { cardId: of })).items.find(({ verb }) => verb === "card.split")?.cards;
    expect(await told(cardId)).toEqual(partIds.map((id, at) => ({ id, title: narrower[at]?.title })));
    expect(await told(partIds[0] ?? "")).toEqual([{ id: cardId, title: "Hero picture" }]);
    const trail = await cardHistory(operator, { cardId });
    expect(trail.items[0]).toMatchObject({ verb: "card.split", details: { reason, parts: 2, from: "exhausted", to: "split" } });
    const parts = await Promise.all(partIds.map((part) => getCard(operator, { cardId: part })));
    expect(parts).toMatchObject([
      { title: "Wide", goal: "Only the wide one.", status: "draft", missing: [], meter: { used: 0 }, splitFrom: { id: cardId } },
      { title: "Tall", goal: "A hero picture for the spring campaign.", owner: { id: studio.people.reviewer.memberId } },
    ]);
    expect(await getCard(operator, { cardId })).toMatchObject({ status: "split", splitInto: [{ title: "Wide" }, { title: "Tall" }] });
    await expect(submitNew(studio, cardId)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("stopping takes a reason and somebody involved", async () => {
    const { operator, admin } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    await expect(stopCard(operator, { cardId, reason: " " })).rejects.toMatchObject({ code: "REFUSED" });
    await stopCard(admin, { cardId, reason: "Cancelled by the client." });
    const card = await getCard(operator, { cardId });
    expect(card).toMatchObject({ status: "stopped", attempts: [{ id: attemptId, status: "withdrawn" }] });
    await expect(requestChanges(studio.people.reviewer, { cardId, attemptId, note: "late" })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
