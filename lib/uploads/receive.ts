import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { UploadResult } from "@/lib/domain/asset/upload";
import { AppError, type ErrorCode } from "@/lib/domain/errors";
import { log } from "@/lib/log";
import { findUpload, type Upload } from "@/lib/services/asset/upload-ticket";
import { uploadParts } from "@/lib/storage/upload-parts";
import { takeReported } from "./embedded-fetch";
import { handleUploadRequest } from "./router";
import { uploadService } from "./service";
import { readSignedAddress, type SignedUpload, sign } from "./signature";

/** What multipart adds around one file: boundaries and a few headers. */
const MULTIPART_BYTES = 64 * 1024;
const NO_STORE = { "Cache-Control": "no-store" } as const;

const refused = (status: number, sentence: string) => Response.json({ error: sentence }, { status, headers: NO_STORE });

/** `HEAD /ut/<key>`: how much of an upload is here already, so that the client can go on from there. */
export async function answerHead(request: Request, key: string): Promise<Response> {
  const known = await knownUpload(request, key);
  if (known instanceof Response) return new Response(null, { status: known.status, headers: NO_STORE });
  const have = known.upload.result ? known.upload.byteSize : await uploadParts().size(known.upload.id);
  return new Response(null, { status: 200, headers: { ...NO_STORE, "x-ut-range-start": String(have) } });
}

/** The statuses of the upload protocol for refusals that are not the sender's mistake. */
const STATUS: Partial<Record<ErrorCode, number>> = { TOO_LARGE: 413, NO_SPACE: 507 };

/**
 * `PUT /ut/<key>`: takes the bytes of an announced upload, all or from where the last connection broke. Complete, the file
 * router's own callback finishes it and its result is the answer; asked again, the answer is the same.
 */
export async function receiveUpload(request: Request, key: string): Promise<Response> {
  const known = await knownUpload(request, key);
  if (known instanceof Response) return known;
  const { upload, signed } = known;
  try {
    if (!upload.result) {
      const problem = await takeBytes(request, upload);
      if (problem) return problem;
    }
    return await finish(upload, signed, key);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(STATUS[error.code] ?? 400, error.message);
  }
}

async function knownUpload(request: Request, key: string): Promise<{ upload: Upload; signed: SignedUpload } | Response> {
  const service = uploadService();
  if (service.kind === "hosted") return refused(404, "Uploads go to the hosted service.");
  const queryAt = request.url.indexOf("?");
  const query = queryAt < 0 ? "" : request.url.slice(queryAt);
  const signed = readSignedAddress(`${service.ingestUrl}/${key}`, query, service, Date.now());
  if (!signed) return refused(403, "This upload address is not valid any more. Start the upload again.");
  const upload = await findUpload(signed.uploadId);
  return upload ? { upload, signed } : refused(409, "This upload was not announced or is too old. Start it again.");
}

/** Appends the body's bytes. Returns an answer when the upload is not complete with them. */
async function takeBytes(request: Request, upload: Upload): Promise<Response | null> {
  const parts = uploadParts();
  const have = await parts.size(upload.id);
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.get("range") ?? "bytes=0-")?.[1] ?? Number.NaN);
  if (!(start <= have)) return refused(416, `Only the first ${have} bytes are here; go on from there.`);
  const left = upload.byteSize - start;
  if (Number(request.headers.get("content-length") ?? 0) > left + MULTIPART_BYTES) return await tooMuch(upload);
  const { end, isOver, isCut } = await writeBody(request, left, (source) => parts.write(upload.id, start, source));
  if (isOver) return await tooMuch(upload);
  if (end < upload.byteSize)
    return refused(isCut ? 499 : 400, `The upload broke off after ${end} of ${upload.byteSize} bytes; it can go on from there.`);
  return null;
}

async function tooMuch(upload: Upload): Promise<Response> {
  await uploadParts().remove(upload.id);
  return refused(413, "The file is larger than it was announced. Start the upload again.");
}

interface Written {
  /** Where the bytes in the part file end now. */
  readonly end: number;
  /** More bytes came than were announced. */
  readonly isOver: boolean;
  /** The connection broke. */
  readonly isCut: boolean;
}

/** Unpacks the one file of a multipart body into `write`. What arrived before a broken connection is kept. */
async function writeBody(request: Request, left: number, write: (source: Readable) => Promise<number>): Promise<Written> {
  const { body } = request;
  const contentType = request.headers.get("content-type") ?? "";
  if (!body || !contentType.startsWith("multipart/form-data")) throw new AppError("BAD_INPUT", "An upload is sent as multipart/form-data.");
  const form = busboy({ headers: { "content-type": contentType }, limits: { files: 1, fields: 0, fileSize: left + 1 } });
  let isOver = false;
  let isCut = false;
  let writing: Promise<number> | undefined;
  form.on("file", (_field, file) => {
    file.on("limit", () => {
      isOver = true;
    });
    // A broken connection fails the file; ending the copy instead keeps what came before the break.
    const arrived = file.pipe(new PassThrough());
    file.on("error", () => arrived.end());
    writing = write(arrived);
    // Awaited below; until then a full disk must not count as unhandled, nor hold up the rest of the body.
    writing.catch(() => {
      file.unpipe(arrived);
      file.resume();
    });
  });
  await pipeline(Readable.from(chunksOf(body)), form).catch(() => {
    isCut = true;
  });
  if (!writing) throw new AppError("BAD_INPUT", isCut ? "The upload broke off before its first byte." : "The upload carries no file.");
  return { end: await writing, isOver, isCut };
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Sends the router the callback the hosted service would send, and passes on what it returned. */
async function finish(upload: Upload, signed: SignedUpload, key: string): Promise<Response> {
  const service = uploadService();
  if (service.kind !== "embedded") throw new Error("Only the embedded service finishes uploads here.");
  const address = `${service.ingestUrl}/${key}`;
  const file = {
    key,
    customId: upload.id,
    name: signed.fileName,
    size: upload.byteSize,
    type: signed.fileType,
    url: address,
    appUrl: address,
    ufsUrl: address,
    fileHash: "",
  };
  const callback = JSON.stringify({ status: "uploaded", file, origin: service.ingestUrl, metadata: {} });
  const answer = await handleUploadRequest(
    new Request(`${service.callbackUrl}?slug=asset`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "uploadthing-hook": "callback",
        "x-uploadthing-signature": sign(callback, service.apiKey),
      },
      body: callback,
    }),
  );
  const result = UploadResult.safeParse(takeReported(key));
  if (!answer.ok || !result.success) {
    log.error("uploads", "finishing failed", { uploadId: upload.id, status: answer.status });
    return refused(500, "The file arrived but could not be stored. Try again.");
  }
  return Response.json({ ...file, serverData: result.data }, { headers: NO_STORE });
}
