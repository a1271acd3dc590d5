import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { Patience } from "@/lib/domain/run/patience";
import { type Engine, type EngineOutput, OutputLost, type Polled, type Submitted } from "@/lib/engines/engine";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { findRun } from "@/lib/jobs/handlers/find-run";
import { generate } from "@/lib/jobs/handlers/generate";
import { getRun } from "@/lib/services/run/get-run";
import { startRun } from "@/lib/services/run/start-run";
import type { BlobStore } from "@/lib/storage/blob-store";
import { blobStore } from "@/lib/storage/current";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { fillDisk } from "../support/full-disk";
import { png } from "../support/pictures";
import { openStudio, type Studio } from "../support/studio";
import { clip } from "../support/videos";
import { workerTools } from "../support/worker-tools";

const SHORT: Patience = { longestRunMs: 60_000, longestCallMs: 2_000, mostFaults: 4, firstPauseMs: 1, longestPauseMs: 2 };
const PRICE = 1_000n;

let studio: Studio;
let picture: Buffer;

beforeAll(async () => {
  await freshDatabase();
  picture = await png(64, 48);
});
beforeEach(async () => {
  studio = await openStudio();
});

/** An engine that answers as it is told; it asks for its price only through the run's row. */
interface Script {
  submit?: () => Promise<Submitted>;
  poll?: (look: number) => Polled | Promise<Polled>;
  /** Whether it can be asked to stop. */
  stops?: true;
}

function scripted({ submit, poll, stops }: Script) {
  const calls = { submit: 0, poll: 0, cancel: 0 };
  const engine: Engine = {
    id: "sketch",
    capabilities: () => [SKETCH_CAPABILITIES],
    estimate: () => ({ leastMicros: 0n, mostMicros: 0n }),
    submit: async () => {
      calls.submit += 1;
      return submit ? submit() : { kind: "accepted", operation: {} };
    },
    poll: async () => {
      calls.poll += 1;
      if (!poll) throw new Error("nobody polls this engine");
      return poll(calls.poll);
    },
    cancel: async () => {
      calls.cancel += 1;
      return { kind: stops ? "cancelled" : "too-late" };
    },
    parseWebhook: async () => null,
    check: async () => ({ outcome: "answers", reason: "" }),
  };
  return { engine, calls };
}

const output = (index: number, read: () => Promise<Uint8Array> = async () => picture): EngineOutput => {
  return { index, seed: index, mimeType: "image/png", width: 64, height: 48, durationMs: null, read, report: null };
};
const succeeded = (outputs: readonly EngineOutput[], costMicros: bigint | null = null): Polled => ({
  state: "succeeded",
  outputs,
  costMicros,
});
const lost = (kind: OutputLost["kind"]) => async () => {
  throw new OutputLost(kind, "It is gone.");
};

/** A run whose two pictures are quoted at a price, followed to its end by one worker. */
async function follow(
  script: Script,
  { patience = {}, promptId, blobs = blobStore() }: { patience?: Partial<Patience>; promptId?: string; blobs?: BlobStore } = {},
) {
  const started = await startRun(studio.people.operator, { promptId: promptId ?? (await studio.prompt({ count: 2 })) });
  await priced(started.id);
  const { engine, calls } = scripted(script);
  const tools = workerTools([engine], { blobs, patience: { ...SHORT, ...patience } });
  await generate({ workspaceId: studio.workspaceId, runId: started.id }, new AbortController().signal, tools);
  const run = await getRun(studio.people.operator, { runId: started.id });
  return { run, calls, money: await moneyOf(), tools };
}

/** The embedded engine is free; these runs are not. */
async function priced(runId: string) {
  const quote = 2n * PRICE;
  await db().run.update({ where: { id: runId }, data: { quoteMicros: quote } });
  await db().project.update({ where: { id: studio.projectId }, data: { heldMicros: quote } });
  await db().budget.updateMany({ where: { workspaceId: studio.workspaceId }, data: { heldMicros: quote } });
}

