import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/domain/access/actor";
import { callbackUrl } from "@/lib/domain/engine/callback";
import { AppError } from "@/lib/domain/errors";
import type { Failure } from "@/lib/domain/run/failure";
import { type Patience, pauseAfterFaultMs, pauseBeforeLookMs, whyGiveUp } from "@/lib/domain/run/patience";
import type { RunProgress } from "@/lib/domain/run/progress";
import type { Connection, Engine, EngineContext, Operation, Polled } from "@/lib/engines/engine";
import { EngineFault } from "@/lib/engines/http/engine-fault";
import type { Registry } from "@/lib/engines/registry";
import { ClaimLost, claimRun, type WorkOrder } from "@/lib/services/run/claim-run";
import type { DeliveredOutput } from "@/lib/services/run/delivered";
import { finishRun } from "@/lib/services/run/finish-run";
import { markUnknown } from "@/lib/services/run/mark-unknown";
import { cancelWasAsked, noteOperation, noteProgress } from "@/lib/services/run/note-run";
import { recordVariants } from "@/lib/services/run/record-variants";
import { takePlace } from "@/lib/services/run/take-place";
import type { BlobStore } from "@/lib/storage/blob-store";
import type { Traces } from "@/lib/telemetry/traces";
import { Delivery } from "../delivery";
import { engineRequestOf } from "../engine-request";
import type { Nudges } from "../nudges";
import { withinTime } from "../within-time";

export interface GenerateTools {
  readonly engines: Registry;
  readonly blobs: BlobStore;
  /** A workspace's way to an engine; null where it has none or needs none. */
  readonly connect: (workspaceId: string, engineId: string) => Promise<Connection | null>;
  /** Time between two looks at an engine. Milliseconds. */
  readonly pollMs: number;
  readonly patience: Patience;
  /** The studio's own address, where providers may reach it. */
  readonly origin: string;
  readonly nudges: Nudges;
  readonly traces: Traces;
}

/** Progress smaller than this is not worth a write; every write wakes every open screen. */
const PROGRESS_STEP = 0.02;

/** A provider may ask us to come back later, but not to hold money for an hour. Milliseconds. */
const LONGEST_ASKED_MS = 5 * 60_000;

/** Whether an end is the engine's own word, and how long it asked us to wait. */
interface EngineAnswer {
  readonly isVerified: boolean;
  readonly retryAfterMs: number | null;
}
const SAID_BY_ENGINE: EngineAnswer = { isVerified: true, retryAfterMs: null };

/** Something outside the house – the engine, its files, our storage – failed, and may work again. */
class Fault extends Error {
  /** How long the other side asked us to wait, if it did. Milliseconds. */
  get askedForMs(): number {
    const { cause } = this;
    return cause instanceof EngineFault ? Math.min(cause.retryAfterMs ?? 0, LONGEST_ASKED_MS) : 0;
  }
}

/** The disk is full, under the database or the storage: nothing was done, and it will work once somebody has freed some. */
const isOutOfSpace = (error: unknown): error is AppError => error instanceof AppError && error.code === "NO_SPACE";

/**
 * Follows one run to its end. May run twice, late, or halfway: the claim says where the last worker stopped, every write
 * names the claim, and losing it ends the work without a trace. Aborting `signal` (shutdown) leaves the run as it is for
 * the next worker. Faults are waited out here, with patience that ends: a run never holds money for ever. Only a full
 * disk is waited out as long as it lasts: what an engine made and charged is not thrown away for want of a place.
 */
export async function generate(job: { workspaceId: string; runId: string }, signal: AbortSignal, tools: GenerateTools): Promise<void> {
  const token = randomUUID();
  const order = await onceThereIsRoom(() => claimRun(job.workspaceId, job.runId, token), tools.patience, signal);
  if (!order || order.step === "nothing") return;
  await new Generation(order, token, signal, tools).run().catch((error: unknown) => {
    if (!(error instanceof ClaimLost)) throw error;
  });
}

const NO_ROOM = "The studio's disk is full. This goes on by itself when an admin has freed some.";

/** Repeats what a full disk refuses until there is room, with the pauses of a fault. `tell` is asked once, when it begins to wait. */
async function onceThereIsRoom<Answer>(
  act: () => Promise<Answer>,
  patience: Patience,
  signal: AbortSignal,
  tell: () => Promise<void> = async () => undefined,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isOutOfSpace(error)) throw error;
      if (tries === 1) await tell();
      await pause(pauseAfterFaultMs(patience, tries), undefined, { signal });
    }
  }
}

class Generation {
  readonly #order: WorkOrder;
  readonly #token: string;
  readonly #signal: AbortSignal;
  readonly #tools: GenerateTools;
  readonly #actor: Actor;
  readonly #delivery: Delivery;
  #startedAt: Date;
  #shown: RunProgress = {};
  #cancelSent = false;
  #connection: Connection | null = null;
  /** The provider's own figure, once it has said one. */
  #costMicros: bigint | null = null;

