import { z } from "zod";
import { ChoiceProgress, Target } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { write } from "../write";
import { beginAct } from "./begin-act";

/**
 * Takes files out of every list: some by name, or all that a filter finds. What something that must stay uses is kept; the answer counts it
 * by reason. Refused when nothing could be deleted at all.
 */
export const deleteAssets = write({
  verb: "asset.delete-many",
  permission: "asset.write",
  input: z.strictObject({ target: Target }),
  output: ChoiceProgress,
  async run(context, { target }) {
    if (target.filter?.deleted) throw new AppError("REFUSED", "These files are deleted already.");
    const begun = await beginAct(
      context,
      { target, act: { deleted: true }, isOfDeleted: false },
      { details: { deleted: true }, event: "deleted" },
    );
    const { status, total, kept } = begun.result;
    const [reason] = kept;
    if (reason && status === "done" && kept.reduce((sum, { files }) => sum + files, 0) === total)
      throw new AppError("REFUSED", total === 1 ? reason.reason : `None of these files can be deleted. ${reason.reason}`);
    return begun;
  },
});
