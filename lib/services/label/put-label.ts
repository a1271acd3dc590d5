import type { Database as Transaction } from "@/lib/db/client";
import type { LabelMoveKind } from "@/lib/db/generated/client";
import type { EvidenceView } from "@/lib/domain/pattern/evidence/view";
import type { LabelName } from "@/lib/domain/pattern/view";
import { tell } from "../webhook/tell";
import type { AuditEntry } from "../write";
import { KINDS } from "./label-view";

export interface LabelPut {
  readonly workspaceId: string;
  readonly patternId: string;
  readonly label: LabelName;
  readonly kind: LabelMoveKind;
  /** Null takes the label off the pattern. */
  readonly to: { readonly id: string; readonly number: number } | null;
  readonly reason: string;
  readonly evidence: EvidenceView | null;
  readonly memberId: string;
}

/**
 * Puts a label somewhere, writes that down and tells endpoints of it. Call it with the pattern's row locked: the next move is numbered after the
 * last. A label that is there already stays, and nothing is written.
 */
export async function putLabel(tx: Transaction, put: LabelPut, now: Date): Promise<readonly AuditEntry[]> {
  const { workspaceId, patternId, label, kind, to, reason, evidence, memberId } = put;
  const key = { patternId_name: { patternId, name: label } };
  const current = await tx.patternLabel.findUnique({ where: key, select: { patternVersion: { select: { id: true, number: true } } } });
  const from = current?.patternVersion ?? null;
  if (from?.id === to?.id) return [];
  if (to === null) await tx.patternLabel.delete({ where: key });
  else {
    const there = { versionId: to.id, movedAt: now };
    await tx.patternLabel.upsert({ where: key, create: { patternId, name: label, ...there }, update: there });
  }
  const number = (await tx.labelMove.count({ where: { patternId, label } })) + 1;
  await tx.labelMove.create({
    data: {
      workspaceId,
      patternId,
      label,
      number,
      kind,
      fromId: from?.id ?? null,
      toId: to?.id ?? null,
      reason,
      ...(evidence === null ? {} : { evidence }),
      movedById: memberId,
      createdAt: now,
    },
  });
  await tell(
    tx,
    workspaceId,
    {
      kind: "label.moved",
      load: async () => {
        const { slug } = await tx.pattern.findUniqueOrThrow({ where: { id: patternId }, select: { slug: true } });
        return { patternId, slug, label, kind: KINDS[kind], from: from?.number ?? null, to: to?.number ?? null, reason };
      },
    },
    now,
  );
  const details = { label, kind, before: from?.number ?? null, after: to?.number ?? null, reason };
  return [{ subjectKind: "label", subjectId: patternId, details }];
}
