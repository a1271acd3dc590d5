import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/domain/access/actor";
import type { RunProgress } from "@/lib/domain/run/progress";
import type { Engine, EngineContext, EngineOutput, EnginePreview, Operation, Polled } from "@/lib/engines/engine";
import type { Registry } from "@/lib/engines/registry";
import { prepareImage } from "@/lib/media/prepare-image";
import { claimRun, type WorkOrder } from "@/lib/services/run/claim-run";
import type { DeliveredOutput } from "@/lib/services/run/delivered";
import { finishRun } from "@/lib/services/run/finish-run";
import { markUnknown } from "@/lib/services/run/mark-unknown";
import { cancelWasAsked, noteOperation, noteProgress } from "@/lib/services/run/note-run";
import { recordVariants } from "@/lib/services/run/record-variants";
import type { BlobStore } from "@/lib/storage/blob-store";
import { putImage } from "@/lib/storage/put-image";

export interface GenerateTools {
  readonly engines: Registry;
  readonly blobs: BlobStore;
  /** Time between two looks at an engine. Milliseconds. */
  readonly pollMs: number;
}

/** Progress smaller than this is not worth a write; every write wakes every open screen. */
const PROGRESS_STEP = 0.02;

/**
 * Follows one run to its end. May run twice, late, or halfway: the claim says where the last worker stopped, every write
 * names the claim, and losing it ends the work without a trace. Aborting `signal` (shutdown) leaves the run as it is for
 * the next worker.
 */
export async function generate(job: { workspaceId: string; runId: string }, signal: AbortSignal, tools: GenerateTools): Promise<void> {
  const token = randomUUID();
  const order = await claimRun(job.workspaceId, job.runId, token);
  if (!order || order.step === "nothing") return;
  const work = new Generation(order, token, signal, tools);
  await work.run();
}

class Generation {
  readonly #order: WorkOrder;
  readonly #token: string;
  readonly #signal: AbortSignal;
  readonly #tools: GenerateTools;
  readonly #actor: Actor;
  readonly #stored: Set<number>;
  #shown: RunProgress = {};

  constructor(order: WorkOrder, token: string, signal: AbortSignal, tools: GenerateTools) {
    this.#order = order;
    this.#token = token;
    this.#signal = signal;
    this.#tools = tools;
    this.#actor = { kind: "system", workspaceId: order.workspaceId };
    this.#stored = new Set(order.stored);
  }

