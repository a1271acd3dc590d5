import { z } from "zod";
import { endSession as end } from "@/lib/domain/playlist/playlist";
import { PlaylistSummary } from "@/lib/domain/playlist/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { changePlaylist } from "./change-playlist";

/** Ends the session; what was decided in it stays to be read. */
export const endSession = write({
  verb: "playlist.end",
  permission: "card.exhausted",
  input: z.strictObject({ playlistId: Id }),
  output: PlaylistSummary,
  async run(context, { playlistId }) {
    const { memberId, role } = personOf(context.actor);
    return changePlaylist(context, playlistId, "ended", (before) => ({
      playlist: end(before, { memberId, role }, context.now),
      details: {},
    }));
  },
});
