import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db/client";
import type { PatternPreview } from "@/lib/domain/pattern/preview";
import { PREVIEW_SEED } from "@/lib/domain/pattern/preview";
import type { PatternValues } from "@/lib/domain/pattern/template";
import type { EngineContext, EngineOutput } from "@/lib/engines/engine";
import type { Registry } from "@/lib/engines/registry";
import { prepareImage } from "@/lib/media/prepare-image";
import { previewOrder } from "@/lib/services/pattern/preview-order";
import type { BlobStore } from "@/lib/storage/blob-store";

export interface PreviewTools {
  readonly engines: Registry;
  readonly blobs: BlobStore;
  readonly pollMs: number;
}

/**
 * Paints a preview through the same contract as every run – submit, poll, read – on the draft engine, which needs no key and costs
 * nothing. What it gives is the job's answer: one small picture, or why there is none.
 */
export async function previewPattern(
  job: { workspaceId: string; versionId: string; values: PatternValues },
  signal: AbortSignal,
  { engines, blobs, pollMs }: PreviewTools,
): Promise<PatternPreview> {
  const { recipe, settings, references } = await previewOrder(db(), job.workspaceId, job.versionId, job.values);
  const { engineId, modelId, revision } = recipe.model;
  const engine = engines.get(engineId);
  if (!engine) throw new Error(`There is no engine ${engineId}.`);
  const context: EngineContext = {
    signal,
    readReference: (sha256) => blobs.read(sha256),
    keep: () => Promise.reject(new Error("A preview keeps nothing.")),
    connection: null,
    callbackUrl: null,
  };
  const { aspectRatio, quality } = recipe.controls;
  const asked = { modelId, revision, text: recipe.text, negative: recipe.negative, aspectRatio, quality, settings, references };
  const submitted = await engine.submit({ ...asked, runId: randomUUID(), seeds: [PREVIEW_SEED] }, context);
  if (submitted.kind === "rejected") return { kind: "failed", failure: submitted.failure.kind, reason: submitted.failure.reason };
  if (submitted.kind === "ambiguous") return { kind: "failed", failure: "engine-fault", reason: submitted.reason };
  try {
    while (true) {
      const polled = await engine.poll(submitted.operation, context);
      if (polled.state === "failed") return { kind: "failed", failure: polled.failure.kind, reason: polled.failure.reason };
      if (polled.state === "succeeded") return polled.outputs[0] ? await painted(polled.outputs[0]) : NOTHING;
      await pause(pollMs, undefined, { signal });
    }
  } catch (error) {
    // Nobody waits for it any more, or the worker ends: it is not painted to its end.
    await engine.cancel(submitted.operation, context);
    throw error;
  }
}

const NOTHING: PatternPreview = { kind: "failed", failure: "empty", reason: "" };

async function painted(output: EngineOutput): Promise<PatternPreview> {
  const { renditions } = await prepareImage(await output.read());
  const picture = renditions.find(({ name }) => name === "screen");
  if (!picture) throw new Error("Every picture has one for screens.");
  const { mimeType, width, height, bytes } = picture;
  return { kind: "painted", mimeType, width, height, bytes: Buffer.from(bytes).toString("base64") };
}
