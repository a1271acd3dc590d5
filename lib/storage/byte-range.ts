import type { ByteSpan } from "./blob-store";

/** What a `Range` header asks for: the whole (nothing asked, or not understood), a span inside the file, or nothing there is. */
export type WantedRange = "whole" | "unsatisfiable" | ByteSpan;

/**
 * Reads a `Range` header as RFC 9110 §14 says. Only a single byte range is served; several at once, another unit and
 * broken syntax all mean the whole file, which a server is always free to send.
 */
export function wantedRange(header: string | null, byteSize: number): WantedRange {
  const match = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "");
  if (!match) return "whole";
  const [first = "", last = ""] = match.slice(1);
  if (first === "" && last === "") return "whole";
  if (first === "") return lastBytes(Number(last), byteSize);
  if (last !== "" && Number(last) < Number(first)) return "whole";
  const start = Number(first);
  if (start >= byteSize) return "unsatisfiable";
  return { start, end: last === "" ? byteSize - 1 : Math.min(Number(last), byteSize - 1) };
}

function lastBytes(count: number, byteSize: number): WantedRange {
  if (count === 0 || byteSize === 0) return "unsatisfiable";
  return { start: Math.max(0, byteSize - count), end: byteSize - 1 };
}
