import { z } from "zod";
import { Id, Version } from "@/lib/domain/wire";
import { mark } from "../mark";
import { noSuchCard } from "./load-card";

/** Notes that the person asking has seen a card as it was at a version. What was done to it since stays new to them. */
export const seeCard = mark({
  verb: "card.see",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id, version: Version.meta({ description: "The version of the card that was looked at." }) }),
  output: z.strictObject({ isSeen: z.boolean().meta({ description: "False when the card has changed since: look at it again." }) }),
  async run({ tx, actor }, { cardId, version }) {
    const { workspaceId, memberId } = actor;
    const card = await tx.reviewCard.findFirst({ where: { id: cardId, workspaceId }, select: { version: true } });
    if (!card) throw noSuchCard();
    const newest = await tx.auditEvent.findFirst({
      where: { workspaceId, subjectKind: "card", subjectId: cardId },
      orderBy: { createdAt: "desc" },
      select: { createdAt: true },
    });
    if (card.version !== version || !newest) return { result: { isSeen: false } };
    // As far as the trail goes, not as far as the clock: an act that is being written now stays new.
    const seenTo = newest.createdAt;
    await tx.cardSighting.upsert({
      where: { cardId_memberId: { cardId, memberId } },
      create: { cardId, memberId, seenTo },
      update: { seenTo },
    });
    return { result: { isSeen: true } };
  },
});
