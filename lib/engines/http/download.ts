import { lookup as systemLookup } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isPrivateHost, type Lookup, lookupAll, publicOnly } from "./public-lookup";

/** Why a file could not be fetched. `gone` is the provider's word that it expired; `transient` may pass. */
export class DownloadError extends Error {
  constructor(
    readonly kind: "gone" | "forbidden-address" | "too-large" | "wrong-type" | "transient",
    message: string,
  ) {
    super(message);
  }
}

export interface DownloadLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Origins of the workspace's own choosing (a self-hosted server's base URL): they may be private, everything else may not. */
  readonly trustedOrigins?: readonly string[];
  /** Sent to one origin only and dropped when a redirect leads anywhere else. */
  readonly credentials?: { readonly origin: string; readonly headers: Readonly<Record<string, string>> };
  /** Tests answer for the system's name service. */
  readonly lookup?: Lookup;
}

const MAX_REDIRECTS = 4;
const TYPES = /^(?:image\/(?:png|jpeg|webp|avif|gif)|video\/(?:mp4|webm|quicktime)|application\/octet-stream|binary\/octet-stream)\b/i;

/**
 * Fetches a provider's output as what it is: an address a stranger gave us. Only public hosts are reached – checked on the very address
 * that is connected to, so a name that changes its answer between check and use gains nothing – redirects are checked
 * again, credentials never leave their origin, and neither time, size nor type is left to the other side.
 */
export async function download(address: string, limits: DownloadLimits): Promise<Uint8Array> {
  // Held here until it is cleared: a timeout that only a combined signal knows can be collected as garbage and never fire.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException("The output did not arrive in time.", "TimeoutError")), limits.timeoutMs);
  try {
    return await fetched(address, limits, AbortSignal.any([limits.signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}

async function fetched(address: string, limits: DownloadLimits, deadline: AbortSignal): Promise<Uint8Array> {
  let url = parse(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await open(url, limits, deadline);
    const status = answer.statusCode ?? 0;
    const location = answer.headers.location;
    if (status >= 300 && status < 400 && location !== undefined) {
      answer.destroy();
      const next = parse(location, url);
      if (url.protocol === "https:" && next.protocol === "http:" && !isTrusted(next, limits))
        throw new DownloadError("forbidden-address", "The output's address leads from https to http.");
      url = next;
      continue;
    }
    if (status === 403 || status === 404 || status === 410) {
      answer.destroy();
      throw new DownloadError("gone", `The output is not there any more (${status}).`);
    }
    if (status !== 200) {
      answer.destroy();
      throw new DownloadError("transient", `Fetching the output was answered with ${status}.`);
    }
    return await collect(answer, limits.maxBytes, deadline);
  }
  throw new DownloadError("forbidden-address", "The output's address redirects too often.");
}

function parse(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new DownloadError("forbidden-address", "The output's address is not a web address.");
  }
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "" || url.password !== "")
    throw new DownloadError("forbidden-address", "The output's address is not a plain web address.");
  return url;
}

const isTrusted = (url: URL, limits: DownloadLimits) => limits.trustedOrigins?.includes(url.origin) ?? false;

function open(url: URL, limits: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const trusted = isTrusted(url, limits);
  if (!trusted && isPrivateHost(url.hostname)) return Promise.reject(notPublic());
  const headers = limits.credentials?.origin === url.origin ? { ...limits.credentials.headers } : {};
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      // A connection of its own: a pooled one could have been opened under another rule.
      {
        headers: { accept: "image/*, video/*", ...headers },
        agent: false,
        signal,
        lookup: trusted ? systemLookup : publicOnly(limits.lookup ?? lookupAll, notPublic),
      },
      resolve,
    );
    sent.on("error", (error) =>
      reject(error instanceof DownloadError ? error : new DownloadError("transient", `Fetching the output failed: ${error.message}.`)),
    );
    sent.end();
  });
}

const notPublic = () => new DownloadError("forbidden-address", "The output's address pointed to a private address; it was not fetched.");

async function collect(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const tooLarge = () => new DownloadError("too-large", `The output is larger than ${Math.round(maxBytes / 1_000_000)} MB.`);
  try {
    const type = answer.headers["content-type"] ?? "application/octet-stream";
    if (!TYPES.test(type)) throw new DownloadError("wrong-type", `The output is ${type}, neither a picture nor a video.`);
    if (Number(answer.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.byteLength;
      if (size > maxBytes) throw tooLarge();
      parts.push(part);
    }
    return new Uint8Array(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    const why = signal.aborted ? "it took too long" : error instanceof Error ? error.message : String(error);
    throw new DownloadError("transient", `Fetching the output was cut off: ${why}.`);
  } finally {
    answer.destroy();
  }
}