  constructor(order: WorkOrder, token: string, signal: AbortSignal, tools: GenerateTools) {
    this.#order = order;
    this.#token = token;
    this.#signal = signal;
    this.#tools = tools;
    this.#actor = { kind: "system", workspaceId: order.workspaceId };
    this.#delivery = new Delivery(tools.blobs, order.stored);
    this.#startedAt = order.startedAt ?? new Date();
  }

  async run(): Promise<void> {
    const { step, runId } = this.#order;
    if (step === "mark-unknown") {
      const reason = "The studio stopped between sending this run and hearing back. Check with the provider whether it was charged.";
      await this.#written(() => markUnknown(this.#actor, { runId, token: this.#token, reason }));
      return;
    }
    const engine = this.#tools.engines.get(this.#order.engineId);
    if (!engine) return this.#fail("invalid-input", "This engine is not connected any more.");
    this.#connection = await this.#tools.connect(this.#order.workspaceId, this.#order.engineId);
    if (this.#order.operation === null) {
      if (step === "cancel") return this.#fail("cancelled", "");
      if (!(await this.#hasReferences())) return this.#fail("invalid-input", "A reference's file is gone. Remove it from the tray.");
      const operation = await this.#submit(engine);
      if (operation) await this.#follow(engine, operation);
    } else {
      await this.#follow(engine, this.#order.operation as Operation);
    }
  }

  async #hasReferences(): Promise<boolean> {
    const found = await Promise.all(this.#order.references.map(({ sha256 }) => this.#tools.blobs.has(sha256)));
    return found.every(Boolean);
  }

  async #submit(engine: Engine): Promise<Operation | null> {
    const order = this.#order;
    const place = await this.#written(() => takePlace(this.#claim));
    if (place.kind === "waits") return null;
    if (place.kind === "refused") {
      await this.#fail("invalid-input", place.reason);
      return null;
    }
    this.#startedAt = place.at;
    const answer = await this.#traced("engine.submit", () => engine.submit(engineRequestOf(order), this.#context)).catch(
      (error: unknown) => ({ kind: "ambiguous" as const, reason: reasonOf(error) }),
    );
    switch (answer.kind) {
      case "accepted":
        await this.#written(() => noteOperation(this.#claim, answer.operation));
        return answer.operation;
      case "rejected":
        await this.#finish([], answer.failure, { isVerified: true, retryAfterMs: answer.retryAfterMs ?? null });
        return null;
      case "ambiguous":
        await this.#written(() => markUnknown(this.#actor, { runId: order.runId, token: this.#token, reason: answer.reason }));
        return null;
      default:
        return answer satisfies never;
    }
  }

