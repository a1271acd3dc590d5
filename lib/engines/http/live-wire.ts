import type { Connection } from "@/lib/domain/engine/connection";
import { LiveFault } from "../live";
import type { Answer } from "./exchange";
import { failureOf } from "./failure-of";
import { retryAfterMs } from "./retry-after";

/** The fault of an answer that did not do what was asked, as far as it may pass. `act` as in "did not open a session". */
export function liveFault(name: string, act: string, answer: Answer, { apiKey }: Connection): LiveFault {
  const { kind, reason } = failureOf(answer, [apiKey]);
  return new LiveFault(
    `${name} did not ${act} (${answer.status}): ${reason}`,
    kind === "rate-limited" ? "rate-limited" : "engine-fault",
    retryAfterMs(answer.headers.get("retry-after"), Date.now()),
  );
}

/** Answers that may be others in a moment. */
export const mayPass = ({ status }: Answer): boolean => status >= 500 || status === 429 || status === 408;
