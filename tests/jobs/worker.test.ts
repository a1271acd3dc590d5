import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { askAnew, closeQueue } from "@/lib/jobs/queue";
import { createLibrary } from "@/lib/services/library/create-library";
import { editLibrary } from "@/lib/services/library/edit-library";
import { getPreview } from "@/lib/services/pattern/get-preview";
import { previewPattern } from "@/lib/services/pattern/preview-pattern";
import { cancelRun } from "@/lib/services/run/cancel-run";
import { getRun } from "@/lib/services/run/get-run";
import { startRun } from "@/lib/services/run/start-run";
import { type Told, tellTo, told } from "@/lib/trace";
import { freshDatabase, type TestDatabase } from "../support/database";
import { aPattern, versionDraft } from "../support/patterns";
import { spanCollector } from "../support/span-collector";
import { openStudio, type Studio } from "../support/studio";
import { startWorkerProcess, type WorkerProcess } from "./worker-process";

const PATIENCE = { timeout: 60_000, interval: 50 };

let database: TestDatabase;
let studio: Studio;
const workers: WorkerProcess[] = [];

async function worker(more: Readonly<Record<string, string>> = {}): Promise<WorkerProcess> {
  const started = await startWorkerProcess({ ...database.environment, ...more });
  workers.push(started);
  return started;
}

const statusOf = async (runId: string) => (await getRun(studio.people.operator, { runId })).status;
const becomes = (runId: string, status: string) => vi.waitFor(async () => expect(await statusOf(runId)).toBe(status), PATIENCE);

/** Every hold, charge and release of the project adds up to what the project says. */
async function expectBalanced() {
  const rows = await db().ledgerEntry.groupBy({ by: ["kind"], where: { projectId: studio.projectId }, _sum: { amountMicros: true } });
  const sum = (kind: string) => rows.find((row) => row.kind === kind)?._sum.amountMicros ?? 0n;
  const project = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
  expect(project.spentMicros).toBe(sum("charge"));
  expect(project.heldMicros).toBe(sum("hold") - sum("charge") - sum("release"));
}

async function run(text: string, change: { count?: number } = {}) {
  const promptId = await studio.prompt({ text, ...change });
  return startRun(studio.people.operator, { promptId });
}

beforeAll(async () => {
  database = await freshDatabase();
  studio = await openStudio();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((started) => started.kill()));
});

