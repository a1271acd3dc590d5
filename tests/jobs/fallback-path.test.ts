import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { REPLICATE_WIRE } from "@/lib/engines/replicate/wire";
import { generate } from "@/lib/jobs/handlers/generate";
import { closeQueue } from "@/lib/jobs/queue";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { setBudget } from "@/lib/services/project/set-budget";
import { approve } from "@/lib/services/review/approve";
import { cardHistory } from "@/lib/services/review/card-history";
import { fallbackPlan } from "@/lib/services/review/fallback-plan";
import { getCard } from "@/lib/services/review/get-card";
import { stopCard } from "@/lib/services/review/stop-card";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { getRun } from "@/lib/services/run/get-run";
import { FAKE_KEY, FakeProvider } from "../engines/fakes/fake-provider";
import { REPLICATE } from "../engines/fakes/protocols";
import { aCard, sendBack } from "../services/review/cards";
import { freshDatabase } from "../support/database";
import { aStudio, type ReviewStudio } from "../support/factory";
import { aPattern, aVersion, label } from "../support/patterns";
import { recipe } from "../support/recipes";
import { workerTools } from "../support/worker-tools";

let studio: ReviewStudio;
let provider: FakeProvider;

beforeAll(async () => {
  await freshDatabase();
  provider = await new FakeProvider(REPLICATE).start();
});
beforeEach(async () => {
  studio = await aStudio();
  const { admin, lead } = studio.people;
  await connectEngine(admin, { engineId: "replicate", apiKey: FAKE_KEY, baseUrl: provider.url });
  for (const { accepts } of REPLICATE_WIRE.models)
    await setModelPrice(lead, { engineId: "replicate", modelId: accepts.modelId, micros: "9000", why: "Our contract." });
});
afterAll(async () => {
  await provider.stop();
  await closeQueue();
});

async function exhausted(fallbackPath: NonNullable<Parameters<typeof aCard>[1]>["fallbackPath"]): Promise<string> {
  const cardId = await aCard(studio, { retryLimit: 0, fallbackPath });
  await sendBack(studio, cardId, 1);
  return cardId;
}

async function follow(runId: string | null) {
  const wire = jobEngine({ ...REPLICATE_WIRE, lookEveryMs: 1, submitTimeoutMs: 2_000 });
  const job = { workspaceId: studio.workspaceId, runId: runId ?? "" };
  await generate(job, new AbortController().signal, workerTools([wire], { connect: connectionOf }));
  return getRun(studio.people.operator, { runId: runId ?? "" });
}

const promptOf = async (runId: string | null) =>
  db().prompt.findFirstOrThrow({ where: { runs: { some: { id: runId ?? "" } } }, include: { parentVariant: true } });

