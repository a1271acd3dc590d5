import { z } from "zod";
import type { Permission } from "@/lib/domain/access/policy";
import { type Attempt, currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { type Deciding, isOwnDecision } from "@/lib/domain/review/decide";
import type { Refusal } from "@/lib/domain/review/refusal";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Note } from "./input";

const PERMISSION: Permission = "card.decide";

/** A verb that decides on the attempt the reviewer looked at: approve, request changes, reject. `status` is what the attempt becomes. */
export function decisionVerb(
  verb: string,
  act: string,
  status: Attempt["status"],
  move: (card: ReviewCard, deciding: Deciding) => ReviewCard | Refusal,
) {
  return write({
    verb,
    permission: PERMISSION,
    input: z.strictObject({ cardId: Id, attemptId: Id, note: Note }),
    output: CardMoved,
    async run(context, { cardId, attemptId, note }) {
      const by = personAt(context.actor);
      const decide = async () => {
        const changed = await changeCard(context, cardId, (card) => move(card, { attemptId, by, note, now: context.now }));
        const attempt = currentAttempt(changed.after);
        return happened(changed, act, {
          attemptId,
          attempt: attempt?.number ?? 0,
          contentHash: attempt?.contentHash ?? "",
          note,
          waivedDefects: attempt?.defects.filter((defect) => defect.waiver).length ?? 0,
          retriesUsed: changed.after.retriesUsed,
        });
      };
      return decide().catch((refusal: unknown) =>
        unlessDone(context, cardId, refusal, (card) => isOwnDecision(card, status, { attemptId, by, note })),
      );
    },
  });
}
