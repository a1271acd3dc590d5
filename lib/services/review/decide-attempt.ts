import { z } from "zod";
import type { Permission } from "@/lib/domain/access/policy";
import { type Attempt, currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { type Deciding, isOwnDecision } from "@/lib/domain/review/decide";
import type { Refusal } from "@/lib/domain/review/refusal";
import { stagesOf } from "@/lib/domain/review/stage";
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

/** The stages in which this word counts, for the trail; empty where the owner decides alone. */
function stagesSaid({ before, after }: ChangedCard): string {
  if (before.card.stages.length === 0) return "";
  const votes = currentAttempt(after)?.votes.slice(currentAttempt(before.card)?.votes.length ?? 0) ?? [];
  const stages = stagesOf(before.card);
  return votes.map(({ stage }) => stages[stage]?.name ?? "").join(", ");
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
        const stages = stagesSaid(changed);
        const written = happened(changed, attempt?.decision ? act : "voted", {
          ...(stages === "" ? {} : { stages }),
          attemptId,
          attempt: attempt?.number ?? 0,
          contentHash: attempt?.contentHash ?? "",
          note,
          waivedDefects: attempt?.defects.filter((defect) => defect.waiver).length ?? 0,
          retriesUsed: changed.after.retriesUsed,
        });
        return { ...written, tells: attempt?.decision ? [cardDecided(changed, attempt, act, note)] : [] };
      };
      return decide().catch((refusal: unknown) =>
        unlessDone(context, cardId, refusal, (card) => isOwnDecision(card, status, { attemptId, by, note })),
      );
    },
  });
}
