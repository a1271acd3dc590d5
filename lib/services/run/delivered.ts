import type { Database as Transaction } from "@/lib/db/client";
import type { Prisma, Run } from "@/lib/db/generated/client";
import { downloadName } from "@/lib/domain/asset/file-name";
import type { StoredFile } from "@/lib/domain/asset/media";
import { createAsset } from "../asset/create-asset";

/** One output of a run whose bytes and renditions are stored already. */
export interface DeliveredOutput {
  readonly index: number;
  readonly seed: number;
  readonly file: StoredFile;
  /** The engine's account of what it did; opaque here. */
  readonly report: Prisma.InputJsonObject | null;
}

/**
 * Makes the variants that are not there yet. The caller holds the run's row lock, so an output delivered twice (a late
 * worker, a repeated poll) becomes one variant.
 */
export async function storeVariants(tx: Transaction, run: Run, outputs: readonly DeliveredOutput[]): Promise<readonly string[]> {
  const there = await tx.variant.findMany({ where: { runId: run.id }, select: { index: true } });
  const stored = new Set(there.map((variant) => variant.index));
  const ids: string[] = [];
  for (const output of outputs) {
    if (stored.has(output.index) || output.index >= run.count) continue;
    stored.add(output.index);
    const asset = await createAsset(tx, {
      workspaceId: run.workspaceId,
      createdById: run.requestedById,
      origin: "output",
      fileName: downloadName(`${run.engineId}-${output.seed}`, output.file.facts.mimeType),
      file: output.file,
    });
    const variant = await tx.variant.create({
      data: {
        workspaceId: run.workspaceId,
        runId: run.id,
        promptId: run.promptId,
        index: output.index,
        seed: BigInt(output.seed),
        assetId: asset.id,
        contentHash: output.file.sha256,
        ...(output.report === null ? {} : { report: output.report }),
      },
      select: { id: true },
    });
    ids.push(variant.id);
  }
  return ids;
}