async function moneyOf() {
  const { heldMicros, spentMicros } = await db().project.findUniqueOrThrow({ where: { id: studio.projectId } });
  return { heldMicros, spentMicros };
}

test("a video is kept as a video, with its poster, filmstrip and length", async () => {
  const bytes = await clip({ format: "webm", frames: 48 });
  const { run } = await follow({
    poll: () => succeeded([0, 1].map((index) => ({ ...output(index, async () => bytes), mimeType: "video/mp4" }))),
  });
  expect(run.status).toBe("succeeded");
  const [variant] = await db().variant.findMany({ where: { runId: run.id }, include: { asset: { include: { renditions: true } } } });
  // The bytes are believed, not the engine's word for them.
  expect(variant?.asset).toMatchObject({
    kind: "video",
    mimeType: "video/webm",
    durationMs: 2_000,
    fileName: expect.stringMatching(/\.webm$/),
  });
  expect(variant?.asset.renditions.map(({ name }) => name).sort()).toEqual(["filmstrip", "screen", "thumb"]);
});

test.each([-400n, 10n ** 12n, 10n ** 30n])(
  "a figure that cannot be true (%s) is not charged: the quote stands, and the pictures are delivered",
  async (figure) => {
    const { run, calls, money } = await follow({ poll: () => succeeded([output(0), output(1)], figure) });
    expect(run).toMatchObject({ status: "succeeded" });
    expect(calls.poll).toBe(1);
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 2n * PRICE });
    const said = await db().auditEvent.findFirstOrThrow({ where: { subjectId: run.id, verb: "run.finish" } });
    expect(said.details).toMatchObject({ notBelievedMicros: `${figure}` });
  },
);

describe("an engine that fails again and again", () => {
  const refuse = () => {
    throw new Error("connection refused");
  };

  test("and says that it stopped ends the run after so many faults in a row, and frees its money", async () => {
    const { run, calls, money } = await follow({ poll: refuse, stops: true });
    expect(run).toMatchObject({
      status: "failed",
      failure: { kind: "engine-fault", reason: expect.stringContaining("connection refused") },
    });
    expect(calls).toEqual({ submit: 1, poll: SHORT.mostFaults, cancel: 1 });
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 0n });
  });

  test("after it accepted leaves the run unknown with its money held; once it can be read again the run goes on, and is charged once", async () => {
    const left = 2 * SHORT.mostFaults;
    const { run, calls, money, tools } = await follow({ poll: (look) => (look < left ? refuse() : succeeded([output(0), output(1)])) });
    expect(run).toMatchObject({ status: "unknown", failure: null, doubt: expect.stringContaining("It was accepted.") });
    expect(calls).toEqual({ submit: 1, poll: SHORT.mostFaults, cancel: 1 });
    expect(money).toEqual({ heldMicros: 2n * PRICE, spentMicros: 0n });
    const again = { workspaceId: studio.workspaceId, runId: run.id };
    const statusNow = async () => (await getRun(studio.people.operator, { runId: run.id })).status;
    for (let look = 0; (await statusNow()) === "unknown"; look += 1) await findRun({ ...again, look }, new AbortController().signal, tools);
    expect([await statusNow(), calls.poll]).toEqual(["processing", left]);
    await generate(again, new AbortController().signal, tools);
    expect([await statusNow(), calls.submit, await moneyOf()]).toEqual(["succeeded", 1, { heldMicros: 0n, spentMicros: 2n * PRICE }]);
  });

  test("is waited for when it recovers: only faults in a row count", async () => {
    const { run, calls } = await follow({
      poll: (look) => {
        if (look === 12) return succeeded([output(0), output(1)]);
        if (look % 3 === 0) return { state: "queued", position: null };
        throw new Error("connection refused");
      },
    });
    expect(run.status).toBe("succeeded");
    expect(calls.poll).toBe(12);
  });

  test("and one that never answers is not waited for", async () => {
    const { run } = await follow({ poll: () => new Promise<Polled>(() => {}) }, { patience: { longestCallMs: 5, mostFaults: 2 } });
    expect(run).toMatchObject({ status: "unknown", doubt: expect.stringContaining("no answer in time") });
  });

  test("a run that is never done ends at its deadline, and the engine is asked to stop", async () => {
    const { run, calls, money } = await follow(
      { poll: () => ({ state: "processing", progress: 0.5, previews: [], outputs: [] }), stops: true },
      { patience: { longestRunMs: 20 } },
    );
    expect(run).toMatchObject({ status: "failed", failure: { kind: "timeout" } });
    expect(calls.cancel).toBe(1);
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 0n });
  });
});

