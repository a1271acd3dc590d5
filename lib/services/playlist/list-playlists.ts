import { z } from "zod";
import { PlaylistSummary } from "@/lib/domain/playlist/view";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { playlistInclude, playlistSummary } from "./playlist-view";

/** The playlists of the workspace, newest first. */
export const listPlaylists = read({
  verb: "playlist.list",
  permission: "workspace.read",
  input: z.strictObject(PageRequest),
  output: pageOf(PlaylistSummary),
  async run({ db, actor }, { cursor, limit }) {
    const rows = await db.playlist.findMany({
      where: { workspaceId: actor.workspaceId, ...keyset(cursor) },
      include: playlistInclude,
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, playlistSummary);
  },
});
