import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternView } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { heldPattern } from "./held-pattern";
import { loadPattern } from "./pattern-view";

/** Says that a pattern is not to be begun with any more, why, and what to use instead. What runs with it goes on running. */
export const deprecatePattern = write({
  verb: "pattern.deprecate",
  permission: "pattern.write",
  input: z.strictObject({
    patternId: Id,
    reason: PlainText.trim().min(1, "Say why, for whoever still uses it.").max(500),
    successorId: Id.nullable(),
  }),
  output: PatternView,
  async run({ tx, actor, now }, { patternId, reason, successorId }) {
    const { workspaceId } = actor;
    // One at a time, or two patterns could send people to each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`pattern ${workspaceId}`}, 0))`;
    const pattern = await heldPattern(tx, actor, patternId);
    if (successorId === patternId) throw new AppError("REFUSED", "A pattern cannot follow itself. Choose another one, or none.");
    if (successorId !== null) {
      const successor = await tx.pattern.findFirst({ where: { id: successorId, workspaceId, archivedAt: null } });
      if (!successor) throw new AppError("NOT_FOUND", "The pattern to use instead does not exist.");
      if (successor.deprecatedAt) throw new AppError("REFUSED", `“${successor.name}” is deprecated itself. Choose one that is in use.`);
    }
    const changed = await tx.pattern.update({
      where: { id: patternId },
      data: { deprecatedAt: pattern.deprecatedAt ?? now, deprecation: reason, successorId, version: { increment: 1 } },
    });
    return {
      result: await loadPattern(tx, actor, { id: patternId }),
      audit: [{ subjectKind: "pattern", subjectId: patternId, details: { reason, successorId } }],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: "deprecated" }],
    };
  },
});
