import { z } from "zod";
import { FilmStand, showFilm } from "@/lib/domain/playlist/playlist";
import { PlaylistSummary } from "@/lib/domain/playlist/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { changePlaylist } from "./change-playlist";

/** Plays, stops or moves the film of the presented card on the screens of everybody who follows. */
export const showPlaylistFilm = write({
  verb: "playlist.show-film",
  permission: "card.exhausted",
  input: z.strictObject({ playlistId: Id, ...FilmStand.shape }),
  output: PlaylistSummary,
  async run(context, { playlistId, ...stand }) {
    const { memberId, role } = personOf(context.actor);
    return changePlaylist(context, playlistId, "film", (before) => ({
      playlist: showFilm(before, { memberId, role }, stand, context.now),
      details: stand,
    }));
  },
});