describe("a fallback path the studio executes", () => {
  test("another engine: the last attempt's recipe runs there, and its picture opens the attempt by itself", async () => {
    const { operator, reviewer } = studio.people;
    const cardId = await exhausted({ kind: "engine", engineId: "replicate" });
    // By the owner, who stays free to decide: the recipe is the operator's.
    const taken = await takeFallback(reviewer, { cardId });
    expect(taken).toMatchObject({ status: "changes_requested", whyNot: null });
    expect(await takeFallback(reviewer, { cardId })).toMatchObject({ runId: taken.runId });
    const run = await follow(taken.runId);
    expect(run).toMatchObject({ status: "succeeded", cardId });
    const card = await getCard(reviewer, { cardId });
    expect(card).toMatchObject({ status: "in_review", meter: { used: 0, total: 0 } });
    const attempt = card.attempts.at(-1);
    expect(attempt).toMatchObject({
      number: 2,
      viaFallback: true,
      status: "submitted",
      submittedBy: { id: operator.memberId },
      variant: { runId: taken.runId, engineId: "replicate" },
    });
    expect((await promptOf(taken.runId)).parentVariant?.assetId).toBe(card.attempts[0]?.picture.assetId);
    // What may be published is looked at, as if a person had sent it.
    expect(
      await db().$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'asset.look' AND data->>'assetId' = ${attempt?.picture.assetId}`,
    ).toHaveLength(1);
    const { items } = await cardHistory(reviewer, { cardId });
    expect(items.find(({ verb }) => verb === "run.finish")).toMatchObject({ by: null, details: { attempt: 2 } });
    expect(await approve(reviewer, { cardId, attemptId: attempt?.id ?? "" })).toMatchObject({ status: "approved" });
  });

  test("another pattern: its production version, with the values it knows", async () => {
    const model = { engineId: "replicate", modelId: "black-forest-labs/flux-schnell", revision: "1" };
    const controls = { aspectRatio: "1:1", quality: "final", settings: {} };
    const { references: _, ...base } = recipe({ controls: { ...recipe().controls, quality: "final" } });
    const version = aVersion({
      ...base,
      text: "{subject} in ink",
      model,
      controls,
      variables: [{ name: "subject", default: "a boat", examples: [] }],
    });
    const pattern = await aPattern(studio, { name: "Ink", version });
    const { operator, reviewer } = studio.people;
    const path = { kind: "pattern" as const, patternId: pattern.id };
    // What nobody signed off makes nothing for a production card, and the card says so from the start.
    const early = await exhausted(path);
    expect((await getCard(reviewer, { cardId: early })).fallback?.note).toMatch(/None of its versions is in production/);
    const unsigned = { runs: null, whyNot: expect.stringMatching(/^No version of “Ink” is in production/) };
    expect(await fallbackPlan(operator, { cardId: early })).toEqual(unsigned);
    expect(await takeFallback(operator, { cardId: early, quoteMicros: "0" })).toMatchObject({ runId: null, whyNot: unsigned.whyNot });
    expect(await db().run.count({ where: { cardId: early } })).toBe(0);
    await label(pattern, "production", 1);
    const cardId = await exhausted(path);
    // The price is known before, and what costs something else by now is not taken.
    const { runs } = await fallbackPlan(operator, { cardId });
    expect(runs).toMatchObject({ quoteMicros: "9000", engineName: "Replicate", pattern: { name: "Ink", number: 1 } });
    await expect(takeFallback(operator, { cardId, quoteMicros: "0" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await getCard(operator, { cardId })).toMatchObject({ status: "exhausted", fallbackTakenAt: null, fallbackRunId: null });
    const { runId, whyNot } = await takeFallback(operator, { cardId, quoteMicros: runs?.quoteMicros ?? "" });
    expect(whyNot).toBeNull();
    expect((await getCard(operator, { cardId })).fallbackRunId).toBe(runId);
    expect(await promptOf(runId)).toMatchObject({ patternVersionId: pattern.versions[0]?.id, text: "a boat in ink" });
    await follow(runId);
    const made = { status: "in_review", fallbackRunId: null, attempts: [{}, { viaFallback: true }] };
    expect(await getCard(reviewer, { cardId })).toMatchObject(made);
    const { items } = await cardHistory(reviewer, { cardId });
    expect(items.find(({ verb }) => verb === "card.take-fallback")?.details).toMatchObject({
      name: "Ink",
      version: 1,
      quoteMicros: "9000",
    });
    expect(items.find(({ verb }) => verb === "run.finish")?.details).toMatchObject({
      attempt: 2,
      engine: "Replicate",
      actualMicros: "9000",
    });
  });

  test("that nobody may pay for, or that nobody has a connection to, is taken all the same, and says what to do by hand", async () => {
    const { operator, lead } = studio.people;
    const dear = await exhausted({ kind: "engine", engineId: "replicate" });
    await setBudget(lead, { projectId: studio.projectId, hardBudgetMicros: "1" });
    const { runId, whyNot } = await takeFallback(operator, { cardId: dear });
    expect([runId, whyNot]).toEqual([null, expect.stringMatching(/the project has \$0.000001 left/)]);
    const unknown = await exhausted({ kind: "engine", engineId: "bfl" });
    expect((await takeFallback(operator, { cardId: unknown })).whyNot).toMatch(/not connected/);
    for (const cardId of [dear, unknown])
      expect(await getCard(operator, { cardId })).toMatchObject({ status: "changes_requested", acts: { submit: { allowed: true } } });
    expect(await db().run.count({ where: { opensAttempt: true, projectId: studio.projectId } })).toBe(0);
  });

  test("whose card was stopped meanwhile leaves its picture on the board, charged, and the trail says why", async () => {
    const { operator, lead } = studio.people;
    const cardId = await exhausted({ kind: "engine", engineId: "replicate" });
    const { runId } = await takeFallback(operator, { cardId });
    await stopCard(lead, { cardId, reason: "The client moved on." });
    expect(await follow(runId)).toMatchObject({ status: "succeeded", actualMicros: "9000" });
    expect(await getCard(lead, { cardId })).toMatchObject({ status: "stopped", attempts: [{ number: 1 }] });
    const { details } = await db().auditEvent.findFirstOrThrow({ where: { subjectId: runId ?? "", verb: "run.finish" } });
    expect(details).toMatchObject({ notSubmitted: expect.any(String) });
  });
});