describe("an output that cannot be kept", () => {
  test("because it expired: the run says so, and what the engine made is charged", async () => {
    const { run, money, calls } = await follow({
      poll: () => succeeded([output(0, lost("expired-output")), output(1, lost("expired-output"))]),
    });
    expect(run).toMatchObject({ status: "failed", failure: { kind: "expired-output" }, variants: [] });
    expect(calls.poll).toBe(1);
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 2n * PRICE });
  });

  test("because it does not decode: the others are kept, and the run says that one is damaged", async () => {
    const { run, money } = await follow({ poll: () => succeeded([output(0), output(1, async () => picture.subarray(0, 60))], 1_500n) });
    expect(run).toMatchObject({ status: "failed", failure: { kind: "damaged-output" }, variants: [{ index: 0 }] });
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 1_500n });
  });

  test("is not asked for again while the others are made", async () => {
    let reads = 0;
    const damaged = async () => {
      reads += 1;
      return Buffer.from("<html>gone</html>");
    };
    const { run } = await follow({
      poll: (look) => {
        const outputs = [output(0, damaged)];
        return look < 5 ? { state: "processing", progress: null, previews: [], outputs } : succeeded([...outputs, output(1)]);
      },
    });
    expect(reads).toBe(1);
    expect(run).toMatchObject({ status: "failed", failure: { kind: "damaged-output" }, variants: [{ index: 1 }] });
  });

  test("this time is read again; what arrived beside it is kept at once", async () => {
    let reads = 0;
    const flaky = async () => {
      reads += 1;
      if (reads < 3) throw new Error("connection reset");
      return picture;
    };
    const { run, money } = await follow({ poll: () => succeeded([output(0), output(1, flaky)]) });
    expect(run).toMatchObject({ status: "succeeded", variants: [{ index: 0 }, { index: 1 }] });
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 2n * PRICE });
  });

  test("a preview that does not decode is left out and harms nothing", async () => {
    const previews = [{ index: 0, mimeType: "image/png", bytes: Buffer.from("no picture") }];
    const { run } = await follow({
      poll: (look) => (look === 1 ? { state: "processing", progress: 0.5, previews, outputs: [] } : succeeded([output(0), output(1)])),
    });
    expect(run.status).toBe("succeeded");
  });
});

