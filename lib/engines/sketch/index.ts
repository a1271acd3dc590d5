import { availableParallelism } from "node:os";
import { refusalOfSettings } from "@/lib/domain/engine/control";
import { quote } from "@/lib/domain/engine/pricing";
import { ASPECT_RATIOS, AspectRatio, MAX_SEED, pixelSize, Seed } from "@/lib/domain/prompt/recipe";
import type { Failure } from "@/lib/domain/run/failure";
import type {
  Cancelled,
  Checked,
  Engine,
  EngineContext,
  EngineRequest,
  Estimate,
  EstimateRequest,
  Found,
  Operation,
  Polled,
  Sought,
  Submitted,
} from "../engine";
import { SKETCH_ENGINE_ID } from "./capabilities";
import { Commission } from "./commission";
import { SKETCH_MODELS, type SketchModel, sketchModel } from "./models";
import { operationFor, readOperation, type SketchOperation } from "./operation";
import type { Simulation } from "./simulation";
import { PaintingPool } from "./threads/pool";

export interface SketchOptions {
  /** Painting threads of this engine alone. Default: those of the process, one a core and at most 2, shared with other engines. */
  readonly threads?: number;
  /** Milliseconds since the epoch. Tests pass their own to travel in time. */
  readonly now?: () => number;
  /** A picture that takes longer counts as hung. Milliseconds. */
  readonly pictureTimeoutMs?: number;
}

const PICTURE_TIMEOUT_MS = 120_000;
let sharedPool: PaintingPool | null = null;

/** Cores belong to the process, so engines share their threads unless one asks for its own. */
function poolFor({ threads, pictureTimeoutMs = PICTURE_TIMEOUT_MS }: SketchOptions): PaintingPool {
  if (threads !== undefined || pictureTimeoutMs !== PICTURE_TIMEOUT_MS)
    return new PaintingPool({ threads: Math.max(1, threads ?? 1), pictureTimeoutMs });
  sharedPool ??= new PaintingPool({ threads: Math.min(2, availableParallelism()), pictureTimeoutMs });
  return sharedPool;
}

/** Finished pictures are kept for repeated polls up to this many bytes; older runs are painted again when asked for. */
const KEPT_BYTES = 96 * 1024 * 1024;
/** How many cancelled runs are remembered, so that a late poll does not start them again. */
const REMEMBERED_CANCELS = 1000;

/**
 * The embedded engine: paints in worker threads of this process, with no account and no network. Constructing it does no I/O.
 * An operation holds the whole request, so any process can poll it: what is not painted yet is painted anew, to the same bytes.
 */
export function sketchEngine(options: SketchOptions = {}): Engine {
  return new SketchEngine(options);
}

class SketchEngine implements Engine {
  readonly id = SKETCH_ENGINE_ID;
  private readonly pool: PaintingPool;
  private readonly now: () => number;
  private readonly commissions = new Map<string, Commission>();
  private readonly cancelled = new Set<string>();
  /** Which runs of ours a signal can put down. */
  private readonly runsBySignal = new WeakMap<AbortSignal, Set<string>>();

  constructor(options: SketchOptions) {
    this.pool = poolFor(options);
    this.now = options.now ?? Date.now;
  }

  capabilities() {
    return SKETCH_MODELS.map((model) => model.capabilities);
  }

  estimate({ modelId, aspectRatio, ...priced }: EstimateRequest): Estimate {
    const model = sketchModel(modelId)?.capabilities;
    if (model === undefined) throw new RangeError(`Sketch has no model ${modelId}`);
    return quote(model.pricing, { ...priced, ...pixelSize(aspectRatio, model.longSide[priced.quality]) });
  }

  async submit(request: EngineRequest): Promise<Submitted> {
    const reason = refusalOf(request);
    if (reason !== null) return { kind: "rejected", failure: { kind: "invalid-input", reason } };
    const operation = operationFor(request, this.now());
    if (operation.simulation.outcome === "quota") return { kind: "rejected", failure: SIMULATED_FAILURES.quota };
    return { kind: "accepted", operation };
  }

