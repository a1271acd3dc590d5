import { z } from "zod";
import { withCards } from "@/lib/domain/playlist/playlist";
import { PlaylistCards, PlaylistName, PlaylistSummary } from "@/lib/domain/playlist/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changePlaylist, checkCards } from "./change-playlist";

/** Another name, other cards, or another order. */
export const editPlaylist = write({
  verb: "playlist.edit",
  permission: "card.exhausted",
  input: z.strictObject({ playlistId: Id, name: PlaylistName.optional(), cardIds: PlaylistCards.optional() }),
  output: PlaylistSummary,
  async run(context, { playlistId, name, cardIds }) {
    if (cardIds) await checkCards(context, cardIds);
    return changePlaylist(context, playlistId, "edited", (before) => ({
      playlist: cardIds ? withCards(before, cardIds) : before,
      ...(name === undefined ? {} : { name }),
      details: { ...(name === undefined ? {} : { name }), ...(cardIds ? { cards: cardIds.length } : {}) },
    }));
  },
});
