import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { AppError } from "@/lib/domain/errors";
import { GuestPowers } from "@/lib/domain/guest/power";
import {
  LinkDays,
  LinkName,
  LinkPassword,
  linkExpiry,
  SHARE_LINK_REFUSALS,
  SharedCards,
  writeShareToken,
} from "@/lib/domain/guest/share-link";
import { MadeShareLink } from "@/lib/domain/guest/view";
import { PLAYLIST_REFUSALS } from "@/lib/domain/playlist/playlist";
import { Id } from "@/lib/domain/wire";
import { loadPlaylist } from "../playlist/playlist-view";
import { noSuchCard } from "../review/load-card";
import { write } from "../write";
import { hashLinkPassword } from "./link-password";
import { shareInclude, shareView } from "./share-view";

/** Makes a link that shows these cards, in this order. Its address is told once; only its hash is kept. */
export const createShare = write({
  verb: "share.create",
  permission: "card.share",
  input: z.strictObject({
    name: LinkName,
    cardIds: SharedCards.optional(),
    playlistId: Id.optional().meta({ description: "Instead of cards: what stands on the playlist, in its order, also when it changes." }),
    powers: GuestPowers,
    expiresInDays: LinkDays.default(30).meta({ description: "null: until it is revoked." }),
    password: LinkPassword.nullable().default(null),
    isWatermarked: z
      .boolean()
      .default(false)
      .meta({ description: "Pictures carry the guest's name and day; no originals are handed out, downloads are what is shown." }),
  }),
  output: MadeShareLink,
  async run({ tx, actor, now }, { name, playlistId, powers, expiresInDays, password, isWatermarked, ...input }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    const cardIds = await shownCards(tx, workspaceId, { cardIds: input.cardIds, playlistId });
    const token = { publicId: randomBytes(8).toString("hex"), secret: randomBytes(32).toString("base64url") };
    const link = await tx.shareLink.create({
      data: {
        workspaceId,
        name,
        playlistId: playlistId ?? null,
        publicId: token.publicId,
        secretHash: await secretHash(token.secret),
        powers,
        passwordHash: password === null ? null : await hashLinkPassword(password),
        isWatermarked,
        expiresAt: linkExpiry(now, expiresInDays),
        madeById: memberId,
        createdAt: now,
        cards: { create: cardIds.map((cardId, position) => ({ cardId, position })) },
      },
      include: shareInclude,
    });
    const details = { name, linkId: link.id, powers: powers.join(", "), hasPassword: password !== null, isWatermarked };
    return {
      result: { ...shareView(link, now), path: `/share/${writeShareToken(token)}` },
      audit: [
        { subjectKind: "share", subjectId: link.id, details: { ...details, cards: cardIds.length } },
        ...cardIds.map((subjectId) => ({ subjectKind: "card", subjectId, details })),
      ],
      events: [{ kind: "share", id: link.id, version: 0, act: "created" }],
    };
  },
});

/** The cards a new link shows: those that are named, or the playlist's. While it is made, nobody changes the playlist. */
async function shownCards(
  tx: Transaction,
  workspaceId: string,
  { cardIds, playlistId }: { readonly cardIds: readonly string[] | undefined; readonly playlistId: string | undefined },
): Promise<readonly string[]> {
  if ((cardIds === undefined) === (playlistId === undefined)) throw new AppError("BAD_INPUT", SHARE_LINK_REFUSALS.cards_or_playlist);
  if (cardIds) {
    await requireCards(tx, workspaceId, cardIds);
    return cardIds;
  }
  await tx.$queryRaw`SELECT 1 FROM "Playlist" WHERE "id" = ${playlistId}::uuid FOR SHARE`;
  const { playlist } = await loadPlaylist(tx, workspaceId, playlistId ?? "");
  const { empty } = PLAYLIST_REFUSALS;
  if (playlist.cardIds.length === 0) throw new AppError(empty.code, empty.sentence);
  return playlist.cardIds;
}

/** @throws AppError NOT_FOUND unless every one is a card of this workspace */
export async function requireCards(tx: Transaction, workspaceId: string, cardIds: readonly string[]): Promise<void> {
  if ((await tx.reviewCard.count({ where: { workspaceId, id: { in: [...cardIds] } } })) !== cardIds.length) throw noSuchCard();
}
