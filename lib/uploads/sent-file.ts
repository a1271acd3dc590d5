import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { isVideoType } from "@/lib/domain/asset/file-type";
import { MAX_IMAGE_BYTES, MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import { tooManyBytes, tooManyBytesForAny, tooManyVideoBytes } from "@/lib/domain/asset/refusal";
import { AppError } from "@/lib/domain/errors";
import { SNIFF_BYTES, sniff } from "@/lib/media/sniff";

/** A file that is the body of a request, or the one file of a form. */
export interface SentFile {
  /** As given; null when nobody named it. */
  readonly name: string | null;
  /** Read once; throws `AppError("TOO_LARGE")` as soon as there are more bytes than a picture, or a video, may have. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What multipart adds around one file: boundaries and a few headers. */
const MULTIPART_BYTES = 64 * 1024;

/**
 * Opens the file a request carries, before its bytes are there. `take` reads them; its result is the answer.
 * @throws AppError `BAD_INPUT` when there is no file, `TOO_LARGE` when the declared length says so already
 */
export async function withSentFile<Result>(request: Request, take: (file: SentFile) => Promise<Result>): Promise<Result> {
  const { body } = request;
  if (!body) throw new AppError("BAD_INPUT", "The request carries no file.");
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > MAX_VIDEO_BYTES + MULTIPART_BYTES) throw new AppError("TOO_LARGE", tooManyBytesForAny(declared));
  const type = request.headers.get("content-type") ?? "";
  const name = new URL(request.url).searchParams.get("fileName");
  if (!/^multipart\/form-data\b/i.test(type)) return take({ name, bytes: limited(chunksOf(body), declared) });
  return unpack(body, type, declared, (file) => take({ ...file, name: name ?? file.name }));
}

/** The first file of a form. What follows it is read and dropped; after a refusal nothing is read any more. */
async function unpack<Result>(
  body: ReadableStream<Uint8Array>,
  type: string,
  declared: number,
  take: (file: SentFile) => Promise<Result>,
): Promise<Result> {
  const form = openForm(type);
  const refused = new AbortController();
  let result: Promise<Result> | undefined;
  // The pipeline hears its errors too; but one that comes after a refusal has ended that would be nobody's.
  form.on("error", () => {});
  form.on("file", (_field, file, { filename }) => {
    const arrived = file.pipe(new PassThrough());
    // Whoever reads it hears of the break, also when that happens before the first read.
    arrived.on("error", () => {});
    file.on("error", (error) => arrived.destroy(error));
    result = take({ name: filename ?? null, bytes: limited(arrived, declared) });
    // Awaited below; until then it must not count as unhandled.
    result.catch(() => refused.abort());
  });
  try {
    await pipeline(Readable.from(chunksOf(body)), form, { signal: refused.signal });
  } catch (cause) {
    const refusal = await result?.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal instanceof AppError) throw refusal;
    throw new AppError("BAD_INPUT", "The form is malformed or broke off before its end.", { cause });
  }
  if (!result) throw new AppError("BAD_INPUT", "The form carries no file.");
  return result;
}

function openForm(type: string): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": type },
      limits: { files: 1, fields: 20, fieldSize: MULTIPART_BYTES },
      defParamCharset: "utf8",
    });
  } catch (cause) {
    throw new AppError("BAD_INPUT", "The form is malformed: its content type names no boundary.", { cause });
  }
}

/** Passes on what comes, up to the limit of what its first bytes say it is. A refusal says the `declared` size, if there was one. */
async function* limited(source: AsyncIterable<Uint8Array>, declared: number): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let byteSize = 0;
  for await (const chunk of source) {
    byteSize += chunk.byteLength;
    if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES)]);
    if (byteSize > MAX_IMAGE_BYTES && !isVideoType(sniff(head)))
      throw new AppError("TOO_LARGE", tooManyBytes(Math.max(byteSize, declared)));
    if (byteSize > MAX_VIDEO_BYTES) throw new AppError("TOO_LARGE", tooManyVideoBytes(Math.max(byteSize, declared)));
    yield chunk;
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
