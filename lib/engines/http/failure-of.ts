import { redact } from "@/lib/domain/log/redact";
import type { Failure } from "@/lib/domain/run/failure";
import type { Answer } from "./exchange";

const MAX_REASON = 500;

/** The provider's own words for an error: the fields providers use, then the start of the body. */
export function reasonIn(answer: Answer, secrets: readonly string[] = []): string {
  const text = wordsIn(answer.json) ?? new TextDecoder().decode(answer.bytes.slice(0, MAX_REASON));
  return redact(text, secrets).replace(/\s+/g, " ").trim().slice(0, MAX_REASON);
}

const FIELDS = ["message", "detail", "error", "errors", "msg", "title", "name", "reason", "failure", "failure_reason"] as const;

function wordsIn(body: unknown): string | null {
  if (typeof body === "string") return body === "" ? null : body;
  if (Array.isArray(body)) return body.map(wordsIn).filter(Boolean).join("; ") || null;
  if (typeof body !== "object" || body === null) return null;
  for (const field of FIELDS) {
    const words = wordsIn(Reflect.get(body, field));
    if (words !== null) return words;
  }
  return null;
}

/** Words by which providers say that a request or a result was moderated, when they have no code for it. */
const MODERATED =
  /content[ _-]?polic|content[ _-]?(?:moderat|checker|filter)|moderation|safety (?:system|filter|checker|reason)|nsfw|flagged|risk control|prohibited content/i;
const NO_QUOTA = /insufficient (?:balance|credit|fund|quota)|exhausted (?:balance|quota)|quota|out of credits|not enough credits|billing/i;

/** What an error answer of any provider means by its status and words; an adapter looks at its provider's own codes first. */
export function failureOf(answer: Answer, secrets: readonly string[] = []): Failure {
  const reason = reasonIn(answer, secrets);
  return { kind: kindOf(answer.status, reason), reason: answer.status === 401 || answer.status === 403 ? refusedKey(reason) : reason };
}

function kindOf(status: number, reason: string): Failure["kind"] {
  if (status === 402) return "quota";
  if (status === 408 || status === 504) return "timeout";
  if (status === 429) return NO_QUOTA.test(reason) && !/rate/i.test(reason) ? "quota" : "rate-limited";
  if (status === 401) return "engine-fault";
  if (status >= 400 && status < 500 && MODERATED.test(reason)) return "refused";
  if (status === 403) return NO_QUOTA.test(reason) ? "quota" : "engine-fault";
  return status >= 400 && status < 500 ? "invalid-input" : "engine-fault";
}

function refusedKey(reason: string): string {
  return `The provider refused the key. Ask an admin to check it. ${reason}`.trim().slice(0, MAX_REASON);
}
