import { redact } from "@/lib/domain/log/redact";
import type { Checked } from "../engine";
import type { Answer, Outgoing } from "./exchange";
import { failureOf } from "./failure-of";

/** Who is tested: the name people know it by, where it is reached, and what no sentence may repeat. */
interface Tested {
  readonly name: string;
  /** Empty: the workspace has not said where it is. */
  readonly baseUrl: string;
  readonly secrets: readonly string[];
}

/** Tries a connection with a call that costs nothing; null: the provider has none. Never throws, and the reason holds no key. */
export async function checkConnection(
  { name, baseUrl, secrets }: Tested,
  check: Outgoing | null,
  send: (outgoing: Outgoing) => Promise<Answer>,
): Promise<Checked> {
  if (baseUrl === "") return { outcome: "unreachable", reason: `${name} needs the address of your server.` };
  if (check === null) return { outcome: "untestable", reason: `${name} has no call that costs nothing. The first run will tell.` };
  try {
    const answer = await send(check);
    if (answer.status < 300) return { outcome: "answers", reason: "" };
    const { reason } = failureOf(answer, secrets);
    return {
      outcome: answer.status === 401 || answer.status === 403 ? "key-refused" : "unreachable",
      reason: `${answer.status}: ${reason}`,
    };
  } catch (error) {
    return { outcome: "unreachable", reason: redact(error instanceof Error ? error.message : String(error), secrets) };
  }
}
