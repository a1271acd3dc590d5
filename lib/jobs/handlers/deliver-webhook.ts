import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { outcomeOf } from "@/lib/domain/webhook/schedule";
import { signedHeaders } from "@/lib/domain/webhook/sign";
import type { Lookup } from "@/lib/engines/http/public-lookup";
import { beginDelivery, type Message } from "@/lib/services/webhook/begin-delivery";
import { pauseWebhook } from "@/lib/services/webhook/pause-webhook";
import { settleDelivery, type Tried } from "@/lib/services/webhook/settle-delivery";
import { sendMessage } from "../send-message";

const TIMEOUT_MS = 10_000;

export interface DeliverTools {
  readonly isPrivateAllowed: boolean;
  readonly timeoutMs?: number;
  readonly lookup?: Lookup;
}

/**
 * One try to deliver one message. Killed anywhere it is made again: the receiver tells a repetition by the message's id.
 * What it is answered is noted together with the job of the next try, so that no message is ever left without one.
 */
export async function deliverWebhook(
  job: { workspaceId: string; deliveryId: string },
  signal: AbortSignal,
  tools: DeliverTools,
): Promise<void> {
  const { workspaceId, deliveryId } = job;
  const message = await beginDelivery(workspaceId, deliveryId, new Date());
  if (!message) return;
  const said = await saidTo(message, signal, tools);
  // A worker that stops leaves the try to the next one: it was not the receiver's fault.
  signal.throwIfAborted();
  await settleDelivery(workspaceId, deliveryId, { ...said, tries: message.tries, random: Math.random() }, new Date());
  if (outcomeOf(said.code) === "gone") await pauseGone({ kind: "system", workspaceId }, message.endpointId);
}

async function saidTo(message: Message, signal: AbortSignal, tools: DeliverTools): Promise<Pick<Tried, "code" | "answer">> {
  try {
    const headers = await signedHeaders({ id: message.deliveryId, body: message.body, sentAt: new Date() }, message.secrets());
    return await sendMessage({ url: message.url, body: message.body, headers: { ...headers }, timeoutMs: TIMEOUT_MS, signal, ...tools });
  } catch (error) {
    return { code: null, answer: reasonOf(error).slice(0, 500) };
  }
}

async function pauseGone(studio: Actor, endpointId: string): Promise<void> {
  try {
    await pauseWebhook(studio, { endpointId, reason: "The receiver answered 410: it wants nothing more." });
  } catch (error) {
    // Removed meanwhile: nothing is left to pause.
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
  }
}

/** The sentence of an error, also where several addresses of one name were tried in vain. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(reasonOf).join(" ");
  return error instanceof Error ? error.message : String(error);
}
