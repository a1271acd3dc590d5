import { readFileSync } from "node:fs";
import { createTransport } from "nodemailer";
import type { Letter } from "@/lib/domain/notice/letter";

/** A letter on its way: to whom, and an id that is the same at every try, so that a letter sent twice is seen once. */
export interface Posting {
  readonly to: string;
  readonly id: string;
  readonly letter: Letter;
}

/** The server would not take it, and never will: the address does not exist, the letter is refused. */
export class Undeliverable extends Error {}

export interface Mailer {
  /** Resolves when the server has taken it. @throws Undeliverable; any other error may pass */
  post(posting: Posting): Promise<void>;
  close(): void;
}

/** So long a server may keep us waiting. Milliseconds. */
const TIMEOUT_MS = 15_000;

export interface MailServer {
  /** `smtp://` begins in plain words and turns to TLS (STARTTLS), `smtps://` speaks TLS from the first byte. */
  readonly server: string;
  readonly from: string;
  /** File of a certificate, PEM, that vouches for the server instead of the world's authorities. */
  readonly authority?: string;
}

/**
 * Sends through any SMTP server. Beyond this machine only over TLS, with a certificate somebody vouches for: a letter speaks of work
 * nobody else may read.
 */
export function mailerTo({ server, from, authority }: MailServer): Mailer {
  const url = new URL(server);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (url.protocol === "smtps:" ? 465 : 587) : Number(url.port),
    secure: url.protocol === "smtps:",
    requireTLS: url.protocol === "smtp:" && !isHere,
    ...(url.username === "" ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    ...(authority === undefined ? {} : { tls: { ca: readFileSync(/* turbopackIgnore: true */ authority, "utf8") } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)>?\s*$/u.exec(from)?.[1] ?? "selects";
  return {
    async post({ to, id, letter }) {
      try {
        const headers = { "Auto-Submitted": "auto-generated" };
        await transport.sendMail({ from, to: { name: "", address: to }, messageId: `<${id}@${domain}>`, headers, ...letter });
      } catch (error) {
        throw isFinal(error) ? new Undeliverable("The mail server refused the letter for good.", { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** Why a letter was not taken: the server's own words, where it said any. Never the letter. */
export function wordsOf(error: unknown): string {
  const cause = error instanceof Undeliverable ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const { response, code } = cause as { response?: unknown; code?: unknown };
  const words = typeof response === "string" && response !== "" ? response : cause.message;
  return code === "ETLS" ? `It speaks no TLS, and without it no letter leaves this machine. ${words}` : words;
}

/** Only what was said to the letter itself: a server that does not let us in may let us in tomorrow. */
function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return typeof responseCode === "number" && responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
}
