import { z } from "zod";
import { delegateSeat as delegate } from "@/lib/domain/review/delegate";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { personAt } from "./change-card";
import { handOn } from "./hand-on";
import { Note } from "./input";

const verb = "card.delegate";

/** Gives somebody's seat in the stages of a card to somebody else who can decide. */
export const delegateSeat = write({
  verb,
  permission: "card.decide",
  input: z.strictObject({
    cardId: Id,
    fromMemberId: Id.optional().meta({ description: "Whose seat; without one your own." }),
    toMemberId: Id,
    note: Note,
  }),
  output: CardMoved,
  async run(context, { cardId, fromMemberId, toMemberId, note }) {
    const from = fromMemberId ?? personAt(context.actor).memberId;
    return handOn(context, {
      cardId,
      toMemberId,
      give: (card, to, by) => delegate(card, from, to, by),
      isTheirs: ({ stages }) => stages.some(({ reviewerIds }) => reviewerIds.includes(toMemberId)),
      verb,
      act: "delegated",
      details: { note, seatBefore: from, seatAfter: toMemberId },
    });
  },
});
