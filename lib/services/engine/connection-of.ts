import { db } from "@/lib/db/client";
import type { EngineConnection } from "@/lib/db/generated/client";
import { unseal } from "@/lib/db/secret-box";
import { refusalOfHost } from "@/lib/domain/engine/allowed-host";
import type { Connection } from "@/lib/domain/engine/connection";
import { connectableEngines } from "@/lib/engines/catalogue";
import { hideInLogs, log } from "@/lib/log";
import { allowedHosts } from "./allowed-hosts";
import { ConnectionOptions, placeOf } from "./connection-row";

/**
 * A workspace's connection to an engine, opened. For a worker's hands only: it is no verb, so no door can reach it. Null
 * when there is none, when it leads to a host that is not allowed any more, or when the engine needs none.
 */
export async function connectionOf(workspaceId: string, engineId: string): Promise<Connection | null> {
  if (!connectableEngines().some((engine) => engine.engineId === engineId)) return null;
  const row = await db().engineConnection.findUnique({ where: { workspaceId_engineId: { workspaceId, engineId } } });
  if (!row) return null;
  const refusal = refusalOfHost(row.baseUrl, await allowedHosts(db(), workspaceId, engineId));
  if (refusal === null) return opened(row);
  log.warn("engines", "a connection leads to a host that is not allowed any more", { engineId, workspaceId });
  return null;
}

/** Why {@link connectionOf} opens no connection that is there, in a sentence. */
export async function whyNotOpened(workspaceId: string, engineId: string): Promise<string> {
  const row = await db().engineConnection.findUnique({
    where: { workspaceId_engineId: { workspaceId, engineId } },
    select: { baseUrl: true },
  });
  if (!row) return "It is not connected any more.";
  return refusalOfHost(row.baseUrl, await allowedHosts(db(), workspaceId, engineId)) ?? "Its key cannot be opened. Enter it again.";
}

/** A key that cannot be opened any more connects nothing: an admin has to enter it again. */
function opened(row: EngineConnection): Connection | null {
  try {
    const apiKey = unseal(row.sealedKey, placeOf(row, "key"));
    const webhookSecret = row.sealedWebhookSecret === null ? null : unseal(row.sealedWebhookSecret, placeOf(row, "webhook"));
    hideInLogs(apiKey, webhookSecret);
    return { apiKey, baseUrl: row.baseUrl, webhookSecret, options: ConnectionOptions.parse(row.options) };
  } catch (error) {
    log.error("engines", "a key cannot be opened", { engineId: row.engineId, workspaceId: row.workspaceId }, error);
    return null;
  }
}