describe("a full disk", () => {
  const full = () => new AppError("NO_SPACE", "The disk is full. Free some space and try again.");
  /** A storage that has no room for so many writes more. */
  const storageFullFor = (refusals: number) => {
    let left = refusals;
    const blobs = blobStore();
    return new Proxy(blobs, {
      get: (store, name: keyof BlobStore) => {
        if (name !== "put") return store[name].bind(store);
        return async (bytes: Parameters<BlobStore["put"]>[0]) => {
          left -= 1;
          if (left >= 0) throw full();
          return store.put(bytes);
        };
      },
    });
  };

  test("under the storage is waited out, however long: the run ends with its pictures and is charged once", async () => {
    const { run, calls, money } = await follow(
      { poll: () => succeeded([output(0), output(1)]) },
      { blobs: storageFullFor(SHORT.mostFaults * 5) },
    );
    expect(run).toMatchObject({ status: "succeeded", variants: [{ index: 0 }, { index: 1 }] });
    expect(calls).toMatchObject({ submit: 1, cancel: 0 });
    expect(calls.poll).toBeGreaterThan(SHORT.mostFaults);
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 2n * PRICE });
  });

  test("under the storage is told to whoever waits, and taken back when it goes on", async () => {
    const told = async () => (await db().run.findFirst({ where: { project: { workspaceId: studio.workspaceId } } }))?.progress;
    const blobs = blobStore();
    const seen: unknown[] = [];
    const looking = new Proxy(blobs, {
      get: (store, name: keyof BlobStore) => {
        if (name !== "put") return store[name].bind(store);
        return async (bytes: Parameters<BlobStore["put"]>[0]) => {
          if (seen.push(await told()) <= 2) throw full();
          return store.put(bytes);
        };
      },
    });
    const { run } = await follow({ poll: () => succeeded([output(0)]) }, { blobs: looking });
    expect(seen[1]).toMatchObject({ waits: expect.stringContaining("disk is full") });
    expect(run).toMatchObject({ status: "succeeded", progress: {} });
  });

  test("under the database when the engine has just accepted: what it answered is kept, nothing is sent twice or unknown", async () => {
    const { run, calls, money } = await follow({
      submit: async () => {
        const free = await fillDisk("Run");
        setTimeout(() => void free(), 200);
        return { kind: "accepted", operation: {} };
      },
      poll: () => succeeded([output(0), output(1)]),
    });
    expect(run.status).toBe("succeeded");
    expect(calls).toMatchObject({ submit: 1, poll: 1 });
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 2n * PRICE });
  });

  test("under the database at the end: the pictures are recorded once there is room", async () => {
    const { run, calls } = await follow({
      poll: async () => {
        const free = await fillDisk("Variant", "LedgerEntry");
        setTimeout(() => void free(), 200);
        return succeeded([output(0), output(1)]);
      },
    });
    expect(run).toMatchObject({ status: "succeeded", variants: [{ index: 0 }, { index: 1 }] });
    expect(calls).toMatchObject({ submit: 1, poll: 1 });
  });

  test("while there is none, nothing is sent, and shutting down leaves the run for the next worker", async () => {
    const { id: runId } = await startRun(studio.people.operator, { promptId: await studio.prompt() });
    const free = await fillDisk("Run");
    const { engine, calls } = scripted({ poll: () => succeeded([output(0)]) });
    const tools = workerTools([engine], { patience: SHORT });
    const stopping = new AbortController();
    const working = generate({ workspaceId: studio.workspaceId, runId }, stopping.signal, tools);
    setTimeout(() => stopping.abort(), 200);
    await expect(working).rejects.toMatchObject({ name: "AbortError" });
    await free();
    expect(calls.submit).toBe(0);
    expect((await getRun(studio.people.operator, { runId })).status).toBe("queued");
    await generate({ workspaceId: studio.workspaceId, runId }, new AbortController().signal, tools);
    expect((await getRun(studio.people.operator, { runId })).status).toBe("succeeded");
  });
});

describe("before the engine is called", () => {
  test("a reference whose file is gone fails the run: nothing was sent, nothing is unknown, the money is free", async () => {
    const asset = await addAsset(studio.people.operator);
    const promptId = await studio.prompt({ count: 2, references: [{ assetId: asset.id, role: "style", weight: 0.5 }] });
    await blobStore().discard(asset.sha256, new Date("2999-01-01"));
    const { run, calls, money } = await follow({}, { promptId });
    expect(run).toMatchObject({ status: "failed", failure: { kind: "invalid-input", reason: expect.stringContaining("is gone") } });
    expect(calls.submit).toBe(0);
    expect(await db().run.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({ intentAt: null });
    expect(money).toEqual({ heldMicros: 0n, spentMicros: 0n });
  });

  test("the intent is written: a submit that throws leaves the run unknown", async () => {
    const { run, calls } = await follow({ submit: () => Promise.reject(new Error("socket hang up")) });
    expect(run.status).toBe("unknown");
    expect(calls.submit).toBe(1);
  });
});
