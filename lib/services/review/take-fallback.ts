import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { MicrosText } from "@/lib/domain/money/micros";
import { isFallbackUnderWay, takeFallback as take } from "@/lib/domain/review/at-the-limit";
import { currentAttempt, type ReviewCard } from "@/lib/domain/review/card";
import { isRefusal } from "@/lib/domain/review/refusal";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { CardMoved } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { changeCard, happened, personAt, unlessDone } from "./change-card";
import { fallbackTarget } from "./fallback-target";
import { Note } from "./input";
import { makeFallback } from "./make-fallback";
import type { FallbackRun } from "./plan-fallback";
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
  input: z.strictObject({
    cardId: Id,
    note: Note,
    /** The price the person saw, 0 where nothing was to run; nothing is taken when its run costs something else by now. */
    quoteMicros: MicrosText.optional(),
  }),
  output: CardMoved.extend(CameOf.shape),
  async run(context, { cardId, note, quoteMicros }) {
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
        const { runId, whyNot, runs, ...made } = await makeFallback(context, changed);
        if (runs && quoteMicros !== undefined && BigInt(quoteMicros) !== runs.quoteMicros)
          throw new AppError("CONFLICT", "The price changed since you saw it. Look at the new one and take the path again.");
        const insteadOn = runs?.insteadOn ?? null;
        const target = path && (await fallbackTarget(tx, actor.workspaceId, path, changed.after.makerId));
        const details = {
          path: path?.kind ?? "",
          target: JSON.stringify(path),
          ...(target ? { name: target.name } : {}),
          ...(submitted ? { attempt: submitted.number } : {}),
          ...(runs ? trailOf(runs) : {}),
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

/** What makes it, for the trail: by names, as they are today. */
const trailOf = ({ model, pattern, quoteMicros }: FallbackRun) => ({
  model: model.capabilities.name,
  engine: model.engineName,
  version: pattern?.number ?? null,
  quoteMicros: quoteMicros.toString(),
});
