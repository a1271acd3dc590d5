import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { PLAYLIST_REFUSALS, type Playlist, type PlaylistRefusal } from "@/lib/domain/playlist/playlist";
import type { PlaylistSummary } from "@/lib/domain/playlist/view";
import type { AuditEntry, WriteContext, Written } from "../write";
import { loadPlaylist, playlistSummary } from "./playlist-view";

/** Load, decide, save if nobody was first. */
export async function changePlaylist(
  { tx, actor }: WriteContext,
  playlistId: string,
  act: string,
  decide: (playlist: Playlist) => { playlist: Playlist | PlaylistRefusal; name?: string; details: AuditEntry["details"] },
): Promise<Written<PlaylistSummary>> {
  await tx.$queryRaw`SELECT 1 FROM "Playlist" WHERE "id" = ${playlistId}::uuid FOR UPDATE`;
  const before = await loadPlaylist(tx, actor.workspaceId, playlistId);
  const { playlist, name, details } = decide(before.playlist);
  if (typeof playlist === "string") throw new AppError(PLAYLIST_REFUSALS[playlist].code, PLAYLIST_REFUSALS[playlist].sentence);
  const { cardIds, presenterId, position, film, startedAt, endedAt } = playlist;
  await tx.playlist.update({
    where: { id: playlistId },
    data: {
      ...{ presenterId, position, startedAt, endedAt },
      film: film ?? Prisma.DbNull,
      version: { increment: 1 },
      ...(name === undefined ? {} : { name }),
    },
  });
  if (cardIds !== before.playlist.cardIds) {
    await tx.playlistItem.deleteMany({ where: { playlistId } });
    await tx.playlistItem.createMany({ data: cardIds.map((cardId, at) => ({ playlistId, cardId, position: at })) });
    await followPlaylist(tx, playlistId, cardIds);
  }
  const { row } = await loadPlaylist(tx, actor.workspaceId, playlistId);
  return {
    result: playlistSummary(row),
    audit: [{ subjectKind: "playlist", subjectId: playlistId, ...(details ? { details } : {}) }],
    events: [{ kind: "playlist", id: playlistId, version: row.version, act }],
  };
}

/** Links that show the playlist show what stands on it now, in its order. */
async function followPlaylist(tx: Database, playlistId: string, cardIds: readonly string[]): Promise<void> {
  const links = await tx.shareLink.findMany({ where: { playlistId, revokedAt: null }, select: { id: true } });
  const linkIds = links.map(({ id }) => id);
  await tx.shareLinkCard.deleteMany({ where: { linkId: { in: linkIds } } });
  await tx.shareLinkCard.createMany({
    data: linkIds.flatMap((linkId) => cardIds.map((cardId, position) => ({ linkId, cardId, position }))),
  });
}

/** Whether these are all cards of the workspace. */
export async function checkCards({ tx, actor }: WriteContext, cardIds: readonly string[]): Promise<void> {
  const known = await tx.reviewCard.count({ where: { id: { in: [...cardIds] }, workspaceId: actor.workspaceId } });
  if (known < cardIds.length) throw new AppError("NOT_FOUND", "One of these cards does not exist.");
}
