import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { OverrideValue } from "@/lib/domain/engine/override";
import { entryOf } from "@/lib/engines/catalogue";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { BFL_WIRE } from "@/lib/engines/rest/bfl";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { listModels } from "@/lib/services/engine/list-models";
import { listSystems } from "@/lib/services/engine/list-systems";
import { overrideFact, resetFact } from "@/lib/services/engine/override-fact";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { setBudget } from "@/lib/services/project/set-budget";
import { createCard } from "@/lib/services/review/create-card";
import { getRun } from "@/lib/services/run/get-run";
import { quoteRun } from "@/lib/services/run/quote-run";
import { startRun } from "@/lib/services/run/start-run";
import { FAKE_KEY, FakeProvider } from "../engines/fakes/fake-provider";
import { BFL, REPLICATE } from "../engines/fakes/protocols";
import { freshDatabase } from "../support/database";
import { aStudio, type ReviewStudio } from "../support/factory";
import { recipe } from "../support/recipes";
import { workerTools } from "../support/worker-tools";

/** Two engines of a production lane: the first choice is dearer than the second. */
const FIRST = { engineId: "bfl", modelId: "flux-pro-1.1", micros: 50_000n };
const SECOND = { engineId: "replicate", modelId: "black-forest-labs/flux-schnell", micros: 9_000n };

let studio: ReviewStudio;
let fakes: readonly FakeProvider[];
let cardId: string;
const ever = new AbortController().signal;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
  const [bfl, replicate] = await Promise.all([new FakeProvider(BFL).start(), new FakeProvider(REPLICATE).start()]);
  fakes = [bfl, replicate];
  await connectEngine(studio.people.admin, { engineId: "bfl", apiKey: FAKE_KEY, baseUrl: bfl.url });
  await connectEngine(studio.people.admin, { engineId: "replicate", apiKey: FAKE_KEY, baseUrl: replicate.url });
  for (const { accepts } of REPLICATE_WIRE.models)
    await setModelPrice(studio.people.lead, {
      engineId: "replicate",
      modelId: accepts.modelId,
      micros: SECOND.micros.toString(),
      why: "Our contract.",
    });
  await setModelPrice(studio.people.lead, { ...FIRST, micros: FIRST.micros.toString(), why: "Our contract." });
  await rules({ allowedEngines: ["bfl", "replicate"] });
  const card = await createCard(studio.people.operator, { projectId: studio.projectId, laneId: studio.lanes.production, title: "Hero" });
  cardId = card.cardId;
});
afterEach(() => Promise.all(fakes.map((fake) => fake.stop())));
afterAll(closeQueue);

const rules = (data: object) => db().lane.update({ where: { id: studio.lanes.production }, data });
const wanted = (text: string) =>
  recipe({
    text,
    model: { engineId: FIRST.engineId, modelId: FIRST.modelId, revision: "2026-11-21" },
    controls: { aspectRatio: "1:1", quality: "final", settings: {} },
  });
const queued = async (text: string, forCard = true) =>
  (await startRun(studio.people.operator, { promptId: await studio.prompt(wanted(text)), ...(forCard ? { cardId } : {}) })).id;

async function follow(runId: string) {
  const wires = [BFL_WIRE, REPLICATE_WIRE].map((wire) => jobEngine({ ...wire, lookEveryMs: 1, submitTimeoutMs: 2_000 }));
  await generate({ workspaceId: studio.workspaceId, runId }, ever, workerTools(wires, { connect: connectionOf }));
  return getRun(studio.people.operator, { runId });
}

async function money() {
  const { heldMicros, spentMicros } = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
  return { heldMicros, spentMicros };
}

describe("a production run whose engine says that it failed", () => {
  test("goes on at the lane's next engine, quoted anew, and both runs say so", async () => {
    const failed = await follow(await queued("a fox --fail"));
    expect(failed).toMatchObject({
      status: "failed",
      actualMicros: "0",
      failure: { kind: "engine-fault" },
      switchedTo: { engineId: "replicate" },
    });
    const next = failed.switchedTo?.runId ?? "";
    expect(await money()).toEqual({ heldMicros: SECOND.micros, spentMicros: 0n });
    const [trail] = await db().auditEvent.findMany({ where: { subjectId: next, verb: "run.finish" } });
    expect(trail?.details).toMatchObject({ switchedFrom: failed.id, why: "engine-fault", quoteMicrosBefore: "50000", quoteMicros: "9000" });
    expect(await db().$queryRaw`SELECT 1 FROM pgboss.job WHERE data->>'runId' = ${next}`).toHaveLength(1);
    const done = await follow(next);
    // The second engine fails too, and the lane has no third: that is the end of it.
    expect(done).toMatchObject({ status: "failed", switchedFrom: { runId: failed.id }, switchedTo: null });
    expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
    expect(fakes.map((fake) => fake.submits.length)).toEqual([1, 1]);
  });

  test.each([
    ["a refusal is about the words, not the engine", "a fox --refuse", "refused"],
    ["what may have arrived may still be made", "a fox --drop", "unknown"],
    ["a recipe nobody takes is nobody's fault", "a fox --invalid", "failed"],
  ])("stays where it is: %s", async (_, text, status) => {
    const run = await follow(await queued(text));
    expect(run).toMatchObject({ status, switchedTo: null });
    expect(await db().run.count({ where: { projectId: studio.projectId } })).toBe(1);
  });

  test("does not go on over the budget, out of the lane's rules, or outside production; the trail says why", async () => {
    await setBudget(studio.people.lead, { projectId: studio.projectId, hardBudgetMicros: "55000" });
    for (const { accepts } of REPLICATE_WIRE.models)
      await setModelPrice(studio.people.lead, { engineId: "replicate", modelId: accepts.modelId, micros: "60000", why: "Our contract." });
    const over = await follow(await queued("a fox --fail"));
    const whyOf = async (runId: string) =>
      (await db().auditEvent.findFirstOrThrow({ where: { subjectId: runId, verb: "run.finish" } })).details as { notSwitched?: string };
    expect(over.switchedTo).toBeNull();
    expect((await whyOf(over.id)).notSwitched).toContain("the project has $0.055 left");
    await setBudget(studio.people.lead, { projectId: studio.projectId, hardBudgetMicros: null });
    await rules({ policy: { mostMicrosEach: "55000" } });
    const dear = await follow(await queued("a fox --fail"));
    expect((await whyOf(dear.id)).notSwitched).toBe("This lane pays at most $0.055 a picture; this one costs $0.060.");
    expect((await follow(await queued("a fox --fail", false))).switchedTo).toBeNull();
    expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
  });
});

