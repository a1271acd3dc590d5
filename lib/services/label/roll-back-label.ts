import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { LabelView } from "@/lib/domain/pattern/label/view";
import { LabelName } from "@/lib/domain/pattern/view";
import { Id, Version } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { heldPattern } from "../pattern/held-pattern";
import { personOf } from "../person";
import { write } from "../write";
import { loadLabel } from "./label-view";
import { Reason } from "./move-label";
import { putLabel } from "./put-label";

/**
 * Puts a label back to where it was before its last move – off the pattern, when that was its first. Asks for no evidence:
 * where it goes was signed then, and a bad version is taken out of production at once.
 */
export const rollBackLabel = write({
  verb: "label.roll-back",
  permission: "label.move",
  input: z.strictObject({ patternId: Id, label: LabelName, reason: Reason, version: Version }),
  output: LabelView,
  async run({ tx, actor, now }, { patternId, label, reason, version }) {
    const { workspaceId, memberId } = personOf(actor);
    await heldPattern(tx, actor, patternId);
    const before = await loadLabel(tx, workspaceId, patternId, label);
    if (before.version !== version) {
      const isOwn =
        before.version === version + 1 && (await didBefore(tx, actor, "label.roll-back", patternId, { label, move: before.version }));
      if (isOwn) return { result: before, unchanged: true as const };
      throw new AppError("CONFLICT", "Somebody moved this label first. Look at it again.");
    }
    if (!before.canRollBack) throw new AppError("REFUSED", "This label was nowhere before. Move it to another version instead.");
    const to = before.before && { id: before.before.versionId, number: before.before.number };
    const [audit] = await putLabel(tx, { workspaceId, patternId, label, kind: "rolled_back", to, reason, evidence: null, memberId }, now);
    const changed = await tx.pattern.update({ where: { id: patternId }, data: { version: { increment: 1 } }, select: { version: true } });
    return {
      result: await loadLabel(tx, workspaceId, patternId, label),
      audit: [{ subjectKind: "label", subjectId: patternId, details: { ...audit?.details, label, move: version + 1 } }],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: `${label}-rolled-back` }],
    };
  },
});
