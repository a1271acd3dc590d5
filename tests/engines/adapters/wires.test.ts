import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection, EngineContext, Operation, Polled } from "@/lib/engines/engine";
import { OutputLost } from "@/lib/engines/engine";
import { EngineFault } from "@/lib/engines/http/engine-fault";
import type { Recording } from "@/lib/engines/http/exchange";
import { jobEngine } from "@/lib/engines/http/job-engine";
import { engineContract } from "../contract/engine-contract";
import { contextFor, followed, outputsOf, submitted } from "../contract/follow";
import { FAKE_KEY, FakeProvider } from "../fakes/fake-provider";
import { answersAtOnce, requestOf, SUBJECTS, type Subject } from "./subjects";

let fake: FakeProvider;
let recordings: Recording[];

function connection(baseUrl = fake.url): Connection {
  return { apiKey: FAKE_KEY, baseUrl, webhookSecret: null, options: { checkpoint: "sd_xl.safetensors" } };
}

const context = (at = connection()): EngineContext => contextFor(new Map(), new AbortController().signal, at);

function engineOf({ wire }: Subject, submitTimeoutMs = 15_000, lookTimeoutMs = 15_000) {
  return jobEngine({ ...wire, submitTimeoutMs }, { observe: (_engineId, recording) => recordings.push(recording), lookTimeoutMs });
}

/** Submits a prompt and returns how it ended, whether that was said at once or found by polling. */
async function ended(subject: Subject, text: string): Promise<{ failure: { kind: string; reason: string } | null; last: Polled | null }> {
  const engine = engineOf(subject);
  const answer = await engine.submit(requestOf(subject, { text }), context());
  if (answer.kind === "rejected") return { failure: answer.failure, last: null };
  if (answer.kind === "ambiguous") throw new Error(answer.reason);
  const last = (await followed(engine, answer.operation, context())).at(-1) ?? null;
  return { failure: last?.state === "failed" ? last.failure : null, last };
}