describe("a lane's rules", () => {
  test("are asked before a run: the quote says no, the run is refused, nothing is held", async () => {
    await rules({ policy: { regions: ["this-machine"] } });
    const asked = { projectId: studio.projectId, recipe: wanted("a fox"), cardId };
    expect((await quoteRun(studio.people.operator, asked)).refusal).toContain("This lane does not take it.");
    await expect(queued("a fox")).rejects.toMatchObject({ code: "REFUSED", message: expect.stringContaining("is not known") });
    expect((await quoteRun(studio.people.operator, { ...asked, cardId: undefined })).refusal).toBeNull();
    expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
  });

  test("are asked again in the worker: what was allowed when it was queued is not sent when it no longer is", async () => {
    const runId = await queued("a fox");
    await rules({ allowedEngines: ["replicate"] });
    const run = await follow(runId);
    expect(run).toMatchObject({
      status: "failed",
      failure: { kind: "invalid-input", reason: expect.stringContaining("does not allow this engine") },
    });
    expect(fakes.map((fake) => fake.submits.length)).toEqual([0, 0]);
    expect(await money()).toEqual({ heldMicros: 0n, spentMicros: 0n });
  });

  test("are held against what a lead says here in place of the catalogue, before a run and in the worker", async () => {
    const { lead, operator } = studio.people;
    const entryId = entryOf(FIRST.engineId, FIRST.modelId)?.id ?? "";
    const says = (said: OverrideValue) => overrideFact(lead, { entryId, said, why: "Our contract says so" });
    await rules({ policy: { regions: ["eu"], commercialUse: true } });
    await expect(queued("a fox")).rejects.toMatchObject({ code: "REFUSED" });
    await says({ fact: "residency", value: ["eu"] });
    await says({ fact: "commercialUse", value: "yes" });
    const runId = await queued("a fox");
    const [listed] = (await listSystems(operator, {})).filter(({ id }) => id === entryId);
    expect(listed?.residency).toMatchObject({ value: ["eu"], evidence: "workspace" });
    const route = listed?.routes.find(({ engineId, modelId }) => engineId === FIRST.engineId && modelId === FIRST.modelId);
    expect(route?.facts.residency).toMatchObject({ value: ["eu"], evidence: "workspace" });
    expect(route?.catalogue.residency).toEqual(entryOf(FIRST.engineId, FIRST.modelId)?.residency);
    expect(listed?.overrides.map(({ said, why, by }) => [said.fact, why, by])).toEqual([
      ["commercialUse", "Our contract says so", "The lead"],
      ["residency", "Our contract says so", "The lead"],
    ]);
    // What is said of another engine's route says nothing of this one; taken back while the run waits: it is not sent.
    await resetFact(lead, { entryId, fact: "residency" });
    const elsewhere = listed?.routes.find(({ engineId }) => engineId !== FIRST.engineId)?.engineId ?? "";
    await overrideFact(lead, { entryId, engineId: elsewhere, said: { fact: "residency", value: ["eu"] }, why: "Their contract" });
    expect(await follow(runId)).toMatchObject({ status: "failed", failure: { kind: "invalid-input" } });
    await rules({ policy: {} });
    const waiting = await queued("a fox");
    await says({ fact: "hidden", value: true });
    const sentence = `${listed?.name} is not used in this workspace: Our contract says so.`;
    expect(await follow(waiting)).toMatchObject({ status: "failed", failure: { reason: sentence } });
    await expect(queued("a fox")).rejects.toMatchObject({ code: "REFUSED", message: sentence });
    expect((await listModels(operator, {})).some(({ capabilities }) => capabilities.modelId === FIRST.modelId)).toBe(false);
    expect(fakes.map((fake) => fake.submits.length)).toEqual([0, 0]);
    // Another workspace sees the catalogue, an operator cannot say otherwise, and what is ours stays in sight.
    const other = (await listSystems((await aStudio()).people.operator, {})).find(({ id }) => id === entryId);
    expect(other?.overrides).toEqual([]);
    await expect(overrideFact(operator, { entryId, said: { fact: "hidden", value: true }, why: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(overrideFact(lead, { entryId: "sketch", said: { fact: "hidden", value: true }, why: "x" })).rejects.toMatchObject({
      code: "REFUSED",
    });
  });
});
