import { randomBytes } from "node:crypto";
import type { WebhookEndpoint } from "@/lib/db/generated/client";
import { seal, unseal } from "@/lib/db/secret-box";
import { webhookSecret } from "@/lib/domain/webhook/sign";

/** What an endpoint's secrets are bound to: moved to another endpoint they do not open. The newer and the older share it, so that one becomes the other. */
const placeOf = ({ workspaceId, id }: Pick<WebhookEndpoint, "workspaceId" | "id">) => `${workspaceId}/webhook-endpoint/${id}`;

export type EndpointPlace = Pick<WebhookEndpoint, "workspaceId" | "id">;

/** A new secret, and how it lies in the database. */
export function newSecret(endpoint: EndpointPlace): { readonly secret: string; readonly sealed: string } {
  const secret = webhookSecret(randomBytes(32));
  return { secret, sealed: seal(secret, placeOf(endpoint)) };
}

/** Sealed anew with the studio's newest key. */
export const resealed = (endpoint: EndpointPlace, sealed: string) => seal(unseal(sealed, placeOf(endpoint)), placeOf(endpoint));

type Keeper = EndpointPlace & Pick<WebhookEndpoint, "sealedSecret" | "sealedOldSecret" | "oldSecretUntil">;

/** The secrets a message is signed with now, the newest first. Throws when the studio's keys do not open them any more. */
export function signingSecrets(endpoint: Keeper, now: Date): readonly string[] {
  const { sealedSecret, sealedOldSecret, oldSecretUntil } = endpoint;
  const isOldAlive = sealedOldSecret !== null && oldSecretUntil !== null && oldSecretUntil > now;
  return [sealedSecret, ...(isOldAlive ? [sealedOldSecret] : [])].map((sealed) => unseal(sealed, placeOf(endpoint)));
}
