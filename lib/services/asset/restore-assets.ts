import { z } from "zod";
import { ChoiceProgress, Target } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { write } from "../write";
import { beginAct } from "./begin-act";

/** Brings deleted files back: some by name, or all deleted ones that a filter finds. */
export const restoreAssets = write({
  verb: "asset.restore-many",
  permission: "asset.write",
  input: z.strictObject({ target: Target }),
  output: ChoiceProgress,
  async run(context, { target }) {
    if (target.filter && !target.filter.deleted) throw new AppError("REFUSED", "Only deleted files are brought back.");
    return beginAct(context, { target, act: { deleted: false }, isOfDeleted: true }, { details: { deleted: false }, event: "restored" });
  },
});