  /** Nothing leaves the studio: the request is the job. A run whose worker was killed before it could write that down goes on where it would have begun. */
  async find({ request, sentAtMs }: Sought): Promise<Found> {
    if (refusalOf(request) !== null) return { kind: "absent" };
    const operation = operationFor(request, sentAtMs);
    return operation.simulation.outcome === "quota" ? { kind: "absent" } : { kind: "found", operation };
  }

  async poll(operation: Operation, context: EngineContext): Promise<Polled> {
    const own = readOperation(operation);
    if (own === null) return failedWith({ kind: "engine-fault", reason: "This operation was not made by Sketch." });
    if (this.cancelled.has(own.runId)) return failedWith({ kind: "cancelled", reason: "The run was cancelled." });
    if (own.simulation.outcome !== "paint") return this.pollSimulated(own, own.simulation.outcome);
    const model = sketchModel(own.modelId);
    if (model === undefined) return failedWith({ kind: "engine-fault", reason: `Sketch has no model ${own.modelId} any more.` });
    const commission = this.commissionFor(own, model, context);
    if (commission.failure !== null) return failedWith(commission.failure);
    const elapsed = this.elapsedShare(own);
    if (commission.isComplete && elapsed >= 1) {
      return { state: "succeeded", outputs: commission.outputs(own.seeds.length), costMicros: this.costOf(own) };
    }
    if (!commission.hasStarted && own.simulation.slowMs === 0) return { state: "queued", position: null };
    const shown = own.simulation.slowMs === 0 ? own.seeds.length : Math.floor(elapsed * (own.seeds.length + 1));
    return {
      state: "processing",
      progress: Math.min(commission.progress, elapsed),
      previews: commission.previews,
      outputs: commission.outputs(shown),
    };
  }

  async cancel(operation: Operation): Promise<Cancelled> {
    const own = readOperation(operation);
    if (own === null) return { kind: "too-late" };
    if (this.cancelled.has(own.runId)) return { kind: "cancelled" };
    const commission = this.commissions.get(own.runId);
    const isSimulatedOver = own.simulation.outcome !== "paint" && this.elapsedShare(own) >= 1;
    const isPaintedOver =
      commission !== undefined && (commission.failure !== null || (commission.isComplete && this.elapsedShare(own) >= 1));
    if (isSimulatedOver || isPaintedOver) return { kind: "too-late" };
    commission?.stop();
    this.commissions.delete(own.runId);
    this.cancelled.add(own.runId);
    const [oldest] = this.cancelled;
    if (this.cancelled.size > REMEMBERED_CANCELS && oldest !== undefined) this.cancelled.delete(oldest);
    return { kind: "cancelled" };
  }

  /** There is nobody outside who could call us. */
  async parseWebhook(): Promise<null> {
    return null;
  }

  /** It is inside this process. */
  async check(): Promise<Checked> {
    return { outcome: "answers", reason: "" };
  }

  private pollSimulated(own: SketchOperation, outcome: Exclude<Simulation["outcome"], "paint">): Polled {
    const elapsed = this.elapsedShare(own);
    return elapsed < 1 ? { state: "processing", progress: elapsed, previews: [], outputs: [] } : failedWith(SIMULATED_FAILURES[outcome]);
  }

  private commissionFor(own: SketchOperation, model: SketchModel, context: EngineContext): Commission {
    const held = this.commissions.get(own.runId);
    if (held !== undefined) return held;
    this.forgetOldest();
    const commission = new Commission(own, model, this.pool, context);
    this.commissions.set(own.runId, commission);
    if (context.signal.aborted) this.putDown(own.runId, commission);
    else this.watch(context.signal, own.runId);
    return commission;
  }

