import { redact } from "@/lib/domain/log/redact";
import type { Failure } from "@/lib/domain/run/failure";
import { EngineFault } from "./engine-fault";
import type { Answer } from "./exchange";
import { failureOf } from "./failure-of";
import { retryAfterMs } from "./retry-after";
import type { Wire } from "./wire";

/** What a provider's error answers mean: to a submit, which they refuse, and to a look, which they seldom end. */
export class ErrorAnswers {
  constructor(
    private readonly wire: Pick<Wire, "name"> & { refusal?(answer: Answer): Failure | null },
    private readonly secrets: readonly string[],
    private readonly now: () => number = Date.now,
  ) {}

  /** Why a submit was refused. */
  failure(answer: Answer): Failure {
    const failure = this.wire.refusal?.(answer) ?? failureOf(answer, this.secrets);
    const waitMs = failure.kind === "rate-limited" ? this.waitMs(answer) : null;
    const wait = waitMs === null ? "" : ` It asks to wait ${Math.ceil(waitMs / 1000)} s.`;
    return { kind: failure.kind, reason: redact(`${failure.reason}${wait}`, this.secrets).slice(0, 1_000) };
  }

  /**
   * What an error answer to a look ends the run with: the provider's own code for the end of this very job, and nothing else. A redirect
   * to a login page, a gateway's 404 or a used-up quota say nothing of a job that was taken and is being paid for.
   * @throws EngineFault whatever may pass: the job is looked for again, with patience
   */
  endIn(answer: Answer): Failure {
    const own = isAboutUs(answer.status) ? null : (this.wire.refusal?.(answer) ?? null);
    if (own === null || own.kind === "quota" || own.kind === "rate-limited") throw this.fault(answer);
    return { kind: own.kind, reason: redact(own.reason, this.secrets).slice(0, 1_000) };
  }

  fault(answer: Answer): EngineFault {
    const { reason } = failureOf(answer, this.secrets);
    return new EngineFault(`${this.wire.name} answered ${answer.status}. ${reason}`.trim(), this.waitMs(answer));
  }

  /** How long the provider asked us to wait; null: it did not. Milliseconds. */
  waitMs(answer: Answer): number | null {
    return retryAfterMs(answer.headers.get("retry-after"), this.now());
  }
}

/** Whether an error is about who asks or how often, or about the provider itself: whatever its words, no job ended with it. */
const isAboutUs = (status: number) => status < 400 || status === 401 || status === 408 || status === 425 || status === 429 || status >= 500;
