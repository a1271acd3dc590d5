import { z } from "zod";
import { GuestVerdict } from "@/lib/domain/guest/recommendation";
import { GuestsOnCard } from "@/lib/domain/guest/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { noSuchCard } from "../review/load-card";
import { markView } from "./mark-view";

const guest = { select: { name: true, link: { select: { name: true } } } } as const;

/** What guests recommend and marked on a card, newest first: beside its decisions and defects, never among them. */
export const guestsOnCard = read({
  verb: "guest.on-card",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id }),
  output: GuestsOnCard,
  async run({ db, actor }, { cardId }) {
    const { workspaceId } = actor;
    if ((await db.reviewCard.count({ where: { id: cardId, workspaceId } })) === 0) throw noSuchCard();
    const [recommendations, marks] = await Promise.all([
      db.recommendation.findMany({
        where: { cardId, workspaceId },
        include: { guest, attempt: { select: { number: true } } },
        orderBy: { saidAt: "desc" },
        take: 500,
      }),
      db.guestMark.findMany({
        where: { workspaceId, attempt: { cardId } },
        include: { guest, attempt: { select: { number: true } } },
        orderBy: { id: "desc" },
        take: 500,
      }),
    ]);
    return {
      recommendations: recommendations.map(({ id, attempt, guest: by, verdict, note, saidAt }) => ({
        id,
        attempt: attempt.number,
        guest: by.name,
        link: by.link.name,
        verdict: GuestVerdict.parse(verdict),
        note,
        saidAt: saidAt.toISOString(),
      })),
      marks: marks.map((row) => ({
        ...markView(row),
        attemptId: row.attemptId,
        attempt: row.attempt.number,
        guest: row.guest.name,
        link: row.guest.link.name,
      })),
    };
  },
});
