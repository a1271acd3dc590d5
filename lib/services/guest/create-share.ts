import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { requireSignedIn } from "@/lib/domain/access/actor";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { GuestPowers } from "@/lib/domain/guest/power";
import { LinkDays, LinkName, LinkPassword, linkExpiry, SharedCards, writeShareToken } from "@/lib/domain/guest/share-link";
import { MadeShareLink } from "@/lib/domain/guest/view";
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
    cardIds: SharedCards,
    powers: GuestPowers,
    expiresInDays: LinkDays.default(30).meta({ description: "null: until it is revoked." }),
    password: LinkPassword.nullable().default(null),
    isWatermarked: z
      .boolean()
      .default(false)
      .meta({ description: "Pictures carry the guest's name and day; no originals are handed out." }),
  }),
  output: MadeShareLink,
  async run({ tx, actor, now }, { name, cardIds, powers, expiresInDays, password, isWatermarked }) {
    const { workspaceId, memberId } = requireSignedIn(actor);
    await requireCards(tx, workspaceId, cardIds);
    const token = { publicId: randomBytes(8).toString("hex"), secret: randomBytes(32).toString("base64url") };
    const link = await tx.shareLink.create({
      data: {
        workspaceId,
        name,
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

/** @throws AppError NOT_FOUND unless every one is a card of this workspace */
export async function requireCards(tx: Transaction, workspaceId: string, cardIds: readonly string[]): Promise<void> {
  if ((await tx.reviewCard.count({ where: { workspaceId, id: { in: [...cardIds] } } })) !== cardIds.length) throw noSuchCard();
}
