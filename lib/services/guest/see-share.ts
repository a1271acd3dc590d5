import { z } from "zod";
import { GuestPowers } from "@/lib/domain/guest/power";
import { GuestVerdict, standingForGuest, whyNotSpeakOf } from "@/lib/domain/guest/recommendation";
import { type GuestCard, GuestShare } from "@/lib/domain/guest/view";
import { currentAttempt } from "@/lib/domain/review/card";
import { videoColumns, videoShape } from "../asset/asset-view";
import { cardInclude, cardOf } from "../review/load-card";
import { guestComments } from "./guest-comments";
import { guestRead } from "./guest-verb";
import { markView } from "./mark-view";

/** Everything the link shows, for a guest who came in: each card with its newest attempt and what this guest said of it. */
export const seeShare = guestRead({
  verb: "guest.see",
  power: "see",
  input: z.strictObject({}),
  output: GuestShare,
  async run({ db, guest }) {
    const { linkId, guestId } = guest;
    const { workspace, ...link } = await db.shareLink.findUniqueOrThrow({
      where: { id: linkId },
      select: {
        name: true,
        powers: true,
        isWatermarked: true,
        workspace: { select: { name: true } },
        cards: { orderBy: { position: "asc" }, select: { card: { include: cardInclude } } },
      },
    });
    const cards = link.cards.map(({ card: row }) => ({ row, card: cardOf(row), attempt: currentAttempt(cardOf(row)) }));
    const attemptIds = cards.flatMap(({ attempt }) => (attempt ? [attempt.id] : []));
    const [assets, recommendations, marks, comments] = await Promise.all([
      db.asset.findMany({
        where: { id: { in: cards.flatMap(({ attempt }) => (attempt ? [attempt.assetId] : [])) } },
        select: { id: true, width: true, height: true, thumbHash: true, ...videoColumns },
      }),
      db.recommendation.findMany({ where: { guestId, attemptId: { in: attemptIds } } }),
      db.guestMark.findMany({ where: { guestId, attemptId: { in: attemptIds } }, orderBy: { createdAt: "asc" } }),
      guestComments(db, guest, attemptIds),
    ]);
    const pictures = new Map(
      assets.map(({ id, width, height, thumbHash, ...film }) => [id, { width, height, thumbHash, video: videoShape(film) }]),
    );
    return {
      workspace: workspace.name,
      name: link.name,
      guest: guest.name,
      powers: GuestPowers.parse(link.powers),
      isWatermarked: link.isWatermarked,
      cards: cards.map(({ row, card, attempt }): GuestCard => {
        const picture = attempt && pictures.get(attempt.assetId);
        const said = recommendations.find(({ attemptId }) => attemptId === attempt?.id);
        return {
          cardId: row.id,
          title: card.title,
          goal: card.goal,
          standing: standingForGuest(card),
          attempt: attempt && picture ? { id: attempt.id, number: attempt.number, ...picture } : null,
          closed: whyNotSpeakOf(card, attempt?.id ?? ""),
          recommendation: said ? { verdict: GuestVerdict.parse(said.verdict), note: said.note, saidAt: said.saidAt.toISOString() } : null,
          marks: marks.filter(({ attemptId }) => attemptId === attempt?.id).map(markView),
          comments: comments.filter(({ attemptId }) => attemptId === attempt?.id).map(({ attemptId: _, ...comment }) => comment),
        };
      }),
    };
  },
});
