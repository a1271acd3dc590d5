import { AssetChoiceInput, ChoiceProgress } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { write } from "../write";
import { beginAct } from "./begin-act";

/** Flags, rates or colours files: some by name, or all that a filter finds. */
export const chooseAssets = write({
  verb: "asset.choose",
  permission: "variant.choose",
  input: AssetChoiceInput,
  output: ChoiceProgress,
  async run(context, { target, choice }) {
    if (target.filter?.deleted) throw new AppError("REFUSED", "Deleted files are not chosen. Bring them back first.");
    const { flag = null, rating = null, colour = null } = choice;
    return beginAct(context, { target, act: choice, isOfDeleted: false }, { details: { flag, rating, colour }, event: "chosen" });
  },
});
