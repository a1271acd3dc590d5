import { z } from "zod";
import { handOverWork as give } from "@/lib/domain/review/manual-work";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { roleOfMember } from "./check-terms";
import { Note } from "./input";

/** On the fallback path of manual work: gives it to somebody else, or takes it up. Only they, or a lead, upload the file. */
export const handOverWork = write({
  verb: "card.hand-over-work",
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, toMemberId: Id, note: Note }),
  output: CardMoved,
  async run(context, { cardId, toMemberId, note }) {
    const { tx, actor } = context;
    const by = personAt(actor);
    const to = { memberId: toMemberId, role: await roleOfMember(tx, actor.workspaceId, toMemberId) };
    return changeCard(context, cardId, (card) => give(card, to, by)).then(
      (changed) => happened(changed, "work-handed-over", { note, makerBefore: changed.before.card.makerId, makerAfter: toMemberId }),
      (refusal: unknown) =>
        unlessDone(
          context,
          cardId,
          refusal,
          (card) => card.makerId === toMemberId && didBefore(tx, actor, "card.hand-over-work", cardId, { note, makerAfter: toMemberId }),
        ),
    );
  },
});
