import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StoredObject {
  readonly bytes: Buffer;
  readonly type: string | undefined;
}

/** A store on this machine that speaks S3's PUT and believes nobody: names, hash of the bytes, time and signature are checked. */
export interface S3Server {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, StoredObject>;
  /** How many requests came, refused ones too. */
  readonly asked: () => number;
  /** The next requests are answered with these, before anything is looked at. */
  fail(...codes: readonly number[]): void;
  close(): Promise<void>;
}

export const ACCESS = {
  accessKeyId: "AKIATESTTEST",
  secretKey: "a secret/key+that=is long",
  region: "eu-test-1",
  bucket: "published",
} as const;

export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  const failures: number[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    void answer(request, response, objects, failures.shift());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked: () => asked,
    fail: (...codes) => void failures.push(...codes),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  objects: Map<string, StoredObject>,
  failure?: number,
): Promise<void> {
  const refuse = (code: number, name: string, message: string) =>
    response.writeHead(code, { "content-type": "application/xml" }).end(`<Error><Code>${name}</Code><Message>${message}</Message></Error>`);
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  if (failure !== undefined) return void refuse(failure, failure === 403 ? "AccessDenied" : "SlowDown", "Asked to fail.");
  const bytes = Buffer.concat(parts);
  const { url = "", method, headers } = request;
  if (method !== "PUT" || !url.startsWith(`/${ACCESS.bucket}/`)) return void refuse(405, "MethodNotAllowed", "Only PUT into the bucket.");
  if (Number(headers["content-length"]) !== bytes.byteLength) return void refuse(400, "IncompleteBody", "Length.");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (headers["x-amz-content-sha256"] !== sha256) return void refuse(400, "XAmzContentSHA256Mismatch", "Hash of the bytes.");
  const time = String(headers["x-amz-date"]);
  const sentAt = Date.parse(time.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!(Math.abs(Date.now() - sentAt) < 15 * 60_000)) return void refuse(403, "RequestTimeTooSkewed", "Time.");
  if (!isSigned(request, sha256, time)) return void refuse(403, "SignatureDoesNotMatch", "The signature is not ours.");
  objects.set(decodeURIComponent(url.slice(ACCESS.bucket.length + 2)), { bytes, type: headers["content-type"] });
  response.writeHead(200, { etag: `"${createHash("md5").update(bytes).digest("hex")}"` }).end();
}

/** The signature, worked out from Amazon's description and from what arrived. */
function isSigned({ url = "", headers }: IncomingMessage, sha256: string, time: string): boolean {
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
  const [, key, day = "", region = "", names = "", signature = ""] = shape.exec(headers.authorization ?? "") ?? [];
  if (key !== ACCESS.accessKeyId || region !== ACCESS.region || !time.startsWith(day) || !names.split(";").includes("host")) return false;
  const canonical = names.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const [path = "", query = ""] = url.split("?");
  const digest = createHash("sha256")
    .update(["PUT", path, query, canonical.join(""), names, sha256].join("\n"))
    .digest("hex");
  const step = (from: Buffer | string, text: string) => createHmac("sha256", from).update(text).digest();
  const signing = step(step(step(step(`AWS4${ACCESS.secretKey}`, day), region), "s3"), "aws4_request");
  const expected = step(signing, ["AWS4-HMAC-SHA256", time, `${day}/${region}/s3/aws4_request`, digest].join("\n"));
  return timingSafeEqual(expected, Buffer.from(signature, "hex"));
}
