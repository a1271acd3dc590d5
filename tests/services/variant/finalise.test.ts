import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { createCard } from "@/lib/services/review/create-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { finaliseVariant } from "@/lib/services/variant/finalise-variant";
import { getVariants } from "@/lib/services/variant/get-variants";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, type ReviewStudio } from "../../support/factory";

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
