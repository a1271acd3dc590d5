import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PatternView } from "@/lib/domain/pattern/view";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { heldPattern } from "./held-pattern";
import { loadPattern } from "./pattern-view";

/** Takes a deprecation back. */
export const reinstatePattern = write({
  verb: "pattern.reinstate",
  permission: "pattern.write",
  input: z.strictObject({ patternId: Id }),
  output: PatternView,
  async run({ tx, actor }, { patternId }) {
    const before = await heldPattern(tx, actor, patternId);
    if (!before.deprecatedAt) throw new AppError("CONFLICT", "This pattern is in use: nobody deprecated it.");
    const changed = await tx.pattern.update({
      where: { id: patternId },
      data: { deprecatedAt: null, deprecation: "", successorId: null, version: { increment: 1 } },
    });
    return {
      result: await loadPattern(tx, actor, { id: patternId }),
      audit: [{ subjectKind: "pattern", subjectId: patternId, details: { reason: before.deprecation, successorId: before.successorId } }],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: "reinstated" }],
    };
  },
});
