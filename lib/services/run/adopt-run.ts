import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { lockUnknown } from "./settle-unknown";

const Operation = z.custom<Prisma.InputJsonObject>((value) => typeof value === "object" && value !== null);

/**
 * An unknown run was found in the provider's list: it goes on as if its submit had been answered. A job of the provider
 * belongs to one run of ours, also when two look at the list together.
 */
export const adoptRun = write({
  verb: "run.adopt",
  permission: "run.start",
  input: z.strictObject({ runId: Id, token: Id, operation: Operation }),
  output: z.strictObject({ runId: Id }),
  async run({ tx, actor: { workspaceId } }, { runId, token, operation }) {
    const run = await lockUnknown(tx, workspaceId, runId, token);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`adopt ${workspaceId} ${run.engineId}`}, 0))`;
    const [other] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid AND "engineId" = ${run.engineId} AND "id" <> ${runId}::uuid
        AND "operation"->'job' = ${JSON.stringify(operation.job ?? null)}::jsonb LIMIT 1`;
    if (other) throw new AppError("CONFLICT", "Another run owns this job of the provider.");
    const changed = await tx.run.update({
      where: { id: runId },
      data: { status: "processing", operation, failureReason: null, progress: {}, version: { increment: 1 } },
      select: { version: true, prompt: { select: { boardId: true } } },
    });
    return {
      result: { runId },
      audit: [{ subjectKind: "run", subjectId: runId, details: { outcome: "found", job: JSON.stringify(operation.job ?? null) } }],
      events: [
        { kind: "run", id: runId, version: changed.version, boardId: changed.prompt.boardId, projectId: run.projectId, act: "processing" },
      ],
      jobs: [{ name: "run.generate", payload: { workspaceId, runId } }],
    };
  },
});
