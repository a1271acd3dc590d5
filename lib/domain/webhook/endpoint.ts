import { z } from "zod";
import { isOnOwnNetwork } from "../engine/connection";
import { Id, Instant } from "../wire";
import { WebhookKind } from "./fact";

export const MAX_WEBHOOK_ENDPOINTS = 20;

/** After a rotation the secret before signs beside the new one for so long. Milliseconds. */
export const OLD_SECRET_LIVES_MS = 24 * 3_600_000;

/** An endpoint as a list shows it; its secret is not among it. */
export const WebhookEndpointView = z.strictObject({
  id: Id,
  url: z.string(),
  kinds: z.array(WebhookKind),
  /** Until then messages are signed with the secret before, too; null when there is none. */
  oldSecretUntil: Instant.nullable(),
  pausedAt: Instant.nullable(),
  /** Why the studio paused it; null when a person did, or nobody. */
  pauseReason: z.string().nullable(),
  createdBy: z.string(),
  version: z.int(),
  createdAt: Instant,
});
export type WebhookEndpointView = z.infer<typeof WebhookEndpointView>;

/** `waiting`: it will be tried, or its endpoint is paused. `failed`: nobody tries any more until somebody asks. */
export const DeliveryStatus = z.enum(["waiting", "delivered", "failed"]);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

export const WebhookDeliveryView = z.strictObject({
  /** The message's `webhook-id`. */
  id: Id,
  endpointId: Id,
  url: z.string(),
  kind: z.string(),
  status: DeliveryStatus,
  tries: z.int(),
  nextTryAt: Instant.nullable(),
  /** HTTP status of the last answer; null when there was none. */
  answerCode: z.int().nullable(),
  /** The first 500 characters of the last answer, or why there was none. */
  answer: z.string(),
  triedAt: Instant.nullable(),
  createdAt: Instant,
});
export type WebhookDeliveryView = z.infer<typeof WebhookDeliveryView>;

/** Why nothing can be sent to an address, in a sentence; null when it can. */
export function refusalOfEndpoint(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return "Enter a whole address, for example https://shop.example.com/selects.";
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return "The address must begin with https://.";
  if (url.protocol === "http:" && !isOnOwnNetwork(url.hostname)) return "Outside your own network the address must begin with https://.";
  if (url.username !== "" || url.password !== "") return "Leave user name and password out of the address: messages are signed.";
  return url.hash === "" ? null : "Leave everything after # out of the address.";
}
