import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { MicrosText } from "@/lib/domain/money/micros";
import { TRIALS_BOARD, TrialSummary } from "@/lib/domain/trial/view";
import { Id } from "@/lib/domain/wire";
import { beginGrid } from "../grid/start-grid";
import { personOf } from "../person";
import { write } from "../write";
import { askedTrial, trialInput } from "./plan-trial";
import { loadTrial, trialSummary } from "./trial-view";

/**
 * Starts a trial: a grid of subjects × seeds on the project's board of trials, under the trial's id – so it is quoted,
 * budgeted, cancelled, continued and exported as every grid. Asked twice with the same `trialId` it is one trial.
 */
export const startTrial = write({
  verb: "trial.start",
  permission: "run.start",
  input: z.strictObject({
    /** Chosen by whoever asks, so that asking again starts nothing twice. */
    trialId: Id.optional(),
    ...trialInput,
    /** Whether judges see nobody else's verdict, nor measures, before their own. */
    blind: z.boolean().default(false),
    /** The price of the whole that the person saw; refused when it is another by now. */
    quoteMicros: MicrosText.optional(),
  }),
  output: TrialSummary,
  async run(context, { trialId = randomUUID(), projectId, blind, quoteMicros, ...asked }) {
    const { tx, actor } = context;
    const { workspaceId, memberId } = personOf(actor);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${trialId}, 0))`;
    const before = await tx.trial.findUnique({ where: { id: trialId }, select: { workspaceId: true, createdById: true } });
    if (before?.workspaceId === workspaceId && before.createdById === memberId)
      return { result: trialSummary(await loadTrial(tx, workspaceId, trialId), memberId), unchanged: true as const };
    if (before) throw new AppError("CONFLICT", "This trial id is taken. Choose another one.");
    const { grid, pattern, number } = await askedTrial(tx, actor, asked);
    const board = await boardOfTrials(tx, workspaceId, projectId);
    const started = await beginGrid(
      context,
      { boardId: board.id, gridId: trialId, ...grid, ...(quoteMicros === undefined ? {} : { quoteMicros }) },
      { patternVersionId: asked.versionId },
    );
    if ("unchanged" in started) throw new AppError("CONFLICT", "This trial id is taken. Choose another one.");
    await tx.trial.create({
      data: {
        id: trialId,
        workspaceId,
        patternVersionId: asked.versionId,
        evalSetId: asked.evalSetId ?? null,
        blind,
        createdById: memberId,
      },
    });
    const details = { versionId: asked.versionId, number, cells: started.result.cells, quoteMicros: started.result.quoteMicros, blind };
    return {
      result: trialSummary(await loadTrial(tx, workspaceId, trialId), memberId),
      audit: [{ subjectKind: "trial", subjectId: trialId, details }, ...started.audit],
      events: [
        { kind: "trial", id: trialId, version: 0, projectId, act: "starting" },
        { kind: "pattern", id: pattern.id, version: pattern.version, act: "trial-started" },
        ...board.events,
        ...(started.events ?? []),
      ],
      jobs: started.jobs ?? [],
    };
  },
});

/** The project's board of trials, made when it is missing. Two trials at once wait for each other here, and find one. */
async function boardOfTrials(
  tx: Transaction,
  workspaceId: string,
  projectId: string,
): Promise<{ readonly id: string; readonly events: readonly StudioEvent[] }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`trials ${projectId}`}, 0))`;
  const project = await tx.project.findFirst({ where: { id: projectId, workspaceId, archivedAt: null }, select: { id: true } });
  if (!project) throw new AppError("NOT_FOUND", "This project does not exist, or it is archived.");
  const found = await tx.board.findFirst({
    where: { workspaceId, projectId, name: TRIALS_BOARD, archivedAt: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (found) return { id: found.id, events: [] };
  const { id } = await tx.board.create({ data: { workspaceId, projectId, name: TRIALS_BOARD }, select: { id: true } });
  return { id, events: [{ kind: "board", id, version: 0, boardId: id, projectId, act: "created" }] };
}
