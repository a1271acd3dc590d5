import { z } from "zod";
import { LiveSessionView } from "@/lib/domain/live/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { sessionView, withStarter } from "./session-view";

export const listSessions = read({
  verb: "live.list",
  permission: "workspace.read",
  input: z.strictObject({ ...PageRequest, projectId: Id.optional(), assetId: Id.optional() }),
  output: pageOf(LiveSessionView),
  async run({ db, actor }, { cursor, limit, projectId, assetId }) {
    const rows = await db.liveSession.findMany({
      where: {
        workspaceId: actor.workspaceId,
        ...(projectId ? { projectId } : {}),
        ...(assetId ? { assetId } : {}),
        ...keyset(cursor),
      },
      include: withStarter,
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, sessionView);
  },
});
