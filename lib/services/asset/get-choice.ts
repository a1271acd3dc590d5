import { z } from "zod";
import { ChoiceProgress } from "@/lib/domain/asset/choice";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { choiceProgress } from "./choice-batch";

export const getChoice = read({
  verb: "asset.choice",
  permission: "workspace.read",
  input: z.strictObject({ choiceId: Id }),
  output: ChoiceProgress,
  async run({ db, actor }, { choiceId }) {
    const row = await db.assetChoice.findFirst({ where: { id: choiceId, workspaceId: actor.workspaceId } });
    if (!row) throw new AppError("NOT_FOUND", "This choice does not exist, or can no longer be taken back.");
    return choiceProgress(row);
  },
});
