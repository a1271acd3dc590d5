import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { RunView, VariantView } from "@/lib/domain/run/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { runInclude, runView, variantInclude, variantView } from "./run-view";

export const getRun = read({
  verb: "run.get",
  permission: "workspace.read",
  input: z.strictObject({ runId: Id }),
  output: RunView.extend({ variants: z.array(VariantView) }),
  async run({ db, actor }, { runId }) {
    const run = await db.run.findFirst({
      where: { id: runId, workspaceId: actor.workspaceId },
      include: { ...runInclude, variants: { include: variantInclude, orderBy: { index: "asc" } } },
    });
    if (!run) throw new AppError("NOT_FOUND", "This run does not exist.");
    return { ...runView(run), variants: run.variants.map(variantView) };
  },
});
