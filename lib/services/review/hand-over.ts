import { z } from "zod";
import { handOver as give } from "@/lib/domain/review/hand-over";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { roleOfMember } from "./check-terms";
import { Note } from "./input";

/** Hands the card, and with it the decision, to somebody who can decide. */
export const handOver = write({
  verb: "card.hand-over",
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, toMemberId: Id, note: Note }),
  output: CardMoved,
  async run(context, { cardId, toMemberId, note }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    const to = { memberId: toMemberId, role: await roleOfMember(tx, actor.workspaceId, toMemberId) };
    return changeCard(context, cardId, (card) => give(card, to, by)).then(
      (changed) => happened(changed, "handed-over", { note, ownerBefore: changed.before.card.ownerId, ownerAfter: toMemberId }),
      (refusal: unknown) =>
        unlessDone(
          context,
          cardId,
          refusal,
          (card) => card.ownerId === toMemberId && didBefore(tx, actor, "card.hand-over", cardId, { note, ownerAfter: toMemberId }),
        ),
    );
  },
});