  async run(): Promise<void> {
    const { step, runId } = this.#order;
    if (step === "mark-unknown") {
      const reason = "The studio stopped between sending this run and hearing back. Check with the provider whether it was charged.";
      await markUnknown(this.#actor, { runId, token: this.#token, reason });
      return;
    }
    const engine = this.#tools.engines.get(this.#order.engineId);
    if (!engine) return this.#fail("invalid-input", "This engine is not connected any more.");
    if (this.#order.operation === null) {
      if (step === "cancel") return this.#fail("cancelled", "");
      const operation = await this.#submit(engine);
      if (operation) await this.#follow(engine, operation);
    } else {
      await this.#follow(engine, this.#order.operation as Operation);
    }
  }

  async #submit(engine: Engine): Promise<Operation | null> {
    const order = this.#order;
    const answer = await engine
      .submit(
        {
          runId: order.runId,
          modelId: order.modelId,
          revision: order.revision,
          text: order.recipe.text,
          negative: order.recipe.negative,
          aspectRatio: order.recipe.controls.aspectRatio,
          quality: order.recipe.controls.quality,
          settings: order.settings,
          seeds: order.seeds,
          references: order.references,
        },
        this.#context(),
      )
      .catch((error: unknown) => ({ kind: "ambiguous" as const, reason: reasonOf(error) }));
    switch (answer.kind) {
      case "accepted":
        await noteOperation(this.#claim, answer.operation);
        return answer.operation;
      case "rejected":
        await this.#finish([], answer.failure, null);
        return null;
      case "ambiguous":
        await markUnknown(this.#actor, { runId: order.runId, token: this.#token, reason: answer.reason });
        return null;
      default:
        return answer satisfies never;
    }
  }

  async #follow(engine: Engine, operation: Operation): Promise<void> {
    let cancelSent = false;
    while (true) {
      if (!cancelSent && (await cancelWasAsked(this.#claim))) {
        cancelSent = true;
        const cancelled = await engine.cancel(operation, this.#context());
        if (cancelled.kind === "cancelled") return this.#fail("cancelled", "");
      }
      const polled = await engine.poll(operation, this.#context());
      if (await this.#take(polled)) return;
      await pause(this.#tools.pollMs, undefined, { signal: this.#signal });
    }
  }

  /** Stores what one poll brought. True when the run has ended. */
  async #take(polled: Polled): Promise<boolean> {
    switch (polled.state) {
      case "queued":
        await this.#show({ fraction: null, queuePosition: polled.position });
        return false;
      case "processing": {
        const outputs = await this.#deliver(polled.outputs);
        if (outputs.length > 0) {
          await recordVariants(this.#actor, { runId: this.#order.runId, token: this.#token, outputs });
          for (const output of outputs) this.#stored.add(output.index);
        }
        await this.#show({ fraction: polled.progress, previews: await this.#previews(polled.previews) });
        return false;
      }
      case "succeeded":
        await this.#finish(await this.#deliver(polled.outputs), null, polled.costMicros);
        return true;
      case "failed":
        await this.#finish([], polled.failure, polled.costMicros);
        return true;
      default:
        return polled satisfies never;
    }
  }

  /** Copies outputs we do not have yet into storage; a crash after this leaves only blobs nobody names. */
  #deliver(outputs: readonly EngineOutput[]): Promise<DeliveredOutput[]> {
    return Promise.all(
      outputs
        .filter((output) => !this.#stored.has(output.index))
        .map(async (output) => {
          const bytes = await output.read();
          const image = await putImage(this.#tools.blobs, bytes, await prepareImage(bytes));
          const report = output.report && {
            ...output.report,
            understood: [...output.report.understood],
            ignored: [...output.report.ignored],
          };
          return { index: output.index, seed: output.seed, image, report };
        }),
    );
  }

  async #previews(previews: readonly EnginePreview[]): Promise<NonNullable<RunProgress["previews"]>> {
    const shown = this.#shown.previews ?? [];
    const wanted = previews.filter((preview) => !this.#stored.has(preview.index));
    return Promise.all(
      wanted.map(async (preview) => {
        const earlier = shown.find((known) => known.index === preview.index);
        if (earlier) return earlier;
        const { thumbHash } = await prepareImage(preview.bytes);
        const { sha256 } = await this.#tools.blobs.put(preview.bytes);
        return { index: preview.index, sha256, mimeType: preview.mimeType, thumbHash };
      }),
    );
  }

  async #show(progress: RunProgress): Promise<void> {
    const moved = Math.abs((progress.fraction ?? 0) - (this.#shown.fraction ?? 0)) >= PROGRESS_STEP;
    const queueMoved = progress.queuePosition !== this.#shown.queuePosition;
    const previewsMoved = (progress.previews?.length ?? 0) !== (this.#shown.previews?.length ?? 0);
    if (!moved && !queueMoved && !previewsMoved) return;
    this.#shown = progress;
    await noteProgress(this.#claim, progress);
  }

  #fail(kind: "cancelled" | "invalid-input", reason: string): Promise<void> {
    return this.#finish([], { kind, reason }, null);
  }

  async #finish(
    outputs: readonly DeliveredOutput[],
    failure: Extract<Polled, { state: "failed" }>["failure"] | null,
    costMicros: bigint | null,
  ): Promise<void> {
    await finishRun(this.#actor, { runId: this.#order.runId, token: this.#token, outputs, failure, costMicros });
  }

  get #claim() {
    return { workspaceId: this.#order.workspaceId, runId: this.#order.runId, token: this.#token };
  }

  #context(): EngineContext {
    return { signal: this.#signal, readReference: (sha256) => this.#tools.blobs.read(sha256) };
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500);
