import { z } from "zod";
import { ShareLinkView } from "@/lib/domain/guest/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { noSuchLink, shareInclude, shareView } from "./share-view";

/** Takes a link back, at once and for good, for whoever is in as well. What was said through it stays. */
export const revokeShare = write({
  verb: "share.revoke",
  permission: "card.share",
  input: z.strictObject({ linkId: Id }),
  output: ShareLinkView,
  async run({ tx, actor, now }, { linkId }) {
    const { workspaceId } = actor;
    const revoked = await tx.shareLink.updateMany({
      where: { id: linkId, workspaceId, revokedAt: null },
      data: { revokedAt: now, version: { increment: 1 } },
    });
    const link = await tx.shareLink.findFirst({ where: { id: linkId, workspaceId }, include: shareInclude });
    if (!link) throw noSuchLink();
    const result = shareView(link, now);
    if (revoked.count === 0) return { result, unchanged: true };
    const details = { name: link.name, linkId };
    return {
      result,
      audit: [
        { subjectKind: "share", subjectId: linkId, details },
        ...link.cards.map(({ card }) => ({ subjectKind: "card", subjectId: card.id, details })),
      ],
      events: [{ kind: "share", id: linkId, version: link.version, act: "revoked" }],
    };
  },
});
