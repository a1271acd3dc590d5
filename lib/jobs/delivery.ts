import { AppError } from "@/lib/domain/errors";
import type { Failure } from "@/lib/domain/run/failure";
import type { RunProgress } from "@/lib/domain/run/progress";
import { type EngineOutput, type EnginePreview, OutputLost } from "@/lib/engines/engine";
import { prepareFile } from "@/lib/media/prepare-file";
import { prepareImage } from "@/lib/media/prepare-image";
import type { DeliveredOutput } from "@/lib/services/run/delivered";
import type { BlobStore } from "@/lib/storage/blob-store";
import { putFile } from "@/lib/storage/put-file";

type Previews = NonNullable<RunProgress["previews"]>;

/** What came of taking outputs over: those that are in storage now, and the first fault that may pass, or null. */
export interface Arrived {
  readonly outputs: readonly DeliveredOutput[];
  readonly fault: unknown;
}

/**
 * Carries the outputs of one run from its engine into storage, each once. Knows which are kept, and which can never be:
 * those are not asked for again and fail the run in the end.
 */
export class Delivery {
  readonly #blobs: BlobStore;
  readonly #kept: Set<number>;
  readonly #seen = new Set<number>();
  readonly #lost = new Map<number, OutputLost>();

  constructor(blobs: BlobStore, kept: readonly number[]) {
    this.#blobs = blobs;
    this.#kept = new Set(kept);
  }

  /** Copies outputs we do not have yet into storage; a crash after this leaves only blobs nobody names. */
  async take(outputs: readonly EngineOutput[]): Promise<Arrived> {
    const wanted = outputs.filter(({ index }) => !this.#kept.has(index) && !this.#lost.has(index));
    for (const { index } of wanted) this.#seen.add(index);
    const settled = await Promise.allSettled(wanted.map((output) => this.#store(output)));
    const faults = settled.flatMap((result, at) => {
      if (result.status === "fulfilled") return [];
      const index = wanted[at]?.index;
      if (!(result.reason instanceof OutputLost) || index === undefined) return [result.reason as unknown];
      this.#lost.set(index, result.reason);
      return [];
    });
    return { outputs: settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])), fault: faults[0] ?? null };
  }

  /** These are recorded as variants now. */
  keep(outputs: readonly DeliveredOutput[]): void {
    for (const { index } of outputs) this.#kept.add(index);
  }

  /** Outputs the engine showed us that are not kept. */
  get missing(): number {
    return [...this.#seen].filter((index) => !this.#kept.has(index)).length;
  }

  /** Why the run has failed although its engine succeeded; null when nothing is lost. */
  get failure(): Failure | null {
    const [first] = this.#lost.values();
    return first ? { kind: first.kind, reason: first.message.slice(0, 500) } : null;
  }

  /** Small pictures to show meanwhile, beside those that are shown already. One that cannot be read is left out. */
  async previews(previews: readonly EnginePreview[], shown: Previews): Promise<Previews> {
    const wanted = previews.filter(({ index }) => !this.#kept.has(index) && !this.#lost.has(index));
    const made = await Promise.all(
      wanted.map(async ({ index, bytes, mimeType }) => {
        const earlier = shown.find((known) => known.index === index);
        if (earlier) return [earlier];
        const image = await prepareImage(bytes).catch(() => null);
        if (!image) return [];
        const { sha256 } = await this.#blobs.put(bytes);
        return [{ index, sha256, mimeType, thumbHash: image.thumbHash }];
      }),
    );
    return made.flat();
  }

  async #store(output: EngineOutput): Promise<DeliveredOutput> {
    const bytes = await output.read();
    const prepared = await prepareFile(bytes).catch((error: unknown) => {
      // The same bytes will never decode: that is damage. Anything else is ours and may pass.
      if (error instanceof AppError) throw new OutputLost("damaged-output", error.message, { cause: error });
      throw error;
    });
    const file = await putFile(this.#blobs, bytes, prepared);
    const report = output.report && { ...output.report, understood: [...output.report.understood], ignored: [...output.report.ignored] };
    return { index: output.index, seed: output.seed, file, report };
  }
}
