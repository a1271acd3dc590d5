import type { BlobStore } from "./blob-store";
import { wantedRange } from "./byte-range";

export interface ServedFile {
  readonly sha256: string;
  /** Sniffed when the file came in. */
  readonly mimeType: string;
  readonly byteSize: number;
  /** Safe to save under. */
  readonly fileName: string;
}

/**
 * Answers GET or HEAD for a file the caller may see; deciding that is over. Bytes under a hash never change, so a browser
 * keeps them for a year, for this person only. Whatever the file contains, it cannot act as a page of the studio: its
 * type is ours, never guessed, and it is sandboxed.
 */
export async function blobResponse(request: Request, store: Pick<BlobStore, "open">, file: ServedFile): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const headers = new Headers({
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    ETag: etag,
    Vary: "Cookie, Authorization",
    "X-Content-Type-Options": "nosniff",
  });
  if (names(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const range = isRangeWanted(request, etag) ? wantedRange(request.headers.get("range"), file.byteSize) : "whole";
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${file.byteSize}`);
    return new Response(null, { status: 416, headers });
  }
  const isDownload = new URL(request.url).searchParams.get("download") === "1";
  headers.set("Content-Type", file.mimeType);
  headers.set("Content-Disposition", disposition(isDownload ? "attachment" : "inline", file.fileName));
  if (range !== "whole") headers.set("Content-Range", `bytes ${range.start}-${range.end}/${file.byteSize}`);
  headers.set("Content-Length", String(range === "whole" ? file.byteSize : range.end - range.start + 1));
  const status = range === "whole" ? 200 : 206;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  return new Response(await store.open(file.sha256, range === "whole" ? undefined : range), { status, headers });
}

/** A range counts for GET only, and with `If-Range` only while the reader's copy is still this file. */
function isRangeWanted(request: Request, etag: string): boolean {
  const condition = request.headers.get("if-range");
  return request.method === "GET" && (condition === null || condition === etag);
}

const names = (header: string | null, etag: string) =>
  (header ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);

/** The name twice, as RFC 6266 wants it: letters everybody reads, and the real one. */
function disposition(kind: "inline" | "attachment", fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
