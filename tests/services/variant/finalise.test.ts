import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { approve } from "@/lib/services/review/approve";
import { costsOf } from "@/lib/services/review/card-cost";
import { createCard } from "@/lib/services/review/create-card";
import { getCard } from "@/lib/services/review/get-card";
import { insight } from "@/lib/services/review/insight";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { claimRun } from "@/lib/services/run/claim-run";
import { quoteRun } from "@/lib/services/run/quote-run";
import { startRun } from "@/lib/services/run/start-run";
import { takePlace } from "@/lib/services/run/take-place";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { finaliseVariant } from "@/lib/services/variant/finalise-variant";
import { getVariants } from "@/lib/services/variant/get-variants";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, type ReviewStudio } from "../../support/factory";
import { recipe } from "../../support/recipes";
import { aCard } from "../review/cards";

let studio: ReviewStudio;
beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

const variantOf = async (id: string) => (await getVariants(studio.people.operator, { variantIds: [id] }))[0];

/** The run ended with a picture. */
async function done(runId: string): Promise<string> {
  const { promptId } = await db().run.update({
    where: { id: runId },
    data: { status: "succeeded", finishedAt: new Date(), actualMicros: 0n },
  });
  const asset = await anAsset(studio, "output");
  const { workspaceId } = studio;
  const row = { workspaceId, runId, promptId, index: 0, seed: 7n, assetId: asset.id, contentHash: asset.sha256 };
  return (await db().variant.create({ data: row })).id;
}

test("the final of a draft is its recipe once more with its seed, and each shows the other", async () => {
  const draft = await aVariant(studio, { quality: "draft" });
  const run = await finaliseVariant(studio.people.operator, { variantId: draft.id });
  expect(run).toMatchObject({ quality: "final", count: 1, seeds: [7], status: "queued" });
  const prompt = await db().prompt.findUniqueOrThrow({ where: { id: run.promptId } });
  expect(prompt).toMatchObject({ parentId: draft.promptId, parentVariantId: draft.id, seeds: { mode: "locked", values: [7] } });
  expect(prompt.frozenAt).not.toBeNull();
  expect(await variantOf(draft.id)).toMatchObject({ finalOf: null, final: { runId: run.id, status: "queued", variantId: null } });
  const final = await done(run.id);
  expect(await variantOf(draft.id)).toMatchObject({ final: { status: "succeeded", variantId: final } });
  expect(await variantOf(final)).toMatchObject({ finalOf: draft.id, final: null });
});

