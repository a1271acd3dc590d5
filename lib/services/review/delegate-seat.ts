import { z } from "zod";
import { delegateSeat as delegate } from "@/lib/domain/review/delegate";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { roleOfMember } from "./check-terms";
import { Note } from "./input";

/** Gives somebody's seat in the stages of a card to somebody else who can decide. */
export const delegateSeat = write({
  verb: "card.delegate",
  permission: "card.decide",
  input: z.strictObject({
    cardId: Id,
    fromMemberId: Id.optional().meta({ description: "Whose seat; without one your own." }),
    toMemberId: Id,
    note: Note,
  }),
  output: CardMoved,
  async run(context, { cardId, fromMemberId, toMemberId, note }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    const from = fromMemberId ?? by.memberId;
    const to = { memberId: toMemberId, role: await roleOfMember(tx, actor.workspaceId, toMemberId) };
    const details = { note, seatBefore: from, seatAfter: toMemberId };
    return changeCard(context, cardId, (card) => delegate(card, from, to, by)).then(
      (changed) => happened(changed, "delegated", details),
      (refusal: unknown) =>
        unlessDone(
          context,
          cardId,
          refusal,
          (card) =>
            card.stages.some(({ reviewerIds }) => reviewerIds.includes(toMemberId)) &&
            didBefore(tx, actor, "card.delegate", cardId, details),
        ),
    );
  },
});
