import { z } from "zod";
import { ShareLinkView } from "@/lib/domain/guest/view";
import { Id, PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { shareInclude, shareView } from "./share-view";

/** Share links, newest first: of one card, of one playlist or of the workspace, with those that are over. */
export const listShares = read({
  verb: "share.list",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id.optional(), playlistId: Id.optional(), ...PageRequest }),
  output: pageOf(ShareLinkView),
  async run({ db, actor, now }, { cardId, playlistId, cursor, limit }) {
    const rows = await db.shareLink.findMany({
      where: {
        workspaceId: actor.workspaceId,
        ...(cardId ? { cards: { some: { cardId } } } : {}),
        ...(playlistId ? { playlistId } : {}),
        ...keyset(cursor),
      },
      include: shareInclude,
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, (row) => shareView(row, now));
  },
});
