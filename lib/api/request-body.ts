import { AppError } from "@/lib/domain/errors";

/** Files have a way of their own; nothing else anybody sends is larger. */
const LARGEST_BODY_BYTES = 1_000_000;

/**
 * The body of a request as text, checked to be what we read: JSON in UTF-8, at most 1 MB. Empty when there is none.
 * @throws AppError `BAD_INPUT` or `TOO_LARGE`
 */
export async function readJsonText(request: Request): Promise<string> {
  const text = decode(await readBytes(request));
  if (text === "") return "";
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("BAD_INPUT", "The body must be JSON, with the content type application/json.");
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new AppError("BAD_INPUT", "The body is not valid JSON.", { cause });
  }
  return text;
}

/** Counts while reading: a declared length may be missing or a lie. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let byteSize = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    byteSize += next.value.byteLength;
    if (byteSize > LARGEST_BODY_BYTES) {
      await reader.cancel();
      throw new AppError("TOO_LARGE", "The body is larger than 1 MB.", { details: { limitBytes: LARGEST_BODY_BYTES } });
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("BAD_INPUT", "The body is not valid UTF-8.", { cause });
  }
}

/** Spoke of the body as it arrived, or could make it be read as something else. */
const BODY_HEADERS = ["content-length", "content-type", "content-encoding", "content-disposition", "transfer-encoding"];

/** The same request with the body {@link readJsonText} found, at this address. */
export function withBody(request: Request, text: string, url = request.url): Request {
  const headers = new Headers(request.headers);
  for (const name of BODY_HEADERS) headers.delete(name);
  if (text !== "") headers.set("content-type", "application/json");
  return new Request(url, { method: request.method, headers, signal: request.signal, ...(text === "" ? {} : { body: text }) });
}