test("many presses make one final; a final has none of its own; after one that failed another can be made", async () => {
  const draft = await aVariant(studio, { quality: "draft" });
  const presses = await Promise.allSettled(
    Array.from({ length: 8 }, () => finaliseVariant(studio.people.operator, { variantId: draft.id })),
  );
  const made = presses.flatMap((press) => (press.status === "fulfilled" ? [press.value.id] : []));
  expect(made).toHaveLength(1);
  expect(await db().run.count({ where: { finalOfId: draft.id } })).toBe(1);
  await cancelRun(studio.people.operator, { runId: made[0] ?? "" });
  const again = await finaliseVariant(studio.people.operator, { variantId: draft.id });
  const final = await done(again.id);
  await expect(finaliseVariant(studio.people.operator, { variantId: final })).rejects.toMatchObject({ code: "REFUSED" });
  await expect(finaliseVariant(studio.people.reviewer, { variantId: draft.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(finaliseVariant(studio.people.operator, { variantId: draft.id, quoteMicros: "12345" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("a lane that asks for it takes only finals of a picked draft", async () => {
  await db().lane.update({ where: { id: studio.lanes.production }, data: { requiresDraft: true } });
  const { people, projectId, lanes } = studio;
  const terms = { goal: "A hero", ownerId: people.reviewer.memberId };
  const card = await createCard(people.operator, { projectId, laneId: lanes.production, title: "Hero", terms });
  const submit = (variantId: string) => submitAttempt(people.operator, { cardId: card.cardId, variantId, seenAttempt: 0, note: "" });
  const plain = await aVariant(studio, { quality: "final" });
  await expect(submit(plain.id)).rejects.toMatchObject({ code: "REFUSED", message: expect.stringContaining("finals of a picked draft") });
  const draft = await aVariant(studio, { quality: "draft" });
  const final = await done((await finaliseVariant(people.operator, { variantId: draft.id })).id);
  await expect(submit(final)).rejects.toMatchObject({ code: "REFUSED" });
  await chooseVariants(people.operator, { choices: [{ variantId: draft.id, flag: "pick" }] });
  await expect(submit(final)).resolves.toMatchObject({ attemptId: expect.any(String) });
});

test("a lane that asks for it refuses any other final before money is held, and runs drafts for its cards", async () => {
  await db().lane.update({ where: { id: studio.lanes.production }, data: { requiresDraft: true } });
  const { operator } = studio.people;
  const { projectId } = studio;
  const cardId = await aCard(studio);
  const ofQuality = (quality: "draft" | "final") => recipe({ controls: { ...recipe().controls, quality } });
  const notFromDraft = "This lane takes finals of a picked draft: run this recipe as a draft, pick it, and finalise it.";
  expect(await quoteRun(operator, { projectId, cardId, recipe: ofQuality("final") })).toMatchObject({ refusal: notFromDraft });
  expect(await quoteRun(operator, { projectId, cardId, recipe: ofQuality("draft") })).toMatchObject({ fits: true, refusal: null });
  const run = async (quality: "draft" | "final") => startRun(operator, { promptId: await studio.prompt(ofQuality(quality)), cardId });
  await expect(run("final")).rejects.toMatchObject({ code: "REFUSED", message: notFromDraft });
  const held = async () => (await db().project.findUniqueOrThrow({ where: { id: projectId } })).heldMicros;
  expect(await held()).toBe(0n);
  const drafted = await run("draft");
  expect(drafted).toMatchObject({ cardId, quality: "draft" });
  const draft = await done(drafted.id);
  await expect(submitAttempt(operator, { cardId, variantId: draft, seenAttempt: 0 })).rejects.toMatchObject({ code: "REFUSED" });
  const before = await held();
  await expect(finaliseVariant(operator, { variantId: draft, cardId })).rejects.toMatchObject({
    code: "REFUSED",
    message: "This lane takes finals of a picked draft: pick this draft, then finalise it.",
  });
  expect(await held()).toBe(before);
  await chooseVariants(operator, { choices: [{ variantId: draft, flag: "pick" }] });
  const final = await finaliseVariant(operator, { variantId: draft, cardId });
  // The pick is taken back while it waits: the worker asks again, and calls no engine.
  await chooseVariants(operator, { choices: [{ variantId: draft, flag: "reject" }] });
  const claim = { workspaceId: studio.workspaceId, runId: final.id, token: randomUUID() };
  expect(await claimRun(claim.workspaceId, claim.runId, claim.token)).toMatchObject({ step: expect.anything() });
  expect(await takePlace(claim)).toMatchObject({ kind: "refused", reason: expect.stringContaining("pick this draft") });
  expect((await getCard(operator, { cardId })).meter).toMatchObject({ used: 0 });
});

test("what was approved cost its draft too, wherever the draft was made, and once", async () => {
  const { operator, reviewer } = studio.people;
  const cardId = await aCard(studio);
  const draft = await aVariant(studio, { quality: "draft", chargeMicros: 300n });
  const final = await aVariant(studio, { chargeMicros: 5_000n });
  await db().run.update({ where: { id: final.runId }, data: { finalOfId: draft.id, cardId } });
  const { attemptId } = await submitAttempt(operator, { cardId, variantId: final.id, seenAttempt: 0 });
  await approve(reviewer, { cardId, attemptId });
  expect(await getCard(operator, { cardId })).toMatchObject({ costMicros: "5300" });
  expect((await costsOf(db(), [cardId])).get(cardId)).toBe(5_300n);
  expect((await insight(operator, { by: "lane", days: 7, projectId: studio.projectId })).total).toMatchObject({ costMicros: "5300" });
  // A draft that was run for the card is no second time in it as what its final came from.
  await db().run.update({ where: { id: draft.runId }, data: { cardId } });
  expect(await getCard(operator, { cardId })).toMatchObject({ costMicros: "5300" });
});
