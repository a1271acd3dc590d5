import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { isComplete, labelChecklist } from "@/lib/domain/pattern/label/checklist";
import { EvidenceRule, strictest } from "@/lib/domain/pattern/label/rule";
import { ChecklistView } from "@/lib/domain/pattern/label/view";
import { Template } from "@/lib/domain/pattern/template";
import { LabelName } from "@/lib/domain/pattern/view";
import { Id } from "@/lib/domain/wire";
import { authorsOf } from "../pattern/authors";
import { personOf } from "../person";
import { read } from "../read";
import { loadEvidence } from "../trial/load-evidence";

const input = z.strictObject({ patternId: Id, label: LabelName, versionId: Id });

/** What moving a label to a version takes of this person, line by line. The act asks the very same. */
export const getChecklist = read({
  verb: "label.checklist",
  permission: "workspace.read",
  input,
  output: ChecklistView,
  run: ({ db, actor }, asked) => checklistOf(db, personOf(actor), asked),
});

/** For a reader as for the transaction that moves the label. Nobody signs on verdicts that are still hidden from them. */
export async function checklistOf(
  db: Database,
  { workspaceId, memberId, role }: PersonActor,
  { patternId, label, versionId }: z.output<typeof input>,
): Promise<ChecklistView> {
  const version = await db.patternVersion.findFirst({
    where: { id: versionId, patternId, pattern: { workspaceId } },
    select: { number: true, createdById: true, coAuthorIds: true, template: true },
  });
  if (!version) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
  const lanes = await db.lane.findMany({
    where: { workspaceId, kind: "production", archivedAt: null },
    orderBy: { name: "asc" },
    select: { name: true, allowedEngines: true, evidenceRule: true },
  });
  const rule = strictest(lanes.map(({ evidenceRule }) => EvidenceRule.parse(evidenceRule)));
  const evidence = (await loadEvidence(db, workspaceId, [versionId], { viewer: memberId, withDrift: true })).get(versionId) ?? null;
  const isAuthor = authorsOf(version).includes(memberId);
  const lines = [...labelChecklist({ label, role, isAuthor, evidence, rule, template: Template.parse(version.template), lanes })];
  return { label, versionId, number: version.number, lines, complete: isComplete(lines), rule, evidence };
}
