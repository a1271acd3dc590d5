import { z } from "zod";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { GuestPowers } from "@/lib/domain/guest/power";
import { LinkDays, LinkName, LinkPassword, linkExpiry, SHARE_LINK_REFUSALS, SharedCards } from "@/lib/domain/guest/share-link";
import { ShareLinkView } from "@/lib/domain/guest/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { requireCards } from "./create-share";
import { hashLinkPassword } from "./link-password";
import { noSuchLink, shareInclude, shareView } from "./share-view";

/** Changes what a link allows; for guests who are in already it holds from their next request on. */
export const changeShare = write({
  verb: "share.change",
  permission: "card.share",
  input: z.strictObject({
    linkId: Id,
    name: LinkName.optional(),
    cardIds: SharedCards.optional(),
    powers: GuestPowers.optional(),
    expiresInDays: LinkDays.optional().meta({ description: "From now; null: until it is revoked." }),
    password: LinkPassword.nullable().optional().meta({ description: "null takes it away." }),
    isWatermarked: z.boolean().optional(),
  }),
  output: ShareLinkView,
  async run({ tx, actor, now }, { linkId, name, cardIds, powers, expiresInDays, password, isWatermarked }) {
    const { workspaceId } = requireSignedIn(actor);
    await tx.$queryRaw`SELECT 1 FROM "ShareLink" WHERE "id" = ${linkId}::uuid FOR UPDATE`;
    const before = await tx.shareLink.findFirst({ where: { id: linkId, workspaceId } });
    if (!before) throw noSuchLink();
    if (before.revokedAt) throw new AppError("CONFLICT", "This link was taken back; make a new one.");
    if (cardIds) {
      if (before.playlistId) throw new AppError("CONFLICT", SHARE_LINK_REFUSALS.follows_playlist);
      await requireCards(tx, workspaceId, cardIds);
      await tx.shareLinkCard.deleteMany({ where: { linkId } });
      await tx.shareLinkCard.createMany({ data: cardIds.map((cardId, position) => ({ linkId, cardId, position })) });
    }
    const link = await tx.shareLink.update({
      where: { id: linkId },
      data: {
        ...(name === undefined ? {} : { name }),
        ...(powers === undefined ? {} : { powers }),
        ...(isWatermarked === undefined ? {} : { isWatermarked }),
        ...(expiresInDays === undefined ? {} : { expiresAt: linkExpiry(now, expiresInDays) }),
        ...(password === undefined
          ? {}
          : { passwordHash: password === null ? null : await hashLinkPassword(password), failedEntries: 0, restsUntil: null }),
        version: { increment: 1 },
      },
      include: shareInclude,
    });
    const changed = {
      ...(powers === undefined ? {} : { powers: powers.join(", "), powersBefore: before.powers.join(", ") }),
      ...(cardIds === undefined ? {} : { cards: cardIds.length }),
      ...(password === undefined ? {} : { hasPassword: password !== null }),
      ...(isWatermarked === undefined ? {} : { isWatermarked }),
      ...(expiresInDays === undefined ? {} : { expiresAt: link.expiresAt?.toISOString() ?? null }),
    };
    return {
      result: shareView(link, now),
      audit: [{ subjectKind: "share", subjectId: linkId, details: { name: link.name, ...changed } }],
      events: [{ kind: "share", id: linkId, version: link.version, act: "changed" }],
    };
  },
});
