import { z } from "zod";
import { isFallbackUnderWay, takeFallback as take } from "@/lib/domain/review/at-the-limit";
import { currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { isRefusal } from "@/lib/domain/review/refusal";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { Note } from "./input";
import { makeFallback } from "./make-fallback";
import { loadSubmission, lookAt } from "./submission";

/** What the path came to. */
const CameOf = z.object({
  runId: Id.nullable().meta({ description: "The run whose picture becomes the next attempt by itself." }),
  whyNot: z
    .string()
    .nullable()
    .meta({ description: "Why somebody has to make that attempt; null when a run makes it, or none is needed." }),
  insteadOn: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: "The engine that runs in place of the agreed one, which made the attempt that was sent back." }),
});

/**
 * At the limit the agreed path is taken, once. A library picture is submitted at once; another engine or pattern runs the
 * recipe, and its picture is submitted when it is there; by hand, the card waits for a file; `stop` ends it.
 */
export const takeFallback = write({
  verb: "card.take-fallback",
  permission: "card.exhausted",
  input: z.strictObject({ cardId: Id, note: Note }),
  output: CardMoved.extend(CameOf.shape),
  async run(context, { cardId, note }) {
    const { tx, actor, now } = context;
    const by = personAt(actor);
    const taking = changeCard(context, cardId, async (card, { lane }) => {
      const taken = take(card, by, now);
      if (isRefusal(taken) || card.fallbackPath?.kind !== "library-asset") return taken;
      const submission = await loadSubmission(tx, actor.workspaceId, card.fallbackPath, { ...by, note });
      return submitAttempt(taken, submission, lane, taken.attempts.length, now);
    });
    return taking.then(
      async (changed) => {
        const path = changed.before.card.fallbackPath;
        const submitted = path?.kind === "library-asset" ? currentAttempt(changed.after) : null;
        const { runId, whyNot, insteadOn, ...made } = await makeFallback(context, changed);
        const details = {
          path: path?.kind ?? "",
          target: JSON.stringify(path),
          note,
          runId,
          whyNot,
          insteadOn,
          maker: changed.after.makerId,
        };
        const taken = happened(changed, "fallback-taken", details);
        return {
          result: { ...taken.result, runId, whyNot, insteadOn },
          audit: [...taken.audit, ...made.audit],
          events: [...(taken.events ?? []), ...(made.events ?? [])],
          jobs: [...(made.jobs ?? []), ...(submitted ? [lookAt(actor.workspaceId, submitted)] : [])],
        };
      },
      async (refusal: unknown) => {
        const isDone = async (card: ReviewCard) =>
          isFallbackUnderWay(card) && (await didBefore(tx, actor, "card.take-fallback", cardId, { note }));
        const done = await unlessDone(context, cardId, refusal, isDone);
        const where = { workspaceId: actor.workspaceId, subjectId: cardId, verb: "card.take-fallback" };
        const taken = await tx.auditEvent.findFirstOrThrow({ where, orderBy: { id: "desc" }, select: { details: true } });
        return { ...done, result: { ...done.result, ...CameOf.parse(taken.details) } };
      },
    );
  },
});
