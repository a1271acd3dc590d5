import { z } from "zod";
import { withCardAt, withCards } from "@/lib/domain/playlist/playlist";
import { PlaylistCards, PlaylistName, PlaylistSummary } from "@/lib/domain/playlist/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changePlaylist, checkCards } from "./change-playlist";

const CardMove = z
  .strictObject({ cardId: Id, to: z.int().min(0).max(199).meta({ description: "Its new place, counted from 0." }) })
  .meta({ description: "One card at another place; the others keep their order." });

/** Another name, other cards, or another order: the whole list, or one card at another place. */
export const editPlaylist = write({
  verb: "playlist.edit",
  permission: "card.exhausted",
  input: z.strictObject({ playlistId: Id, name: PlaylistName.optional(), cardIds: PlaylistCards.optional(), move: CardMove.optional() }),
  output: PlaylistSummary,
  async run(context, { playlistId, name, cardIds, move }) {
    if (cardIds) await checkCards(context, cardIds);
    return changePlaylist(context, playlistId, "edited", (before) => {
      const listed = cardIds ? withCards(before, cardIds) : before;
      return {
        playlist: move ? withCardAt(listed, move.cardId, move.to) : listed,
        ...(name === undefined ? {} : { name }),
        details: {
          ...(name === undefined ? {} : { name }),
          ...(cardIds ? { cards: cardIds.length } : {}),
          ...(move ? { movedCardId: move.cardId, to: move.to } : {}),
        },
      };
    });
  },
});
