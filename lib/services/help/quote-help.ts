import { z } from "zod";
import { HelpQuote, HelpRequest } from "@/lib/domain/help/help";
import { read } from "../read";
import { helpAskedFor } from "./help-subject";
import { connectedLanguageModel, planHelp, quoteView } from "./language-model";

/** Who would answer, and at what price, before anything is asked. */
export const quoteHelp = read({
  verb: "help.quote",
  permission: "help.ask",
  input: z.strictObject({ request: HelpRequest, by: z.enum(["best", "rules"]).default("best") }),
  output: HelpQuote,
  async run({ db, actor: { workspaceId }, now }, { request, by }) {
    const asked = await helpAskedFor(db, workspaceId, request, now);
    return quoteView(planHelp({ ...asked, hasPicture: asked.assetId !== null, by }, await connectedLanguageModel(db, workspaceId)));
  },
});