describe.each(SUBJECTS.map((subject) => [subject.name, subject] as const))("%s", (_, subject) => {
  beforeEach(async () => {
    recordings = [];
    fake = await new FakeProvider(subject.protocol).start();
  });

  afterEach(async () => {
    await fake.stop();
    // Nothing was sent that the provider does not know, and nobody who may not know it saw the key.
    expect(fake.unexpected).toEqual([]);
    expect(JSON.stringify(recordings)).not.toContain(FAKE_KEY);
  });

  engineContract({
    name: subject.name,
    create: () => engineOf(subject),
    request: (runId, change) => requestOf(subject, { runId, ...change }),
    context,
    seeds: [11],
    provoke: {
      ...(subject.moderates ? { refused: "a fox --refuse" } : {}),
      empty: "a fox --empty",
      "engine-fault": "a fox --fail",
      quota: "a fox --quota",
    },
    ...(subject.lists ? { lost: { arrived: "a lynx --lost", never: "an owl --drop" } } : {}),
    lastingText: subject.stops ? "a fox --slow" : null,
  });

  test("a success is one submit, the provider's bytes and its own figure", async () => {
    const engine = engineOf(subject);
    const operation = await submitted(engine, requestOf(subject), context());
    const last = (await followed(engine, operation, context())).at(-1);
    if (last?.state !== "succeeded") throw new Error(JSON.stringify(last));
    expect(fake.submits).toHaveLength(1);
    expect(last.costMicros).toBe(subject.costMicros ?? null);
    expect(Buffer.compare((await last.outputs[0]?.read()) ?? new Uint8Array(), await fake.picture)).toBe(0);
  });

  test("what is stored of a run holds no secret", async () => {
    const operation: Operation = await submitted(engineOf(subject), requestOf(subject), context());
    expect(JSON.stringify(operation)).not.toContain(FAKE_KEY);
  });

  if (subject.seedIn)
    test("a seed of 0 is a seed", async () => {
      await submitted(engineOf(subject), requestOf(subject, { seeds: [0] }), context());
      expect(subject.seedIn?.(fake.submits[0] as never)).toBe(0);
    });

  test("a refused prompt says the provider's reason and is no timeout", async () => {
    const { failure } = await ended(subject, "a fox --refuse");
    expect(failure?.kind).toBe(subject.moderates ? "refused" : "engine-fault");
    expect(failure?.reason.length).toBeGreaterThan(10);
    expect(fake.submits).toHaveLength(1);
  });

  test("an empty answer is asked for once", async () => {
    expect((await ended(subject, "a fox --empty")).failure?.kind).toBe("empty");
    expect(fake.submits).toHaveLength(1);
  });

  test("too many requests: rejected with the wait the provider asks for, and not sent again", async () => {
    const { failure } = await ended(subject, "a fox --busy");
    expect(failure).toMatchObject({ kind: "rate-limited", reason: expect.stringContaining("It asks to wait 7 s.") });
    expect(fake.submits).toHaveLength(1);
  });

  test("a provider without capacity has not taken the run; it is not sent again", async () => {
    expect((await ended(subject, "a fox --unavailable")).failure?.kind).toBe("engine-fault");
    expect(fake.submits).toHaveLength(1);
  });

  test("what the provider does not accept is the recipe's fault", async () => {
    expect((await ended(subject, "a fox --invalid")).failure?.kind).toBe("invalid-input");
  });

  test("a fault behind a submit leaves it unknown, unless the provider has no jobs", async () => {
    const answer = await engineOf(subject).submit(requestOf(subject, { text: "a fox --broken" }), context());
    expect(answer.kind).toBe(subject.wire.faultsAreFinal ? "rejected" : "ambiguous");
    expect(fake.submits).toHaveLength(1);
  });

  test.each(["--badgateway", "--late", "--drop", "--lost", "--stall", "--garbled"])(
    "%s after a submit leaves it unknown; it is never sent twice",
    async (word) => {
      const answer = await engineOf(subject, word === "--stall" ? 200 : undefined).submit(
        requestOf(subject, { text: `a fox ${word}` }),
        context(),
      );
      expect(answer.kind).toBe("ambiguous");
      expect(fake.submits).toHaveLength(1);
    },
  );

  test("a provider that cannot be reached has not received anything", async () => {
    const closed = await new FakeProvider(subject.protocol).start();
    const { url } = closed;
    await closed.stop();
    expect(await engineOf(subject).submit(requestOf(subject), context(connection(url)))).toMatchObject({
      kind: "rejected",
      failure: { kind: "engine-fault" },
    });
  });

  test("a wrong key is said to be one, without showing it", async () => {
    const answer = await engineOf(subject).submit(requestOf(subject), context({ ...connection(), apiKey: "another-secret-key-42" }));
    expect(answer).toMatchObject({ kind: "rejected", failure: { reason: expect.stringContaining("refused the key") } });
    expect(JSON.stringify([answer, recordings])).not.toContain("another-secret-key-42");
  });

  test("a provider that repeats the key in its error does not make us repeat it", async () => {
    const { failure } = await ended(subject, "a fox --echo");
    expect(failure?.reason).not.toContain(FAKE_KEY);
    expect(failure?.reason).toContain("[hidden]");
  });

  if (!answersAtOnce(subject))
    test("faults while looking may pass: they are thrown with the wait asked for, and the run goes on", async () => {
      const engine = engineOf(subject);
      const operation = await submitted(engine, requestOf(subject, { text: "a fox --shaky" }), context());
      for (let look = 0; look < 2; look += 1) {
        const fault = await engine.poll(operation, context()).catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(EngineFault);
        expect(fault).toMatchObject({ retryAfterMs: 3_000 });
      }
      expect(await outputsOf(engine, operation, context())).toHaveLength(1);
      expect(fake.submits).toHaveLength(1);
    });

  if (!answersAtOnce(subject))
    test.each([
      ["--look-busy", 5_000],
      ["--look-broken", null],
      ["--look-late", null],
      ["--look-drop", null],
      ["--look-stall", null],
      ["--look-redirect", null],
      ["--look-login", null],
      ["--look-unpaid", null],
      ["--look-missing", null],
      ["--look-conflict", null],
      ["--look-blocked", null],
    ])("%s at a look passes: the job goes on, and is never begun anew", async (word, retryAfterMs) => {
      const engine = engineOf(subject);
      const operation = await submitted(engine, requestOf(subject, { text: `a fox ${word}` }), context());
      // Only who waits for an answer that never comes has little patience: everything else is waited for however busy the machine is.
      const looking = word === "--look-stall" ? engineOf(subject, 15_000, 150) : engine;
      const fault = await looking.poll(operation, context()).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Error);
      expect(fault instanceof EngineFault ? fault.retryAfterMs : null).toBe(retryAfterMs);
      expect(await outputsOf(engine, operation, context())).toHaveLength(1);
      expect(fake.submits).toHaveLength(1);
    });

  if (!answersAtOnce(subject))
    test("a status we do not know is no end of a run", async () => {
      const engine = engineOf(subject);
      const operation = await submitted(engine, requestOf(subject, { text: "a fox --odd" }), context());
      await expect(engine.poll(operation, context())).rejects.toThrow();
    });

  if (!answersAtOnce(subject))
    test("an output that is gone is lost, not tried for ever", async () => {
      const engine = engineOf(subject);
      const operation = await submitted(engine, requestOf(subject, { text: "a fox --gone" }), context());
      const [output] = await outputsOf(engine, operation, context());
      const lost = await output?.read().catch((error: unknown) => error);
      expect(lost).toBeInstanceOf(OutputLost);
      expect(lost).toMatchObject({ kind: "expired-output" });
    });

  if (!answersAtOnce(subject) && !subject.wire.outputsNeedKey)
    test("an output is fetched without our key", async () => {
      const engine = engineOf(subject);
      const operation = await submitted(engine, requestOf(subject), context());
      const [output] = await outputsOf(engine, operation, context());
      await output?.read();
      for (const { headers } of fake.files) expect(JSON.stringify(headers)).not.toContain(FAKE_KEY);
    });

  test("an operation of another engine is none of ours", async () => {
    expect(await engineOf(subject).poll({ engineId: "other" }, context())).toMatchObject({
      state: "failed",
      failure: { kind: "engine-fault" },
    });
  });

  test("without a connection nothing is sent", async () => {
    expect(await engineOf(subject).submit(requestOf(subject), contextFor())).toMatchObject({ kind: "rejected" });
    expect(fake.submits).toHaveLength(0);
  });
});
