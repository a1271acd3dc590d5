import { z } from "zod";
import { isVideoType } from "@/lib/domain/asset/file-type";
import { AppError } from "@/lib/domain/errors";
import { RunView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { catalogueModel } from "@/lib/engines/catalogue";
import { write } from "../write";
import { runInclude, runView } from "./run-view";

/**
 * Gives a run that was made, but whose pictures never came, the files a person has of it: each becomes a variant on the
 * next free place. Nothing is charged and nothing is sent; the run stays what it is, and who attached what is on record.
 */
export const attachOutputs = write({
  verb: "run.attach-outputs",
  permission: "run.start",
  input: z.strictObject({ runId: Id, assetIds: z.array(Id).min(1, "Choose at least one file.").max(64) }),
  output: RunView,
  async run({ tx, actor: { workspaceId } }, { runId, assetIds }) {
    await tx.$queryRaw`SELECT 1 FROM "Run" WHERE "id" = ${runId}::uuid FOR UPDATE`;
    const run = await tx.run.findFirst({
      where: { id: runId, workspaceId },
      include: { variants: { select: { index: true, assetId: true } } },
    });
    if (!run) throw new AppError("NOT_FOUND", "This run does not exist.");
    if (run.failureKind !== "made-elsewhere") throw new AppError("CONFLICT", "Only a run whose pictures are not here is given files.");
    const taken = new Set(run.variants.map(({ index }) => index));
    const free = Array.from({ length: run.count }, (_, index) => index).filter((index) => !taken.has(index));
    const wanted = [...new Set(assetIds)].filter((assetId) => !run.variants.some((variant) => variant.assetId === assetId));
    if (wanted.length > free.length)
      throw new AppError(
        "REFUSED",
        free.length === 0 ? "This run has all its files." : `This run lacks ${free.length} files, not ${wanted.length}.`,
      );
    const found = await tx.asset.findMany({
      where: { id: { in: wanted }, workspaceId, deletedAt: null },
      select: { id: true, sha256: true, mimeType: true },
    });
    const makesVideo = catalogueModel(run.engineId, run.modelId)?.capabilities.category.startsWith("video");
    for (const [at, assetId] of wanted.entries()) {
      const asset = found.find(({ id }) => id === assetId);
      if (!asset) throw new AppError("NOT_FOUND", "This file does not exist.");
      if (makesVideo !== undefined && makesVideo !== isVideoType(asset.mimeType))
        throw new AppError("BAD_INPUT", makesVideo ? "This run made videos. Attach a video." : "This run made pictures. Attach a picture.");
      const index = free[at] ?? 0;
      const seed = run.seeds[index] ?? 0n;
      await tx.variant.create({ data: { workspaceId, runId, promptId: run.promptId, index, seed, assetId, contentHash: asset.sha256 } });
    }
    const changed = await tx.run.update({
      where: { id: runId },
      data: { version: { increment: 1 } },
      include: { ...runInclude, prompt: { select: { controls: true, boardId: true } } },
    });
    const place = { boardId: changed.prompt.boardId, projectId: run.projectId };
    return {
      result: runView(changed),
      audit: [{ subjectKind: "run", subjectId: runId, details: { attached: wanted.length, assets: wanted.join(" ") } }],
      events: [{ kind: "run", id: runId, version: changed.version, ...place, act: "variants" }],
    };
  },
});
