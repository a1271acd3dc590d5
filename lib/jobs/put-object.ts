import { createHash, createHmac } from "node:crypto";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { isPrivateHost, type Lookup, lookupAll, publicOnly } from "@/lib/engines/http/public-lookup";

/** What is put, and who signs for it. The hash of the bytes is signed: a store that gets others refuses them. */
export interface Putting {
  readonly url: URL;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretKey: string;
  readonly mimeType: string;
  readonly byteSize: number;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  open(): Promise<ReadableStream<Uint8Array>>;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly isPrivateAllowed: boolean;
  readonly lookup?: Lookup;
}

const MAX_ANSWER_BYTES = 2_000;

/** Puts an object into a bucket once. Redirects are answers like any other. Throws where there was no answer. */
export async function putObject(putting: Putting): Promise<{ readonly code: number; readonly answer: string }> {
  const { url, isPrivateAllowed } = putting;
  if (!isPrivateAllowed && isPrivateHost(url.hostname)) throw notPublic();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new Error("The store did not answer in time.")), putting.timeoutMs);
  const signal = AbortSignal.any([putting.signal, deadline.signal]);
  try {
    const response = await send(putting, signal);
    return { code: response.statusCode ?? 0, answer: await beginningOf(response) };
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function send(putting: Putting, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, mimeType, byteSize, isPrivateAllowed, lookup } = putting;
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  const body = Readable.from(await putting.open());
  try {
    return await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = start(url, {
        method: "PUT",
        headers: { ...signedHeaders(putting), "content-type": mimeType, "content-length": byteSize },
        agent: false,
        signal,
        ...(isPrivateAllowed ? {} : { lookup: publicOnly(lookup ?? lookupAll, notPublic) }),
      });
      // A store may refuse before it has all the bytes: what it said counts, not the broken pipe afterwards.
      sent.on("response", resolve);
      sent.on("error", reject);
      body.on("error", (error) => sent.destroy(error));
      body.pipe(sent);
    });
  } finally {
    body.destroy();
  }
}

const notPublic = () =>
  new Error("This address does not lead to a public host. SELECTS_WEBHOOKS_TO=anywhere lets deliveries go to the studio's own network.");

/** AWS Signature Version 4 over host, date and the hash of the bytes. */
export function signedHeaders({
  url,
  region,
  accessKeyId,
  secretKey,
  sha256,
  now,
}: Omit<Putting, "open" | "signal">): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const headers = { host: url.host, "x-amz-content-sha256": sha256, "x-amz-date": time };
  const names = Object.keys(headers).join(";");
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const asked = ["PUT", url.pathname, "", lines.join(""), names, sha256].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", time, scope, createHash("sha256").update(asked).digest("hex")].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer | string>((from, part) => hmac(from, part), `AWS4${secretKey}`);
  const signature = hmac(key, toSign).toString("hex");
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

const hmac = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();

/** The beginning of what a store says, in words: of its XML the code and the message. */
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
  }
  const text = Buffer.concat(parts).toString("utf8");
  const said = ["Code", "Message"].flatMap((tag) => new RegExp(`<${tag}>([^<]{1,300})</${tag}>`).exec(text)?.[1] ?? []);
  return said.length > 0 ? said.join(": ") : text.trim().slice(0, 300);
}
