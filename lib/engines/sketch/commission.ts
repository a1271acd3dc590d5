import { pixelSize } from "@/lib/domain/prompt/recipe";
import type { Failure } from "@/lib/domain/run/failure";
import type { EngineContext, EngineOutput, EnginePreview } from "../engine";
import type { SketchModel } from "./models";
import type { SketchOperation } from "./operation";
import type { PieceRequest } from "./piece";
import type { Painting, PaintingPool } from "./threads/pool";

/** Share of a final picture's progress that its preview stands for. */
const PREVIEW_SHARE = 0.2;

/** The painting of one run in this process. It starts at once and holds what is ready; it can be thrown away and begun anew. */
export class Commission {
  private readonly previewsByIndex = new Map<number, EnginePreview>();
  private readonly outputsByIndex = new Map<number, EngineOutput>();
  private readonly paintings: Painting[] = [];
  private weights: readonly number[] = [];
  private failed: Failure | null = null;
  private hasStopped = false;
  /** Bytes held for outputs and previews. */
  heldBytes = 0;

  constructor(
    private readonly operation: SketchOperation,
    private readonly model: SketchModel,
    private readonly pool: PaintingPool,
    context: EngineContext,
  ) {
    void this.begin(context);
  }

  get failure(): Failure | null {
    return this.failed;
  }

  get isComplete(): boolean {
    return this.outputsByIndex.size === this.operation.seeds.length;
  }

  get isOver(): boolean {
    return this.isComplete || this.failed !== null || this.hasStopped;
  }

  get hasStarted(): boolean {
    return this.paintings.some((painting) => painting.hasStarted());
  }

  /** 0–1 over all pictures. */
  get progress(): number {
    const total = this.weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) return 0;
    return this.paintings.reduce((sum, painting, k) => sum + painting.progress() * (this.weights[k] ?? 0), 0) / total;
  }

  /** The first `count` pictures that were ready, by index. An output shown once stays shown, whichever comes next. */
  outputs(count: number): readonly EngineOutput[] {
    return [...this.outputsByIndex.values()].slice(0, count).sort((a, b) => a.index - b.index);
  }

  /** Previews of pictures that are not ready themselves. */
  get previews(): readonly EnginePreview[] {
    return [...this.previewsByIndex.values()]
      .filter((preview) => !this.outputsByIndex.has(preview.index))
      .sort((a, b) => a.index - b.index);
  }

  stop(): void {
    if (this.isOver) return;
    this.hasStopped = true;
    for (const painting of this.paintings) painting.stop();
  }

  private async begin(context: EngineContext): Promise<void> {
    const references = await this.readReferences(context);
    if (references === null || this.hasStopped) return;
    const { longSide } = this.model.capabilities;
    const { modelId, quality, aspectRatio, settings, seeds, text, negative } = this.operation;
    const requestAt = (seed: number, side: number): PieceRequest => ({
      modelId,
      quality,
      settings,
      text,
      negative,
      seed,
      ...pixelSize(aspectRatio, side),
      references,
    });
    const hasPreviews = this.model.hasPreviews && quality === "final";
    const previews = hasPreviews ? seeds.map((seed) => this.pool.paint(requestAt(seed, longSide.draft))) : [];
    const finals = seeds.map((seed) => this.pool.paint(requestAt(seed, longSide[quality])));
    this.paintings.push(...previews, ...finals);
    this.weights = [...previews.map(() => PREVIEW_SHARE), ...finals.map(() => 1 - (hasPreviews ? PREVIEW_SHARE : 0))];
    for (const [index, painting] of previews.entries()) void this.collectPreview(index, painting);
    for (const [index, painting] of finals.entries()) void this.collectOutput(index, painting);
  }

  private async readReferences(context: EngineContext): Promise<PieceRequest["references"] | null> {
    try {
      return await Promise.all(
        this.operation.references.map(async ({ role, weight, sha256, scene }) => ({
          role,
          weight,
          scene,
          bytes: await context.readReference(sha256),
        })),
      );
    } catch {
      this.fail({ kind: "invalid-input", reason: "A reference picture of this run is no longer stored." });
      return null;
    }
  }

  private async collectPreview(index: number, painting: Painting): Promise<void> {
    const answer = await painting.answer;
    if (answer.kind === "failed") {
      this.failAs(answer.fault, answer.reason);
      return;
    }
    const { mimeType, bytes } = answer.piece;
    this.previewsByIndex.set(index, { index, mimeType, bytes });
    this.heldBytes += bytes.byteLength;
  }

  private async collectOutput(index: number, painting: Painting): Promise<void> {
    const answer = await painting.answer;
    if (answer.kind === "failed") {
      this.failAs(answer.fault, answer.reason);
      return;
    }
    const { bytes, ...facts } = answer.piece;
    this.outputsByIndex.set(index, { index, seed: this.operation.seeds[index] ?? 0, ...facts, read: async () => bytes });
    this.heldBytes += bytes.byteLength;
  }

  private failAs(fault: "input" | "engine" | "timeout", reason: string): void {
    const kinds = { input: "invalid-input", timeout: "timeout", engine: "engine-fault" } as const;
    this.fail({ kind: kinds[fault], reason });
  }

  private fail(failure: Failure): void {
    if (this.isOver) return;
    this.failed = { ...failure, reason: failure.reason.slice(0, 500) };
    for (const painting of this.paintings) painting.stop();
  }
}
