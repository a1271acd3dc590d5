import { z } from "zod";
import { PromptView } from "@/lib/domain/prompt/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadPrompt, promptView } from "./prompt-view";

export const getPrompt = read({
  verb: "prompt.get",
  permission: "workspace.read",
  input: z.strictObject({ promptId: Id }),
  output: PromptView,
  run: async ({ db, actor }, { promptId }) => promptView(await loadPrompt(db, actor.workspaceId, promptId)),
});
