import { z } from "zod";
import { handOver as give } from "@/lib/domain/review/hand-over";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { handOn } from "./hand-on";
import { Note } from "./input";

const verb = "card.hand-over";

/** Hands the card, and with it the decision, to somebody who can decide. */
export const handOver = write({
  verb,
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, toMemberId: Id, note: Note }),
  output: CardMoved,
  run: (context, { cardId, toMemberId, note }) =>
    handOn(context, {
      cardId,
      toMemberId,
      give,
      isTheirs: ({ ownerId }) => ownerId === toMemberId,
      verb,
      act: "handed-over",
      details: { note, ownerAfter: toMemberId },
      before: ({ ownerId }) => ({ ownerBefore: ownerId }),
    }),
});
