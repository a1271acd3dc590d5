import type { Run } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { currentAttempt, isFallbackOpen } from "@/lib/domain/review/card";
import { submitAttempt } from "@/lib/domain/review/submit-attempt";
import { modelNameOf } from "@/lib/engines/catalogue";
import type { Job } from "@/lib/jobs/contracts";
import { engineNames } from "../engine/engine-names";
import type { AuditEntry, WriteContext, Written } from "../write";
import { changeCard, happened } from "./change-card";
import { loadSubmission, lookAt } from "./submission";

const NOTE = "Made by the fallback path.";

/** What opening an attempt wrote, or why none was opened. */
export interface Opened extends Pick<Written<unknown>, "events"> {
  readonly jobs: readonly Job[];
  readonly audit: readonly AuditEntry[];
  readonly whyNot: string | null;
}

const NOTHING: Opened = { audit: [], events: [], jobs: [], whyNot: null };

/**
 * Submits what a fallback path's run has made, in the name of whoever made the attempt before: it is their recipe, and
 * the owner of the card stays free to decide. Part of the run's end, so that a crash neither loses the attempt nor makes
 * it twice. Where people were first – another attempt, an end of the card – the picture stays on its board.
 */
export async function openAttempt(
  context: WriteContext,
  run: Pick<Run, "id" | "workspaceId" | "cardId" | "opensAttempt" | "engineId" | "modelId" | "actualMicros">,
): Promise<Opened> {
  const { tx, now } = context;
  const { cardId, workspaceId } = run;
  if (!run.opensAttempt || cardId === null) return NOTHING;
  const variant = await tx.variant.findFirst({ where: { runId: run.id }, orderBy: { index: "asc" }, select: { id: true } });
  if (!variant) return NOTHING;
  try {
    const changed = await changeCard(context, cardId, async (card, { lane }) => {
      const before = currentAttempt(card);
      if (!before || !isFallbackOpen(card)) return "fallback_taken";
      const by = { memberId: before.submittedById, role: null, note: NOTE };
      const submission = await loadSubmission(tx, workspaceId, { variantId: variant.id }, by);
      return submitAttempt(card, submission, lane, before.number, now);
    });
    const attempt = currentAttempt(changed.after);
    const made = {
      model: modelNameOf(run),
      engine: engineNames().get(run.engineId) ?? run.engineId,
      actualMicros: `${run.actualMicros ?? 0n}`,
    };
    const details = { attemptId: attempt?.id ?? null, attempt: attempt?.number ?? null, variantId: variant.id, ...made };
    const { audit, events } = happened(changed, "submitted", details);
    return { audit, events: events ?? [], jobs: attempt ? [lookAt(workspaceId, attempt)] : [], whyNot: null };
  } catch (error) {
    // Nothing was written: a card refuses before it is saved.
    if (error instanceof AppError) return { ...NOTHING, whyNot: error.message };
    throw error;
  }
}
