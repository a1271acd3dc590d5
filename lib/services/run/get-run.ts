import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { fileUrl, RunDetail } from "@/lib/domain/pattern/call";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { calledPattern, patternOfPrompt } from "./called-pattern";
import { runInclude, runView, variantInclude, variantView } from "./run-view";

export const getRun = read({
  verb: "run.get",
  permission: "workspace.read",
  input: z.strictObject({ runId: Id }),
  output: RunDetail,
  async run({ db, actor }, { runId }) {
    const run = await db.run.findFirst({
      where: { id: runId, workspaceId: actor.workspaceId },
      include: {
        ...runInclude,
        prompt: { select: { controls: true, ...patternOfPrompt } },
        variants: {
          include: { ...variantInclude, asset: { select: { ...variantInclude.asset.select, fileName: true } } },
          orderBy: { index: "asc" },
        },
      },
    });
    if (!run) throw new AppError("NOT_FOUND", "This run does not exist.");
    return {
      ...runView(run),
      pattern: calledPattern(run),
      variants: run.variants.map((variant) => ({
        ...variantView(variant),
        url: fileUrl(variant.assetId),
        fileName: variant.asset.fileName,
      })),
    };
  },
});
