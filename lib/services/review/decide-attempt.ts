import { z } from "zod";
import type { Permission } from "@/lib/domain/access/policy";
import { type Attempt, currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { approve, type Deciding, isOwnDecision, reject, requestChanges } from "@/lib/domain/review/decide";
import type { Refusal } from "@/lib/domain/review/refusal";
import { stagesOf } from "@/lib/domain/review/stage";
import { CardMoved } from "@/lib/domain/review/view";
import type { WebhookData } from "@/lib/domain/webhook/fact";
import { Id } from "@/lib/domain/wire";
import type { WebhookFact } from "../webhook/tell";
import { type Unchanged, type WriteContext, type Written, write } from "../write";
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

const DECISIONS = {
  approve: { act: "approved", status: "approved", move: approve },
  "request-changes": { act: "changes-requested", status: "changes_requested", move: requestChanges },
  reject: { act: "rejected", status: "rejected", move: reject },
} as const satisfies Record<
  string,
  { act: Decision; status: Attempt["status"]; move: (card: ReviewCard, deciding: Deciding) => ReviewCard | Refusal }
>;
export type DecisionName = keyof typeof DECISIONS;

/** Decides on the attempt somebody looked at, within a transaction that may decide on more. */
export async function decideOn(
  context: WriteContext,
  decision: DecisionName,
  { cardId, attemptId, note }: { readonly cardId: string; readonly attemptId: string; readonly note: string },
): Promise<Written<CardMoved> | Unchanged<CardMoved>> {
  const { act, status, move } = DECISIONS[decision];
  const by = personAt(context.actor);
  const decide = async () => {
    const changed = await changeCard(context, cardId, (card) => move(card, { attemptId, by, note, now: context.now }));
    const attempt = currentAttempt(changed.after);
    const stages = stagesSaid(changed);
    const written = happened(changed, attempt?.decision ? act : "voted", {
      decision,
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
}

/** A verb that decides on the attempt the reviewer looked at. */
export function decisionVerb(verb: string, decision: DecisionName) {
  return write({
    verb,
    permission: PERMISSION,
    input: z.strictObject({ cardId: Id, attemptId: Id, note: Note }),
    output: CardMoved,
    run: (context, input) => decideOn(context, decision, input),
  });
}
