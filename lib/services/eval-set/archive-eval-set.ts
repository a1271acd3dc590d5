import { z } from "zod";
import { EvalSetView } from "@/lib/domain/eval-set/eval-set";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadEvalSet } from "./eval-set-view";

/** Puts an eval set away, or brings it back. Its trials stay. */
export const archiveEvalSet = write({
  verb: "eval-set.archive",
  permission: "pattern.write",
  input: z.strictObject({ evalSetId: Id, archived: z.boolean() }),
  output: EvalSetView,
  async run({ tx, actor, now }, { evalSetId, archived }) {
    const { workspaceId } = actor;
    const [changed] = await tx.evalSet.updateManyAndReturn({
      where: { id: evalSetId, workspaceId, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? now : null, version: { increment: 1 } },
      select: { version: true },
    });
    const result = await loadEvalSet(tx, workspaceId, evalSetId);
    if (!changed) return { result, unchanged: true as const };
    return {
      result,
      audit: [{ subjectKind: "eval-set", subjectId: evalSetId, details: { archived } }],
      events: [{ kind: "eval-set", id: evalSetId, version: changed.version, act: archived ? "archived" : "restored" }],
    };
  },
});
