import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { LabelMoveKind as RowKind } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { EvidenceView } from "@/lib/domain/pattern/evidence/view";
import { placeBefore } from "@/lib/domain/pattern/label/history";
import type { LabelMoveKind, LabelMoveView, LabelView } from "@/lib/domain/pattern/label/view";
import type { LabelName } from "@/lib/domain/pattern/view";

/** As it was read then: before anything looked for unsafe content, it said so in a word. */
const EvidenceAtTheTime = EvidenceView.extend({
  unsafe: EvidenceView.shape.unsafe.or(z.literal("not-checked").transform(() => ({ checked: 0, flagged: 0 }))),
});

export const KINDS = { saved: "saved", moved: "moved", rolled_back: "rolled-back" } as const satisfies Record<RowKind, LabelMoveKind>;

const place = { select: { id: true, number: true } } as const;

/** A label of a pattern with its whole history. */
export async function loadLabel(db: Database, workspaceId: string, patternId: string, label: LabelName): Promise<LabelView> {
  const pattern = await db.pattern.findFirst({
    where: { id: patternId, workspaceId },
    select: { labels: { where: { name: label }, select: { patternVersion: place } }, versions: place },
  });
  if (!pattern) throw new AppError("NOT_FOUND", "This pattern does not exist.");
  const moves = await db.labelMove.findMany({
    where: { patternId, label },
    orderBy: { number: "asc" },
    include: { from: place, to: place, movedBy: { select: { displayName: true } } },
  });
  const before = placeBefore(moves.map(({ kind, fromId, toId }) => ({ kind: KINDS[kind], fromId, toId })));
  const at = pattern.labels[0]?.patternVersion;
  return {
    patternId,
    label,
    at: at ? placeOf(at) : null,
    version: moves.length,
    before: placeOf(pattern.versions.find(({ id }) => id === before) ?? null),
    canRollBack: before !== undefined,
    history: moves.reverse().map(
      (move): LabelMoveView => ({
        id: move.id,
        kind: KINDS[move.kind],
        from: placeOf(move.from),
        to: placeOf(move.to),
        reason: move.reason,
        by: move.movedBy.displayName,
        // What was signed on years ago may be written otherwise by now: then only the fact remains.
        evidence: EvidenceAtTheTime.safeParse(move.evidence).data ?? null,
        createdAt: move.createdAt.toISOString(),
      }),
    ),
  };
}

const placeOf = (version: { readonly id: string; readonly number: number } | null) =>
  version && { versionId: version.id, number: version.number };