  async #follow(engine: Engine, operation: Operation): Promise<void> {
    const unfollow = this.#tools.nudges.follow(this.#order.runId);
    try {
      await this.#lookUntilItEnds(engine, operation);
    } finally {
      unfollow();
    }
  }

  async #lookUntilItEnds(engine: Engine, operation: Operation): Promise<void> {
    for (let faults = 0; ; ) {
      const look = () => this.#look(engine, operation);
      const looked = await onceThereIsRoom(look, this.#tools.patience, this.#signal, () => this.#tellOfFullDisk()).catch(
        (error: unknown) => {
          if (error instanceof Fault) return error;
          throw error;
        },
      );
      if (looked === "ended") return;
      faults = looked instanceof Fault ? faults + 1 : 0;
      const kind = whyGiveUp(this.#tools.patience, { startedAt: this.#startedAt, faults, now: new Date() });
      if (kind) return this.#giveUp(engine, operation, kind, looked instanceof Fault ? looked.message : "");
      if (looked instanceof Fault) {
        const waitMs = Math.max(pauseAfterFaultMs(this.#tools.patience, faults), looked.askedForMs);
        await pause(waitMs, undefined, { signal: this.#signal });
      } else {
        const waitedMs = Date.now() - this.#startedAt.getTime();
        const waitMs = pauseBeforeLookMs(engine.lookEveryMs ?? this.#tools.pollMs, waitedMs, Math.random());
        await this.#tools.nudges.pause(this.#order.runId, waitMs, this.#signal);
      }
    }
  }

  /** One look at the engine, and what it brought stored. Throws {@link Fault} when it has to be repeated. */
  async #look(engine: Engine, operation: Operation): Promise<"ended" | "going on"> {
    if (!this.#cancelSent && (await cancelWasAsked(this.#claim))) {
      const cancelled = await this.#outside(() => engine.cancel(operation, this.#context));
      this.#cancelSent = true;
      if (cancelled.kind === "cancelled") {
        await this.#fail("cancelled", "");
        return "ended";
      }
    }
    return this.#take(await this.#traced("engine.poll", () => this.#outside(() => engine.poll(operation, this.#context))));
  }

  async #take(polled: Polled): Promise<"ended" | "going on"> {
    switch (polled.state) {
      case "queued":
        await this.#show({ fraction: null, queuePosition: polled.position });
        return "going on";
      case "processing": {
        const { outputs, fault } = await this.#traced("outputs.store", () => this.#outside(() => this.#delivery.take(polled.outputs)));
        await this.#record(outputs);
        const previews = await this.#outside(() => this.#delivery.previews(polled.previews, this.#shown.previews ?? []));
        await this.#show({ fraction: polled.progress, previews });
        if (fault) throw asFault(fault);
        return "going on";
      }
      case "succeeded": {
        this.#costMicros = polled.costMicros;
        const { outputs, fault } = await this.#traced("outputs.store", () => this.#outside(() => this.#delivery.take(polled.outputs)));
        if (fault) {
          await this.#record(outputs);
          throw asFault(fault);
        }
        await this.#finish(outputs, this.#delivery.failure, SAID_BY_ENGINE);
        return "ended";
      }
      case "failed":
        this.#costMicros = polled.costMicros;
        await this.#finish([], polled.failure, SAID_BY_ENGINE);
        return "ended";
      default:
        return polled satisfies never;
    }
  }

  /**
   * Lets go of a run nobody can wait for any longer. The engine is asked to stop, so that it makes nothing we would not fetch. Only where
   * it says that it did is the run over: what was accepted and cannot be read may be made and billed, so its money stays held, and it is
   * looked for again later, or settled by a person.
   */
  async #giveUp(engine: Engine, operation: Operation, kind: "timeout" | "engine-fault", lastFault: string): Promise<void> {
    const answer = await this.#outside(() => engine.cancel(operation, this.#context)).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error;
      return null;
    });
    const why = kind === "timeout" ? "It was not done in the time a run may take." : "It could not be reached again and again.";
    const reason = `${why} ${lastFault}`.trim();
    if (answer?.kind === "cancelled" || this.#order.quoteMicros === 0n) return this.#fail(kind, reason);
    await this.#written(() =>
      markUnknown(this.#actor, { runId: this.#order.runId, token: this.#token, reason: `It was accepted. ${reason}` }),
    );
  }

  async #record(outputs: readonly DeliveredOutput[]): Promise<void> {
    if (outputs.length === 0) return;
    await this.#written(() => recordVariants(this.#actor, { runId: this.#order.runId, token: this.#token, outputs }));
    this.#delivery.keep(outputs);
  }

  async #show(progress: RunProgress): Promise<void> {
    const moved = Math.abs((progress.fraction ?? 0) - (this.#shown.fraction ?? 0)) >= PROGRESS_STEP;
    const queueMoved = progress.queuePosition !== this.#shown.queuePosition;
    const previewsMoved = (progress.previews?.length ?? 0) !== (this.#shown.previews?.length ?? 0);
    if (!moved && !queueMoved && !previewsMoved && this.#shown.waits === undefined) return;
    this.#shown = progress;
    await this.#written(() => noteProgress(this.#claim, progress));
  }

  /** People see why nothing moves. Where even that has no room, they see what they saw. */
  async #tellOfFullDisk(): Promise<void> {
    this.#shown = { ...this.#shown, waits: NO_ROOM };
    await noteProgress(this.#claim, this.#shown).catch((error: unknown) => {
      if (!isOutOfSpace(error)) throw error;
    });
  }

  #fail(kind: Failure["kind"], reason: string): Promise<void> {
    return this.#finish([], { kind, reason }, { isVerified: false, retryAfterMs: null });
  }

  async #finish(outputs: readonly DeliveredOutput[], failure: Failure | null, answer: EngineAnswer): Promise<void> {
    this.#delivery.keep(outputs);
    const { missing: lost } = this.#delivery;
    const { runId } = this.#order;
    const costMicros = this.#costMicros;
    const ended = await this.#written(() =>
      finishRun(this.#actor, { runId, token: this.#token, outputs, failure, lost, costMicros, answer }),
    );
    const { engineId: engine, modelId: model } = this.#order;
    this.#tools.traces.ended(runId, this.#startedAt, { engine, model, status: ended.status, failure: failure?.kind ?? "" });
  }

  #traced<Answer>(name: string, act: () => Promise<Answer>): Promise<Answer> {
    const { runId, engineId, modelId } = this.#order;
    return this.#tools.traces.span(runId, name, { engine: engineId, model: modelId }, act);
  }

  #written<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    return onceThereIsRoom(act, this.#tools.patience, this.#signal);
  }

  /** Waits for something outside the house, for a limited time. What it throws is a fault, unless we are asked to stop. */
  #outside<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const limits = { limitMs: this.#tools.patience.longestCallMs, stop: this.#signal };
    return withinTime((async () => ask())(), limits).catch((error: unknown) => {
      this.#signal.throwIfAborted();
      throw asFault(error);
    });
  }

  get #claim() {
    return { workspaceId: this.#order.workspaceId, runId: this.#order.runId, token: this.#token };
  }

  get #context(): EngineContext {
    const { blobs } = this.#tools;
    return {
      signal: this.#signal,
      readReference: (sha256) => blobs.read(sha256),
      keep: async (bytes) => (await blobs.put(bytes)).sha256,
      connection: this.#connection,
      callbackUrl: callbackUrl(this.#tools.origin, this.#order.engineId, this.#order.runId),
    };
  }
}

const asFault = (error: unknown) => (isOutOfSpace(error) ? error : new Fault(reasonOf(error), { cause: error }));
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 500);
