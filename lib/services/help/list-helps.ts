import { z } from "zod";
import { HelpKind, HelpView } from "@/lib/domain/help/help";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { helpInclude, helpView } from "./help-view";

const MOST = 50;

/** The helps that were asked for, newest first: of one attempt or file, or of the whole workspace. */
export const listHelps = read({
  verb: "help.list",
  permission: "workspace.read",
  input: z.strictObject({
    kind: HelpKind.optional(),
    attemptId: Id.optional(),
    assetId: Id.optional(),
    limit: z.int().min(1).max(MOST).default(10),
  }),
  output: z.array(HelpView),
  async run({ db, actor: { workspaceId } }, { kind, attemptId, assetId, limit }) {
    const rows = await db.help.findMany({
      where: { workspaceId, ...(kind ? { kind } : {}), ...(attemptId ? { attemptId } : {}), ...(assetId ? { assetId } : {}) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
      include: helpInclude,
    });
    return rows.map(helpView);
  },
});
