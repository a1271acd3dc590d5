import { z } from "zod";
import { LOOK_AFTER_SECONDS } from "@/lib/domain/run/lookup";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { lockClaimed } from "./record-variants";

/**
 * A paid submit that may or may not have arrived. The hold stays until the provider's list or a person tells: resending
 * could charge twice, releasing could hide a charge.
 */
export const markUnknown = write({
  verb: "run.mark-unknown",
  permission: "run.start",
  input: z.strictObject({ runId: Id, token: Id, reason: z.string().max(2_000) }),
  output: z.strictObject({ status: z.literal("unknown") }),
  async run({ tx, actor }, { runId, token, reason }) {
    const run = await lockClaimed(tx, actor.workspaceId, runId, token);
    const changed = await tx.run.update({
      where: { id: runId },
      data: { status: "unknown", failureReason: reason, version: { increment: 1 } },
      select: { version: true, prompt: { select: { boardId: true } } },
    });
    return {
      result: { status: "unknown" as const },
      audit: [{ subjectKind: "run", subjectId: runId, details: { status: "unknown", reason } }],
      events: [
        { kind: "run", id: runId, version: changed.version, boardId: changed.prompt.boardId, projectId: run.projectId, act: "unknown" },
      ],
      jobs: [{ name: "run.find", payload: { workspaceId: actor.workspaceId, runId, look: 0 }, startAfterSeconds: LOOK_AFTER_SECONDS[0] }],
    };
  },
});
