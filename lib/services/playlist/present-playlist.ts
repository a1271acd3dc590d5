import { z } from "zod";
import { present } from "@/lib/domain/playlist/playlist";
import { PlaylistSummary } from "@/lib/domain/playlist/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { changePlaylist } from "./change-playlist";

/** Shows a card of the playlist to everybody who is present; the first to do so presents. */
export const presentPlaylist = write({
  verb: "playlist.present",
  permission: "card.exhausted",
  input: z.strictObject({
    playlistId: Id,
    position: z.int().min(0).max(199).meta({ description: "Which card, counted from 0." }),
    takeOver: z.boolean().default(false).meta({ description: "Present although somebody else does." }),
  }),
  output: PlaylistSummary,
  async run(context, { playlistId, position, takeOver }) {
    const { memberId, role } = personOf(context.actor);
    return changePlaylist(context, playlistId, "presented", (before) => ({
      playlist: present(before, { memberId, role }, { position, takeOver, now: context.now }),
      details: { position, takeOver },
    }));
  },
});
