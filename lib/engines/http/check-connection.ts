import { redact } from "@/lib/domain/log/redact";
import type { Checked } from "../engine";
import type { Answer } from "./exchange";
import { failureOf } from "./failure-of";
import type { FreeCheck } from "./wire";

/** Who is tested: the name people know it by, where it is reached, and what no sentence may repeat. */
interface Tested {
  readonly name: string;
  /** Empty: the workspace has not said where it is. */
  readonly baseUrl: string;
  readonly secrets: readonly string[];
  /** Whether the connection leads to the provider itself; absent: nothing is asked at another address than the connection's. */
  readonly isProvider?: boolean;
}

/** Tries a connection with a call that costs nothing; null: the provider has none. Never throws, and the reason holds no key. */
export async function checkConnection(
  { name, baseUrl, secrets, isProvider = false }: Tested,
  check: FreeCheck | null,
  send: (check: FreeCheck) => Promise<Answer>,
): Promise<Checked> {
  if (baseUrl === "") return { outcome: "unreachable", reason: `${name} needs the address of your server.` };
  if (check === null)
    return {
      outcome: "untestable",
      reason: `${name} has no call that costs nothing: its key cannot be tried without spending. The first run will tell.`,
    };
  if (check.baseUrl !== undefined && !isProvider)
    return {
      outcome: "untestable",
      reason: `${name} tests keys at ${new URL(check.baseUrl).host}, and this connection names another address. The first run will tell.`,
    };
  try {
    const answer = await send(check);
    if (answer.status < 300) return { outcome: "answers", reason: "" };
    const { reason } = failureOf(answer, secrets);
    const isRefused = answer.status === 401 || answer.status === 403;
    if (isRefused) return { outcome: "key-refused", reason: `${answer.status}: ${reason}` };
    if (check.tellsRefusalOnly)
      return { outcome: "untestable", reason: `${name} did not refuse the key; whether it works cannot be tried without spending.` };
    // Somebody answered, so it is reached: a gateway without this address says nothing of the key. A fault says that it is not well.
    if (answer.status >= 500 && check.baseUrl === undefined) return { outcome: "unreachable", reason: `${answer.status}: ${reason}` };
    return {
      outcome: "untestable",
      reason: `${name} answered ${answer.status}, which says nothing about the key. The first run will tell.`,
    };
  } catch (error) {
    return { outcome: "unreachable", reason: redact(error instanceof Error ? error.message : String(error), secrets) };
  }
}
