import { z } from "zod";
import { handOverWork as give } from "@/lib/domain/review/manual-work";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { handOn } from "./hand-on";
import { Note } from "./input";

const verb = "card.hand-over-work";

/** On the fallback path of manual work: gives it to somebody else, or takes it up. Only they, or a lead, upload the file. */
export const handOverWork = write({
  verb,
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, toMemberId: Id, note: Note }),
  output: CardMoved,
  run: (context, { cardId, toMemberId, note }) =>
    handOn(context, {
      cardId,
      toMemberId,
      give,
      isTheirs: ({ makerId }) => makerId === toMemberId,
      verb,
      act: "work-handed-over",
      details: { note, makerAfter: toMemberId },
      before: ({ makerId }) => ({ makerBefore: makerId }),
    }),
});