describe("a worker process", () => {
  it("paints a preview for who asks and keeps nothing of it; of two questions the newer is answered, and there is a most", {
    timeout: 90_000,
  }, async () => {
    // Of its own: what a pattern is promoted from is in the ledger, but nothing the project paid.
    const own = await openStudio();
    const { operator, lead, reviewer } = own.people;
    const library = await createLibrary(lead, { name: "Previewed" });
    const pattern = await aPattern(own, { name: "Previewed", libraryId: library.id, version: versionDraft() });
    const versionId = pattern.versions[0]?.id ?? "";
    const ask = async (subject: string, person = operator) => (await previewPattern(person, { versionId, values: { subject } })).previewId;
    const look = (previewId: string, person = operator) => getPreview(person, { previewId });
    const kept = () => Promise.all([db().run.count(), db().prompt.count(), db().asset.count(), db().ledgerEntry.count()]);
    const before = await kept();
    const first = await ask("a blue whale");
    expect(await look(first)).toEqual({ kind: "waiting" });
    const second = await ask("a red fox");
    await expect(look(first)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await worker();
    const shown = (previewId: string) =>
      vi.waitFor(async () => {
        const preview = await look(previewId);
        if (preview.kind !== "painted") throw new Error(preview.kind);
        return preview;
      }, PATIENCE);
    const painted = await shown(second);
    await expect(look(second, lead)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await sharp(Buffer.from(painted.bytes, "base64")).metadata()).toMatchObject({
      format: "webp",
      width: painted.width,
      height: painted.height,
    });
    expect(await shown(await ask("a red fox"))).toEqual(painted);
    expect(await kept()).toEqual(before);
    await expect(previewPattern(operator, { versionId, values: {} })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(ask("a fox", reviewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const access = { use: { roles: ["lead" as const], memberIds: [] }, curate: { roles: ["lead" as const], memberIds: [] } };
    await editLibrary(lead, {
      libraryId: library.id,
      version: (await db().styleLibrary.findUniqueOrThrow({ where: { id: library.id } })).version,
      access,
    });
    await expect(ask("a fox")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(ask("a fox", (await openStudio()).people.operator)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const payload = { workspaceId: own.workspaceId, versionId, values: {} };
    const asker = lead.memberId;
    const question = { name: "pattern.preview", payload, asker } as const;
    expect([await askAnew(question, 1), await askAnew(question, 1)]).toEqual([expect.any(String), null]);
    await closeQueue();
  });

  it("paints a run: variants with their seeds, thumbnails and hashes, charged as quoted", { timeout: 90_000 }, async () => {
    await worker();
    const started = await run("a red boat on a calm sea, gouache", { count: 2 });
    await becomes(started.id, "succeeded");
    const done = await getRun(studio.people.operator, { runId: started.id });
    expect(done.variants.map((variant) => variant.seed)).toEqual(started.seeds);
    expect(done.actualMicros).toBe(started.quoteMicros);
    expect(done.variants[0]).toMatchObject({
      width: started.width,
      height: started.height,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await expectBalanced();
  });

  it("asked to stop gives its run back within five seconds, and the next one goes on, in the trace of who asked for it", {
    timeout: 120_000,
  }, async () => {
    const collector = await spanCollector();
    const heard: Told[] = [];
    tellTo((one) => heard.push(one));
    const traced = () => worker({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    const first = await traced();
    const request = { name: "POST /rpc", kind: "server", attributes: {} } as const;
    const started = await told(request, () => run("a quiet forest, watercolour --slow=2"));
    tellTo(undefined);
    await becomes(started.id, "processing");
    const before = performance.now();
    expect(await first.stop()).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
    const second = await traced();
    await becomes(started.id, "succeeded");
    expect(await second.stop()).toBe(0);
    await collector.close();
    expect(collector.refused).toEqual([]);
    const asked = heard.find(({ name }) => name === "run.start");
    const ran = collector.spans.find(({ name }) => name === "run");
    expect(ran).toMatchObject({ service: "selects-worker", traceId: asked?.place.traceId, parentSpanId: asked?.place.spanId });
    expect(collector.spans.filter(({ name }) => name === "engine.submit").map(({ parentSpanId }) => parentSpanId)).toContain(ran?.spanId);
    expect(collector.said()).not.toContain("quiet forest");
    await expectBalanced();
  });

  it("ends every run in what became of it: refused, empty, failed, out of quota, cancelled – and charges none of them", {
    timeout: 90_000,
  }, async () => {
    await worker();
    const runs = await Promise.all(["--refuse", "--empty", "--fail", "--quota", "--slow=60"].map((control) => run(`a boat ${control}`)));
    const [refused, empty, failed, quota, slow] = runs.map((started) => started.id) as [string, string, string, string, string];
    await becomes(slow, "processing");
    await cancelRun(studio.people.operator, { runId: slow });
    await becomes(refused, "refused");
    await Promise.all([empty, failed, quota].map((id) => becomes(id, "failed")));
    await becomes(slow, "cancelled");
    const kinds = await db().run.findMany({ where: { id: { in: [refused, empty, failed, quota, slow] } }, orderBy: { id: "asc" } });
    expect(new Set(kinds.map((row) => row.failureKind))).toEqual(new Set(["refused", "empty", "engine-fault", "quota", "cancelled"]));
    expect(kinds.every((row) => row.actualMicros === 0n)).toBe(true);
    await expectBalanced();
  });
});
