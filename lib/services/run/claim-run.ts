import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { Run } from "@/lib/db/generated/client";
import { completeSettings, type Settings } from "@/lib/domain/engine/control";
import { AppError } from "@/lib/domain/errors";
import { ReferenceRole } from "@/lib/domain/prompt/recipe";
import { type NextStep, nextStep, type RunStatus } from "@/lib/domain/run/states";
import { catalogueModel } from "@/lib/engines/catalogue";
import { note } from "../bookkeeping";
import { recipeOf } from "../prompt/prompt-view";

/** All a worker needs to work on a run; references by content, because bytes are read from storage. */
export interface WorkOrder {
  readonly step: NextStep;
  readonly status: RunStatus;
  readonly runId: string;
  readonly workspaceId: string;
  readonly engineId: string;
  readonly modelId: string;
  readonly revision: string;
  readonly recipe: ReturnType<typeof recipeOf>;
  /** Every control of the model with its value. */
  readonly settings: Settings;
  readonly seeds: readonly number[];
  readonly references: readonly {
    readonly role: ReferenceRole;
    readonly weight: number;
    readonly sha256: string;
    readonly mimeType: string;
    /** What the engine said it made, for a picture that an engine made. */
    readonly scene?: JsonValue;
  }[];
  /** What a lead entered for one output or one second; null: the catalogue's price stands. Micro-dollars. */
  readonly enteredMicros: number | null;
  /** What is held for it. Micro-dollars. */
  readonly quoteMicros: bigint;
  /** The stored operation of an earlier submit, or null. */
  readonly operation: unknown;
  /** When it was sent to the engine; null for a run that was not. */
  readonly startedAt: Date | null;
  /** Indexes already stored by an earlier worker. */
  readonly stored: readonly number[];
}

/**
 * Takes a run over for one worker. The newest claim wins: whoever holds an older token finds its writes refused, so a
 * worker that was only slow cannot undo what its successor did. Before it submits, the worker writes its intent with
 * `takePlace`.
 */
export function claimRun(workspaceId: string, runId: string, token: string): Promise<WorkOrder | null> {
  return note(workspaceId, async (tx) => {
    const row = await lockRun(tx, workspaceId, runId);
    if (!row) return { result: null };
    const step = nextStep({
      status: row.status,
      hasIntent: row.intentAt !== null,
      hasOperation: row.operation !== null,
      cancelAsked: row.cancelAskedAt !== null,
    });
    const run = await tx.run.update({ where: { id: runId }, data: { claimToken: token, claimedAt: new Date() } });
    const prompt = row.prompt;
    const recipe = recipeOf(prompt);
    const controls = catalogueModel(run.engineId, run.modelId)?.capabilities.settings ?? [];
    return {
      result: {
        step,
        status: row.status,
        runId,
        workspaceId,
        engineId: run.engineId,
        modelId: run.modelId,
        revision: run.modelRevision,
        recipe,
        settings: completeSettings(controls, recipe.controls.settings),
        seeds: run.seeds.map(Number),
        references: prompt.references.map((reference) => ({
          role: ReferenceRole.parse(reference.role),
          weight: reference.weight,
          sha256: reference.asset.sha256,
          mimeType: reference.asset.mimeType,
          ...sceneOf(reference.asset.variants[0]?.report),
        })),
        enteredMicros: await enteredFor(tx, run),
        quoteMicros: run.quoteMicros,
        operation: run.operation,
        startedAt: run.startedAt,
        stored: row.variants.map((variant) => variant.index),
      },
    };
  });
}

async function enteredFor(tx: Transaction, { workspaceId, engineId, modelId }: Run): Promise<number | null> {
  const where = { workspaceId_engineId_modelId: { workspaceId, engineId, modelId } };
  const price = await tx.modelPrice.findUnique({ where, select: { micros: true } });
  return price ? Number(price.micros) : null;
}

async function lockRun(tx: Transaction, workspaceId: string, runId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Run" WHERE "id" = ${runId}::uuid FOR UPDATE`;
  return tx.run.findFirst({
    where: { id: runId, workspaceId },
    include: {
      variants: { select: { index: true } },
      prompt: {
        include: {
          references: {
            orderBy: { position: "asc" },
            include: {
              asset: {
                select: {
                  sha256: true,
                  mimeType: true,
                  variants: { select: { report: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 1 },
                },
              },
            },
          },
        },
      },
    },
  });
}

const Report = z.object({ scene: z.json() });
type JsonValue = z.infer<typeof Report>["scene"];

function sceneOf(report: unknown): { scene?: JsonValue } {
  const parsed = Report.safeParse(report);
  return parsed.success && parsed.data.scene !== null ? { scene: parsed.data.scene } : {};
}

/** A worker that lost its claim stops writing: its successor owns the run now. */
export class ClaimLost extends AppError {
  constructor(runId: string) {
    super("CONFLICT", `Another worker took over run ${runId}.`);
  }
}
