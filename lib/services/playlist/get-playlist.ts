import { z } from "zod";
import { PlaylistView } from "@/lib/domain/playlist/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadPlaylist, playlistView } from "./playlist-view";

/** A playlist in full: its cards, where the session is, who is present, and what was decided in it. */
export const getPlaylist = read({
  verb: "playlist.get",
  permission: "workspace.read",
  input: z.strictObject({ playlistId: Id }),
  output: PlaylistView,
  async run({ db, actor, now }, { playlistId }) {
    const { row } = await loadPlaylist(db, actor.workspaceId, playlistId);
    return playlistView(db, row, now);
  },
});
