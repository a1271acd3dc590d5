import { z } from "zod";
import type { Permission } from "@/lib/domain/access/policy";
import { currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import type { Deciding } from "@/lib/domain/review/decide";
import type { Refusal } from "@/lib/domain/review/refusal";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { changeCard, happened, personAt } from "./change-card";
import { Note } from "./input";

const PERMISSION: Permission = "card.decide";

/** A verb that decides on the attempt the reviewer looked at: approve, request changes, reject. */
export function decisionVerb(verb: string, act: string, move: (card: ReviewCard, deciding: Deciding) => ReviewCard | Refusal) {
  return write({
    verb,
    permission: PERMISSION,
    input: z.strictObject({ cardId: Id, attemptId: Id, note: Note }),
    output: CardMoved,
    async run(context, { cardId, attemptId, note }) {
      const by = personAt(context.actor);
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
    },
  });
}
