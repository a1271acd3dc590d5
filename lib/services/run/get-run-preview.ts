import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { RunProgress } from "@/lib/domain/run/progress";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";

/** May this actor see this preview, and which blob is it? A preview is gone when its run has ended. */
export const getRunPreview = read({
  verb: "run.preview",
  permission: "workspace.read",
  input: z.strictObject({ runId: Id, index: z.int().min(0).max(7) }),
  output: z.strictObject({ sha256: z.string(), mimeType: z.string() }),
  async run({ db, actor }, { runId, index }) {
    const run = await db.run.findFirst({ where: { id: runId, workspaceId: actor.workspaceId }, select: { progress: true } });
    const preview = run && RunProgress.parse(run.progress).previews?.find((shown) => shown.index === index);
    if (!preview) throw new AppError("NOT_FOUND", "There is no preview here any more.");
    return { sha256: preview.sha256, mimeType: preview.mimeType };
  },
});
