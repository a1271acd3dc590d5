import { createHash } from "node:crypto";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { VerbOptions } from "@/lib/services/verb";

/** Printable ASCII; long enough for two UUIDs and a purpose. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** The key a write may be repeated under, if the request names one. Throws `BAD_INPUT` for one that cannot be honoured. */
export function idempotencyKeyOf(request: Request, actor: PersonActor): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method === "GET") return null;
  if (actor.kind !== "key") throw new AppError("BAD_INPUT", "An Idempotency-Key works with an API key only.");
  if (!IDEMPOTENCY_KEY.test(key))
    throw new AppError("BAD_INPUT", "An Idempotency-Key has 1 to 200 printable ASCII characters without spaces.");
  return key;
}

/** The options of a write under this key: the same key with another method, address or `said` is another request, so a conflict. */
export function underKey(key: string | null, request: Request, said: string): VerbOptions {
  if (key === null) return {};
  const { pathname, search } = new URL(request.url);
  const requestHash = createHash("sha256").update(`${request.method} ${pathname}${search}\n${said}`).digest("hex");
  return { idempotency: { key, requestHash } };
}
