import { describe, expect, test } from "vitest";
import { defaultSettings, refusalOfSettings } from "@/lib/domain/engine/control";
import type { Engine, EngineContext, EngineRequest, Operation } from "@/lib/engines/engine";
import { contextFor, followed, outputsOf, submitted } from "./follow";

/** What a suite needs to know about the engine it runs. */
export interface ContractSubject {
  readonly name: string;
  /** A new instance: another process as far as memory goes. */
  create(): Engine;
  /** A request the engine accepts and answers with as many pictures as it has seeds. */
  request(runId: string, change?: Partial<EngineRequest>): EngineRequest;
  /** Prompts that provoke an outcome at this engine, where it can be provoked. */
  readonly provoke: Readonly<Partial<Record<"refused" | "empty" | "engine-fault" | "quota", string>>>;
  /** Bytes of the references of its requests, by hash. */
  readonly references?: ReadonlyMap<string, Uint8Array>;
  /** A prompt whose run is still going on when it is cancelled; null where the provider cannot be asked to stop. */
  readonly lastingText: string | null;
  /** It runs inside the studio, so that a request is its own job: found without a list, which its own tests show. */
  readonly isEmbedded?: true;
  /** Prompts whose submit gets no answer: of one the provider has the job, of the other it has nothing. Absent where there is no list to ask. */
  readonly lost?: { readonly arrived: string; readonly never: string };
  /** What the engine is given, where that is more than references. */
  readonly context?: () => EngineContext;
  /** Seeds of a run of several outputs; one where the engine makes one a run. */
  readonly seeds?: readonly number[];
}

