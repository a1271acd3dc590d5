import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site made a signed-in browser send: its `Origin` must be the studio's own; a browser
 * that leaves it out must say same-origin in `Sec-Fetch-Site`. Requests with an `Authorization` header are exempt:
 * they never act by cookie.
 * @throws AppError FORBIDDEN
 */
export function checkOrigin(request: Pick<Request, "method" | "headers">): void {
  if (SAFE_METHODS.has(request.method.toUpperCase()) || request.headers.has("authorization")) return;
  const origin = request.headers.get("origin");
  const isOurs = origin === null ? request.headers.get("sec-fetch-site") === "same-origin" : origin === env().origin;
  if (!isOurs)
    throw new AppError(
      "FORBIDDEN",
      `This request did not come from the studio's own address, ${env().origin}. Open it there and try again.`,
    );
}
