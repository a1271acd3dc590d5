import { v7 as newId } from "uuid";
import { z } from "zod";
import { splitCard as split } from "@/lib/domain/review/at-the-limit";
import type { ReviewCard } from "@/lib/domain/review/card";
import { isRefusal } from "@/lib/domain/review/refusal";
import { Goal, Title } from "@/lib/domain/review/template";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { type AuditEntry, write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { Reason } from "./input";
import { cardColumns } from "./save-card";

/** At the limit: the card ends, with a reason, and narrower drafts on the same terms begin. */
export const splitCard = write({
  verb: "card.split",
  permission: "card.exhausted",
  input: z.strictObject({
    cardId: Id,
    /** A part without a goal keeps the card's. */
    parts: z.array(z.strictObject({ title: Title, goal: Goal.default("") })).max(12),
    reason: Reason,
  }),
  output: CardMoved.extend({ partIds: z.array(Id) }),
  async run(context, { cardId, parts, reason }) {
    const { tx, actor } = context;
    const { workspaceId } = actor;
    const by = personAt(actor);
    let drafts: readonly ReviewCard[] = [];
    const changed = await changeCard(context, cardId, (card) => {
      const made = split(card, parts, by, reason);
      if (isRefusal(made)) return made;
      drafts = made.parts;
      return made.card;
    });
    const { projectId, lane } = changed.before;
    const made = drafts.map((draft) => ({ id: newId(), draft }));
    await tx.reviewCard.createMany({
      data: made.map(({ id, draft }) => ({
        ...cardColumns(draft),
        id,
        workspaceId,
        projectId,
        laneId: lane.id,
        createdById: draft.createdById,
        splitFromId: cardId,
      })),
    });
    const written = happened(changed, "split", { reason, parts: made.length });
    const began = made.map(
      ({ id, draft }): AuditEntry => ({ subjectKind: "card", subjectId: id, details: { splitFrom: cardId, title: draft.title, reason } }),
    );
    return {
      result: { ...written.result, partIds: made.map(({ id }) => id) },
      audit: [...written.audit, ...began],
      events: [...(written.events ?? []), ...made.map(({ id }) => ({ kind: "card" as const, id, version: 0, projectId, act: "created" }))],
    };
  },
});
