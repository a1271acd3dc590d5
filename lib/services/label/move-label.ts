import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { LabelView } from "@/lib/domain/pattern/label/view";
import { LabelName } from "@/lib/domain/pattern/view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { Id, Version } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { heldPattern } from "../pattern/held-pattern";
import { personOf } from "../person";
import { write } from "../write";
import { checklistOf } from "./label-checklist";
import { loadLabel } from "./label-view";
import { putLabel } from "./put-label";

export const Reason = PlainText.trim().min(1, "Say why, for whoever reads the history.").max(1_000);

/**
 * Puts a label on a version. Everything `production` asks for is read and decided in the transaction that moves it, with
 * the pattern, its production lanes and the version's trials locked: no judgement, rule or other lead comes in between.
 */
export const moveLabel = write({
  verb: "label.move",
  permission: "label.move",
  input: z.strictObject({
    patternId: Id,
    label: LabelName,
    versionId: Id,
    reason: Reason,
    /** How often the label was moved when the person looked. */
    version: Version,
  }),
  output: LabelView,
  async run({ tx, actor, now }, { patternId, label, versionId, reason, version }) {
    const person = personOf(actor);
    const { workspaceId, memberId } = person;
    await heldPattern(tx, actor, patternId);
    const before = await loadLabel(tx, workspaceId, patternId, label);
    if (before.at?.versionId === versionId) {
      const isOwn = await didBefore(tx, actor, "label.move", patternId, { label, after: before.at.number });
      if (isOwn) return { result: before, unchanged: true as const };
      throw new AppError("CONFLICT", `Version ${before.at.number} is labelled ${label} already.`);
    }
    if (before.version !== version) throw new AppError("CONFLICT", "Somebody moved this label first. Look at it again.");
    await tx.$queryRaw`SELECT 1 FROM "Lane" WHERE "workspaceId" = ${workspaceId}::uuid ORDER BY "id" FOR SHARE`;
    await tx.$queryRaw`SELECT 1 FROM "Trial" WHERE "patternVersionId" = ${versionId}::uuid ORDER BY "id" FOR SHARE`;
    const checklist = await checklistOf(tx, person, { patternId, label, versionId });
    if (!checklist.complete) {
      const missing = checklist.lines.filter(({ met }) => !met);
      throw new AppError("REFUSED", missing.map(({ sentence }) => sentence).join(" "), {
        details: { missing: missing.map(({ kind }) => kind).join(" ") },
      });
    }
    const to = { id: versionId, number: checklist.number };
    const evidence = label === "production" ? checklist.evidence : null;
    const [audit] = await putLabel(tx, { workspaceId, patternId, label, kind: "moved", to, reason, evidence, memberId }, now);
    const changed = await tx.pattern.update({ where: { id: patternId }, data: { version: { increment: 1 } }, select: { version: true } });
    return {
      result: await loadLabel(tx, workspaceId, patternId, label),
      audit: [audit ?? { subjectKind: "label", subjectId: patternId, details: { label } }],
      events: [{ kind: "pattern", id: patternId, version: changed.version, act: `${label}-moved` }],
    };
  },
});
