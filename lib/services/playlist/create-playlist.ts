import { z } from "zod";
import { PlaylistCards, PlaylistName, PlaylistSummary } from "@/lib/domain/playlist/view";
import { personOf } from "../person";
import { write } from "../write";
import { checkCards } from "./change-playlist";
import { playlistInclude, playlistSummary } from "./playlist-view";

/** A list of cards to look at together. */
export const createPlaylist = write({
  verb: "playlist.create",
  permission: "card.exhausted",
  input: z.strictObject({ name: PlaylistName, cardIds: PlaylistCards.default([]) }),
  output: PlaylistSummary,
  async run(context, { name, cardIds }) {
    const { tx, actor } = context;
    const { workspaceId, memberId } = personOf(actor);
    await checkCards(context, cardIds);
    const row = await tx.playlist.create({
      data: {
        workspaceId,
        name,
        createdById: memberId,
        items: { createMany: { data: cardIds.map((cardId, position) => ({ cardId, position })) } },
      },
      include: playlistInclude,
    });
    return {
      result: playlistSummary(row),
      audit: [{ subjectKind: "playlist", subjectId: row.id, details: { name, cards: cardIds.length } }],
      events: [{ kind: "playlist", id: row.id, version: 0, act: "created" }],
    };
  },
});
