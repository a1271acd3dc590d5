import { z } from "zod";
import { HelpView } from "@/lib/domain/help/help";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { helpView, loadHelp } from "./help-view";

export const getHelp = read({
  verb: "help.get",
  permission: "workspace.read",
  input: z.strictObject({ helpId: Id }),
  output: HelpView,
  run: async ({ db, actor }, { helpId }) => helpView(await loadHelp(db, actor.workspaceId, helpId)),
});
