import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { quoteOf } from "@/lib/domain/run/plan";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { sketchEngine } from "@/lib/engines/sketch";
import { generate } from "@/lib/jobs/handlers/generate";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { getRun } from "@/lib/services/run/get-run";
import { startRun } from "@/lib/services/run/start-run";
import { getVariants } from "@/lib/services/variant/get-variants";
import { replayVariant } from "@/lib/services/variant/replay-variant";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aVariant } from "../support/factory";
import { recipe } from "../support/recipes";
import { openStudio, type Studio } from "../support/studio";
import { workerTools } from "../support/worker-tools";

let studio: Studio;
beforeAll(freshDatabase);
beforeEach(async () => {
  studio = await openStudio({ hardBudgetMicros: 1_000_000n });
});

/** The embedded engine works a run off. */
async function painted(runId: string) {
  await generate({ workspaceId: studio.workspaceId, runId }, new AbortController().signal, workerTools([sketchEngine()]));
  return getRun(studio.people.operator, { runId });
}

/** What one draft of Sketch costs. */
const PRICE = quoteOf(recipe(), SKETCH_MODEL.capabilities).mostMicros.toString();
const replay = (variantId: string, quoteMicros = PRICE) => replayVariant(studio.people.operator, { variantId, quoteMicros });
const detailOf = async (id: string) => (await getVariants(studio.people.operator, { variantIds: [id] }))[0];

test("Sketch at the same revision makes the same pixels again, byte for byte, of words, settings, seed and references", async () => {
  const { id: style } = await addAsset(studio.people.operator);
  const promptId = await studio.prompt({
    text: "a red kite",
    count: 2,
    references: [{ assetId: style, role: "style", weight: 0.4 }],
  });
  const first = await painted((await startRun(studio.people.operator, { promptId })).id);
  const [, second] = await db().variant.findMany({ where: { runId: first.id }, orderBy: { index: "asc" } });
  if (!second) throw new Error("two pictures were asked for");
  const started = await replay(second.id);
  expect(started).toMatchObject({
    count: 1,
    seeds: [Number(second.seed)],
    replayOf: { variantId: second.id, promptId, promise: "same-pixels", isSame: null },
  });
  const child = await db().prompt.findUniqueOrThrow({ where: { id: started.promptId } });
  expect(child).toMatchObject({ parentId: promptId, parentVariantId: second.id });
  const again = await painted(started.id);
  expect(again).toMatchObject({ status: "succeeded", replayOf: { isSame: true } });
  const made = await db().variant.findFirstOrThrow({ where: { runId: again.id } });
  expect(made.contentHash).toBe(second.contentHash);
  expect((await detailOf(second.id))?.replays).toEqual([
    { runId: again.id, promptId: started.promptId, status: "succeeded", isSame: true },
  ]);
});

test("a picture of another revision is promised nothing, and that it came out otherwise is said", async () => {
  const old = await aVariant(studio, { quality: "draft" });
  await db().run.update({ where: { id: old.runId }, data: { modelRevision: "long ago" } });
  const started = await replay(old.id);
  expect(started.replayOf?.promise).toBe("other-revision");
  expect((await painted(started.id)).replayOf).toMatchObject({ promise: "other-revision", isSame: false });
});

test("is a run like any other: quoted, one at a time, an operator's, of one's own workspace", async () => {
  const variant = await aVariant(studio, { quality: "draft" });
  await expect(replay(variant.id, "5")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(replayVariant(studio.people.reviewer, { variantId: variant.id, quoteMicros: PRICE })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const stranger = (await openStudio()).people.operator;
  await expect(replayVariant(stranger, { variantId: variant.id, quoteMicros: PRICE })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const presses = await Promise.allSettled(Array.from({ length: 4 }, () => replay(variant.id)));
  const [one] = presses.flatMap((press) => (press.status === "fulfilled" ? [press.value] : []));
  expect(await db().run.count({ where: { replayOfId: variant.id } })).toBe(1);
  expect(await db().prompt.count({ where: { parentId: variant.promptId } })).toBe(1);
  await cancelRun(studio.people.operator, { runId: one?.id ?? "" });
  expect((await getRun(studio.people.operator, { runId: one?.id ?? "" })).replayOf?.isSame).toBeNull();
  await replay(variant.id);
});
