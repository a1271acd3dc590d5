import { createHash } from "node:crypto";
import { isFinished } from "@/lib/domain/run/states";
import { webhookReader } from "@/lib/engines/webhook-engines";
import { log } from "@/lib/log";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { nudgeRun, runAtAddress } from "@/lib/services/run/nudge-run";
import { readLimited } from "./read-limited";

/** A message carries the whole result; only its signature is looked at. */
const MOST_BYTES = 4 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A provider says that something happened to a run. Believed only in this: that it is worth looking. Nothing it says is
 * stored, and nothing happens unless its signature is the provider's and fresh.
 * 404: no such engine or run. 413: larger than 4 MB. 401: not the provider's signature, or too old. 503: its keys cannot
 * be read now. A message heard before is answered like the first, because a provider that is refused sends it again.
 */
export async function receiveWebhook(request: Request, engineId: string, runId: string, receivedAtMs = Date.now()): Promise<Response> {
  const reader = webhookReader(engineId);
  const run = reader && UUID.test(runId) ? await runAtAddress(engineId, runId) : null;
  if (!reader || !run) return answer(404, "There is no run at this address.");
  const body = await readLimited(request, MOST_BYTES);
  if (body === null) return answer(413, "The message is larger than 4 MB.");
  const headers = new Map([...request.headers].map(([name, value]) => [name.toLowerCase(), value]));
  const message = { headers, body, receivedAtMs, runId, connection: await connectionOf(run.workspaceId, engineId) };
  const read = await reader.parseWebhook(message).catch((error: unknown) => {
    log.error("webhooks", "a message could not be verified", { engineId, runId }, error);
    return "unverifiable" as const;
  });
  if (read === "unverifiable") return answer(503, "The signature cannot be verified now. Send it again later.");
  if (read === null) return answer(401, "The signature is not the provider's, or the message is too old.");
  const isNew = !isFinished(run.status) && (await nudgeRun(runId, hashOf(engineId, read.covered, body)));
  return Response.json({ heard: isNew ? "now" : "before" }, { headers: NOT_STORED });
}

const NOT_STORED = { "cache-control": "no-store" };

const answer = (status: number, message: string) => Response.json({ message }, { status, headers: NOT_STORED });

/** What makes a message the same: its body and what was signed with it. A header nobody signed makes no new message of an old one. */
function hashOf(engineId: string, covered: readonly string[], body: Uint8Array): string {
  return createHash("sha256").update(engineId).update(JSON.stringify(covered)).update(body).digest("hex");
}