/** What every engine promises, whatever it reaches. An adapter that passes can be put behind the studio unchanged. */
export function engineContract(subject: ContractSubject): void {
  const context = subject.context ?? (() => contextFor(subject.references));
  const seeds = subject.seeds ?? [11, 12];
  describe(`${subject.name} keeps the engine contract`, () => {
    test("capabilities are complete and priced", () => {
      const engine = subject.create();
      expect(engine.capabilities().length).toBeGreaterThan(0);
      for (const model of engine.capabilities()) {
        expect(model.aspectRatios.length > 0 || model.requiredReferences.includes("image")).toBe(true);
        expect(refusalOfSettings(model.settings, defaultSettings(model.settings))).toBeNull();
        expect(model.maxVariants).toBeGreaterThanOrEqual(1);
        for (const quality of model.qualities) {
          expect(model.longSide[quality]).toBeGreaterThan(0);
          const priced = {
            modelId: model.modelId,
            quality,
            aspectRatio: "1:1",
            settings: defaultSettings(model.settings),
            text: "a red kite",
            references: 1,
          } as const;
          const one = engine.estimate({ ...priced, count: 1 });
          const four = engine.estimate({ ...priced, count: 4 });
          expect(one.leastMicros).toBeLessThanOrEqual(one.mostMicros);
          expect(four.mostMicros).toBeGreaterThanOrEqual(one.mostMicros);
          expect(four.mostMicros).toBeLessThanOrEqual(one.mostMicros * 4n);
        }
      }
    });

    test("a model it does not have cannot be priced or run", async () => {
      const engine = subject.create();
      expect(() =>
        engine.estimate({
          modelId: "no-such-model",
          quality: "draft",
          aspectRatio: "1:1",
          settings: {},
          count: 1,
          text: "",
          references: 0,
        }),
      ).toThrow(RangeError);
      const answer = await engine.submit(subject.request("run-no-model", { modelId: "no-such-model" }), context());
      expect(answer).toMatchObject({ kind: "rejected", failure: { kind: "invalid-input" } });
    });

    test("more pictures than a run may have are rejected before any work", async () => {
      const answer = await subject
        .create()
        .submit(subject.request("run-many", { seeds: Array.from({ length: 99 }, (_, seed) => seed) }), context());
      expect(answer).toMatchObject({ kind: "rejected", failure: { kind: "invalid-input" } });
    });

    test("a run gives one output a seed, in order, with true sizes and readable bytes, and never forgets one it showed", async () => {
      const engine = subject.create();
      const operation = await submitted(engine, subject.request("run-several", { seeds }), context());
      const answers = await followed(engine, operation, context());
      const shown = new Set<number>();
      for (const answer of answers) {
        const outputs = answer.state === "processing" || answer.state === "succeeded" ? answer.outputs : [];
        const indexes = new Set(outputs.map((output) => output.index));
        for (const index of shown) expect(indexes).toContain(index);
        for (const index of indexes) shown.add(index);
        if (answer.state === "processing" && answer.progress !== null) {
          expect(answer.progress).toBeGreaterThanOrEqual(0);
          expect(answer.progress).toBeLessThanOrEqual(1);
        }
      }
      const last = answers.at(-1);
      expect(last?.state).toBe("succeeded");
      const outputs = last?.state === "succeeded" ? last.outputs : [];
      expect(outputs.map(({ index, seed }) => ({ index, seed }))).toEqual(seeds.map((seed, index) => ({ index, seed })));
      for (const output of outputs) {
        const first = await output.read();
        expect(first.byteLength).toBeGreaterThan(1000);
        expect(Buffer.compare(first, await output.read())).toBe(0);
      }
    });

    test("a terminal answer can be asked for again", async () => {
      const engine = subject.create();
      const operation = await submitted(engine, subject.request("run-again"), context());
      const first = await outputsOf(engine, operation, context());
      const second = await outputsOf(engine, operation, context());
      expect(second.map((output) => output.seed)).toEqual(first.map((output) => output.seed));
    });

    test("an operation survives JSON and another instance", async () => {
      const operation = await submitted(subject.create(), subject.request("run-json"), context());
      const copy: Operation = JSON.parse(JSON.stringify(operation));
      expect(copy).toEqual(operation);
      expect(await outputsOf(subject.create(), copy, context())).toHaveLength(1);
    });

    test("cancelling stops the run, can be repeated, and comes too late after the end", async () => {
      const engine = subject.create();
      if (subject.lastingText !== null) {
        const going = await submitted(engine, subject.request("run-cancel", { text: subject.lastingText }), context());
        await engine.poll(going, context());
        expect(await engine.cancel(going, context())).toEqual({ kind: "cancelled" });
        expect(await engine.cancel(going, context())).toEqual({ kind: "cancelled" });
        expect(await engine.poll(going, context())).toMatchObject({ state: "failed", failure: { kind: "cancelled" } });
      }
      const done = await submitted(engine, subject.request("run-late"), context());
      await outputsOf(engine, done, context());
      expect(await engine.cancel(done, context())).toEqual({ kind: "too-late" });
    });

    test("a submit without an answer is found in the provider's list, if there is one, and nowhere else", async () => {
      const engine = subject.create();
      if (!subject.lost) {
        expect(engine.find !== undefined).toBe(subject.isEmbedded === true);
        return;
      }
      const sought = (request: EngineRequest, taken: readonly Operation[] = []) => ({ request, sentAtMs: Date.now(), taken });
      const find = (...asked: Parameters<typeof sought>) => engine.find?.(sought(...asked), context());
      const ordinary = await submitted(engine, subject.request("run-ordinary"), context());
      const arrived = subject.request("run-arrived", { text: subject.lost.arrived });
      const never = subject.request("run-never", { text: subject.lost.never });
      expect((await engine.submit(arrived, context())).kind).toBe("ambiguous");
      expect((await engine.submit(never, context())).kind).toBe("ambiguous");
      await submitted(engine, subject.request("run-after"), context());
      const found = await find(arrived);
      if (found?.kind !== "found") throw new Error(JSON.stringify(found));
      expect(await outputsOf(subject.create(), found.operation, context())).toHaveLength(1);
      expect(await find(never)).toEqual({ kind: "absent" });
      // What another run of ours owns is not this one's, and what is older than the submit cannot be.
      expect(await find(arrived, [found.operation])).toEqual({ kind: "absent" });
      expect(await find(subject.request("run-ordinary"), [])).not.toMatchObject({ operation: found.operation });
      expect(await engine.find?.({ request: arrived, sentAtMs: Date.now() + 3_600_000, taken: [] }, context())).toEqual({ kind: "absent" });
      expect(ordinary).not.toEqual(found.operation);
    });

    test("a message that is not its own is no webhook", async () => {
      const message = {
        headers: new Map([["x-signature", "forged"]]),
        body: new Uint8Array([123, 125]),
        receivedAtMs: 0,
        runId: "run-1",
        connection: null,
      };
      expect(await subject.create().parseWebhook(message)).toBeNull();
    });

    for (const [kind, text] of Object.entries(subject.provoke)) {
      test(`${kind} is an outcome of its own and costs nothing`, async () => {
        const engine = subject.create();
        const answer = await engine.submit(subject.request(`run-${kind}`, { text }), context());
        if (answer.kind === "rejected") {
          expect(answer.failure.kind).toBe(kind);
          return;
        }
        if (answer.kind === "ambiguous") throw new Error(answer.reason);
        const last = (await followed(engine, answer.operation, context())).at(-1);
        expect(last).toMatchObject({ state: "failed", failure: { kind } });
        expect(last?.state === "failed" && (last.costMicros ?? 0n)).toBe(0n);
      });
    }
  });
}
