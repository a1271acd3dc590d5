import { z } from "zod";
import type { Permission } from "@/lib/domain/access/policy";
import { type Attempt, currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { type Deciding, isOwnDecision } from "@/lib/domain/review/decide";
import type { Refusal } from "@/lib/domain/review/refusal";
import { CardMoved } from "@/lib/domain/review/view";
import type { WebhookData } from "@/lib/domain/webhook/fact";
import { Id } from "@/lib/domain/wire";
import type { WebhookFact } from "../webhook/tell";
import { write } from "../write";
import { type ChangedCard, changeCard, happened, personAt, unlessDone } from "./change-card";
import { Note } from "./input";

type Decision = WebhookData<"card.decided">["decision"];

const PERMISSION: Permission = "card.decide";

/** What endpoints are told of a decision. */
function cardDecided({ before, after }: ChangedCard, attempt: Attempt, decision: Decision, note: string): WebhookFact {
  const { id: cardId, projectId } = before;
  const { title, status } = after;
  const { id: attemptId, number, contentHash } = attempt;
  return {
    kind: "card.decided",
    load: async () => ({ cardId, projectId, title, decision, status, attemptId, attempt: number, contentHash, note }),
  };
}

/** A verb that decides on the attempt the reviewer looked at: approve, request changes, reject. `status` is what the attempt becomes. */
export function decisionVerb(
  verb: string,
  act: Decision,
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
        const written = happened(changed, act, {
          attemptId,
          attempt: attempt?.number ?? 0,
          contentHash: attempt?.contentHash ?? "",
          note,
          waivedDefects: attempt?.defects.filter((defect) => defect.waiver).length ?? 0,
          retriesUsed: changed.after.retriesUsed,
        });
        return { ...written, tells: attempt ? [cardDecided(changed, attempt, act, note)] : [] };
      };
      return decide().catch((refusal: unknown) =>
        unlessDone(context, cardId, refusal, (card) => isOwnDecision(card, status, { attemptId, by, note })),
      );
    },
  });
}
