import { redact } from "@/lib/domain/log/redact";
import type { Connection } from "../engine";

/** What is sent. `path` is an absolute address or one below the engine's base URL. */
export interface Outgoing {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: FormData;
}

/** What came back, whole: errors are read from the raw answer, because client libraries strip reasons. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** One exchange for the log: without keys, without pictures. */
export interface Recording {
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  readonly durationMs: number;
  /** The start of a textual body, redacted. */
  readonly body: string;
}

/** `not-sent`: the provider cannot have seen the request. `maybe-sent`: it may have, so a submit must not be repeated. */
export class ExchangeError extends Error {
  constructor(
    readonly kind: "not-sent" | "maybe-sent",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface Channel {
  /** Base URL of the provider's API, without a trailing slash. */
  readonly baseUrl: string;
  /** Other hosts the key may go to, because the provider answers with addresses there. A leading dot means every host below. */
  readonly keyHosts: readonly string[];
  readonly authorisation: Readonly<Record<string, string>>;
  readonly connection: Connection;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly observe?: (recording: Recording) => void;
}

const MAX_ANSWER_BYTES = 96 * 1024 * 1024;
const RECORDED_CHARACTERS = 2_000;
/** Failures before a connection stood: nothing of the request can have arrived. */
const BEFORE_SENDING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/**
 * Sends one request exactly once. No retries, no redirects, and the key goes to the engine's own hosts only: an address
 * a provider answers with is not followed elsewhere.
 */
export async function exchange(outgoing: Outgoing, channel: Channel): Promise<Answer> {
  const url = resolve(outgoing.path, channel);
  const started = performance.now();
  const secrets = [channel.connection.apiKey, channel.connection.webhookSecret ?? ""];
  const note = (status: number | null, body: string) =>
    channel.observe?.({
      method: outgoing.method,
      url: redact(url.href, secrets),
      status,
      durationMs: Math.round(performance.now() - started),
      body: redact(body.slice(0, RECORDED_CHARACTERS), secrets),
    });
  // Held here until it is cleared: a timeout that only a combined signal knows can be collected as garbage and never fire.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException("The provider did not answer in time.", "TimeoutError")), channel.timeoutMs);
  try {
    const response = await fetch(url, {
      method: outgoing.method,
      headers: {
        accept: "application/json",
        ...channel.authorisation,
        ...(outgoing.json === undefined ? {} : { "content-type": "application/json" }),
        ...outgoing.headers,
      },
      body: outgoing.form ?? (outgoing.json === undefined ? null : JSON.stringify(outgoing.json)),
      redirect: "manual",
      signal: AbortSignal.any([channel.signal, late.signal]),
    });
    const bytes = await readBody(response);
    const isText = /json|text/.test(response.headers.get("content-type") ?? "");
    const text = isText ? new TextDecoder().decode(bytes) : "";
    note(response.status, isText ? text : `${bytes.byteLength} bytes`);
    return { status: response.status, headers: response.headers, bytes, json: parseJson(text) };
  } catch (error) {
    const reason = redact(reasonOf(error), secrets);
    note(null, reason);
    if (error instanceof ExchangeError) throw error;
    throw new ExchangeError(codesOf(error).some((code) => BEFORE_SENDING.has(code)) ? "not-sent" : "maybe-sent", reason);
  } finally {
    clearTimeout(timer);
  }
}

/** The full address of a request; throws when it is not one of the engine's own hosts. */
function resolve(path: string, { baseUrl, keyHosts }: Channel): URL {
  const base = new URL(baseUrl);
  const url = /^https?:/i.test(path) ? new URL(path) : new URL(`${baseUrl.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`);
  const isOwn = url.origin === base.origin;
  const isKnown = keyHosts.some((host) => (host.startsWith(".") ? url.hostname.endsWith(host) : url.hostname === host));
  if (isOwn || (isKnown && url.protocol === "https:" && url.port === "")) return url;
  throw new ExchangeError(
    "not-sent",
    `The provider answered with an address on ${url.host}, which is none of its own; it is not followed.`,
  );
}

async function readBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MAX_ANSWER_BYTES) throw new ExchangeError("maybe-sent", "The provider's answer is larger than 96 MB.");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...inner, ...codesOf(error.cause)];
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "The provider did not answer in time.";
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
