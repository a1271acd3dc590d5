import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isPrivateHost, type Lookup, lookupAll, publicOnly } from "@/lib/engines/http/public-lookup";

export interface Sending {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Whether it may go to the machine's own network. */
  readonly isPrivateAllowed: boolean;
  /** Tests answer for the system's name service. */
  readonly lookup?: Lookup;
}

/** What a receiver answered: its status and the first characters it said. */
export interface Receipt {
  readonly code: number;
  readonly answer: string;
}

const MAX_ANSWER_CHARACTERS = 500;
/** Enough bytes for so many characters of any script. */
const MAX_ANSWER_BYTES = MAX_ANSWER_CHARACTERS * 4;

/**
 * Posts a message once. Redirects are answers like any other, a private address is not reached unless it may be, and
 * nobody can keep us longer than the time or make us read more than the beginning. Throws where there was no answer.
 */
export async function sendMessage(sending: Sending): Promise<Receipt> {
  const url = new URL(sending.url);
  const deadline = new AbortController();
  // Held here until it is cleared: a timeout that only a combined signal knows can be collected as garbage and never fire.
  const timer = setTimeout(() => deadline.abort(new Error("There was no answer in time.")), sending.timeoutMs);
  const signal = AbortSignal.any([sending.signal, deadline.signal]);
  try {
    const response = await post(url, sending, signal);
    return { code: response.statusCode ?? 0, answer: await beginningOf(response) };
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function post(url: URL, { body, headers, isPrivateAllowed, lookup }: Sending, signal: AbortSignal): Promise<IncomingMessage> {
  if (!isPrivateAllowed && isPrivateHost(url.hostname)) return Promise.reject(notPublic());
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body), "user-agent": "Selects" },
        // A connection of its own: a pooled one could have been opened under another rule.
        agent: false,
        signal,
        ...(isPrivateAllowed ? {} : { lookup: publicOnly(lookup ?? lookupAll, notPublic) }),
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

const notPublic = () =>
  new Error("This address does not lead to a public host. SELECTS_WEBHOOKS_TO=anywhere lets messages go to the studio's own network.");

async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.byteLength;
      if (size >= MAX_ANSWER_BYTES) break;
    }
  } catch {
    // The status has arrived: an answer that breaks off afterwards is as good as a short one.
  } finally {
    response.destroy();
  }
  const text = new TextDecoder().decode(Buffer.concat(parts)).replaceAll("\0", "");
  return [...text].slice(0, MAX_ANSWER_CHARACTERS).join("");
}
