import { z } from "zod";
import type { EngineConnection, Member } from "@/lib/db/generated/client";
import { CheckOutcome } from "@/lib/domain/engine/connection";
import type { ConnectionView } from "@/lib/domain/engine/engine-view";

/** What a secret of a connection is bound to: moved to another workspace, engine or field it does not open. */
export function placeOf({ workspaceId, engineId }: Pick<EngineConnection, "workspaceId" | "engineId">, field: "key" | "webhook"): string {
  return `${workspaceId}/${engineId}/${field}`;
}

export const ConnectionOptions = z.record(z.string().max(40), z.string().trim().max(200));

export function connectionView(row: EngineConnection & { connectedBy: Pick<Member, "displayName"> }): ConnectionView {
  const outcome = CheckOutcome.safeParse(row.checkOutcome);
  return {
    keyHint: row.keyHint,
    baseUrl: row.baseUrl,
    options: ConnectionOptions.parse(row.options),
    atOnce: row.atOnce,
    perMinute: row.perMinute,
    hasWebhookSecret: row.sealedWebhookSecret !== null,
    connectedAt: row.createdAt.toISOString(),
    connectedBy: row.connectedBy.displayName,
    check:
      outcome.success && row.checkedAt ? { outcome: outcome.data, reason: row.checkReason ?? "", at: row.checkedAt.toISOString() } : null,
  };
}
