import type { Database as Transaction } from "@/lib/db/client";
import type { KindView } from "@/lib/domain/review/taxonomy";
import type { AuditEntry, Written } from "../write";

/** Kinds change one after the other: a name is looked for among all of them. */
export async function lockKinds(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`;
}

/** What a change of a kind tells. The taxonomy is the workspace's: its news carry the workspace's id. */
export function kindChanged(
  view: KindView,
  workspaceId: string,
  act: string,
  details: NonNullable<AuditEntry["details"]>,
): Written<KindView> {
  return {
    result: view,
    audit: [{ subjectKind: "workspace", subjectId: workspaceId, details }],
    events: [{ kind: "defect-kind", id: workspaceId, version: view.version, act }],
  };
}
