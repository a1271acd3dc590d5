import { z } from "zod";
import { hasCheck, isCheckTicked, tickCheck as tick } from "@/lib/domain/review/tick-check";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";

/** A person says that a required check holds for the attempt they looked at, or takes that back. */
export const tickCheck = write({
  verb: "card.tick-check",
  permission: "card.decide",
  input: z.strictObject({ cardId: Id, attemptId: Id, checkId: z.string().min(1).max(60), isTicked: z.boolean() }),
  output: CardMoved,
  async run(context, { cardId, attemptId, checkId, isTicked }) {
    const by = personAt(context.actor);
    const ticking = changeCard(context, cardId, (card) => tick(card, { attemptId, checkId, isTicked }, by, context.now));
    return ticking.then(
      (changed) => {
        const check = changed.after.startedFrom?.requiredChecks.find(({ id }) => id === checkId);
        return happened(changed, "check-ticked", { attemptId, check: check?.label ?? checkId, isTicked });
      },
      (refusal: unknown) =>
        unlessDone(context, cardId, refusal, (card) => hasCheck(card, checkId) && isCheckTicked(card, attemptId, checkId) === isTicked),
    );
  },
});