  /** One listener a signal, however many runs go under it: a worker has one signal for all its life. */
  private watch(signal: AbortSignal, runId: string): void {
    const watched = this.runsBySignal.get(signal);
    if (watched !== undefined) {
      for (const id of watched) if (!this.commissions.has(id)) watched.delete(id);
      watched.add(runId);
      return;
    }
    const runIds = new Set([runId]);
    this.runsBySignal.set(signal, runIds);
    const putAllDown = () => {
      for (const id of runIds) {
        const commission = this.commissions.get(id);
        if (commission !== undefined) this.putDown(id, commission);
      }
    };
    signal.addEventListener("abort", putAllDown, { once: true });
  }

  /** This process must stop working on the run; the next poll, here or elsewhere, begins it anew. */
  private putDown(runId: string, commission: Commission): void {
    if (commission.isOver) return;
    commission.stop();
    if (this.commissions.get(runId) === commission) this.commissions.delete(runId);
  }

  private forgetOldest(): void {
    let held = 0;
    for (const commission of this.commissions.values()) held += commission.heldBytes;
    for (const [runId, commission] of this.commissions) {
      if (held <= KEPT_BYTES) return;
      if (!commission.isOver) continue;
      held -= commission.heldBytes;
      this.commissions.delete(runId);
    }
  }

  /** 0–1: how much of the time a slow run was asked to take has passed; 1 for every other run. */
  private elapsedShare(own: SketchOperation): number {
    const { slowMs } = own.simulation;
    return slowMs === 0 ? 1 : Math.min(1, Math.max(0, (this.now() - own.submittedAtMs) / slowMs));
  }

  private costOf(own: SketchOperation): bigint {
    const { modelId, quality, aspectRatio, settings, seeds } = own;
    return this.estimate({ modelId, quality, aspectRatio, settings, count: seeds.length, text: "", references: 0 }).mostMicros;
  }
}

const SIMULATED_FAILURES = {
  refuse: { kind: "refused", reason: "Refused because the prompt says --refuse." },
  empty: { kind: "empty", reason: "No picture because the prompt says --empty." },
  fail: { kind: "engine-fault", reason: "Failed because the prompt says --fail." },
  quota: { kind: "quota", reason: "Out of quota because the prompt says --quota." },
} satisfies Record<Exclude<Simulation["outcome"], "paint">, Failure>;

/** Nothing is charged for a run without pictures. */
function failedWith(failure: Failure): Polled {
  return { state: "failed", failure, costMicros: 0n };
}

/** Why a request cannot be painted, as a sentence, or null. */
function refusalOf(request: EngineRequest): string | null {
  const model = sketchModel(request.modelId)?.capabilities;
  if (model === undefined) return `Sketch has no model ${request.modelId}.`;
  if (model.needsText && request.text.trim() === "") return `${model.name} needs a text.`;
  if (!AspectRatio.safeParse(request.aspectRatio).success)
    return `Sketch has no aspect ratio ${request.aspectRatio}; it has ${ASPECT_RATIOS.join(", ")}.`;
  const oddSeed = request.seeds.find((seed) => !Seed.safeParse(seed).success);
  if (oddSeed !== undefined) return `A seed is a whole number from 0 to ${MAX_SEED}, not ${oddSeed}.`;
  if (request.seeds.length === 0) return "A run needs at least one picture.";
  if (request.seeds.length > model.maxVariants) return `${model.name} makes at most ${model.maxVariants} variants a run.`;
  const weighted = request.references.filter((reference) => reference.weight > 0);
  if (weighted.length > model.maxReferences) return `${model.name} takes at most ${model.maxReferences} references.`;
  const missing = model.requiredReferences.find((role) => !weighted.some((reference) => reference.role === role));
  if (missing !== undefined) return `${model.name} needs a reference with the role ${missing}.`;
  const unknown = weighted.find((reference) => !model.referenceRoles.includes(reference.role));
  if (unknown !== undefined) return `${model.name} cannot use a reference as ${unknown.role}.`;
  return refusalOfSettings(model.settings, request.settings);
}
