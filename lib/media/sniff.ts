import type { FileType } from "@/lib/domain/asset/file-type";

/** How many bytes from the start of a file {@link sniff} looks at. */
export const SNIFF_BYTES = 4096;

type Matcher = (head: string) => boolean;
const starts =
  (...marks: string[]): Matcher =>
  (head) =>
    marks.some((mark) => head.startsWith(mark));

/** Major brand and compatible brands of an ISO file (`ftyp` box); the first box says how long the list is. */
function brandsOf(head: string): string[] {
  if (head.slice(4, 8) !== "ftyp") return [];
  const end = Math.min(
    head.length,
    [0, 1, 2, 3].reduce((size, at) => size * 256 + head.charCodeAt(at), 0),
  );
  const brands = [head.slice(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.slice(at, at + 4));
  return brands;
}
const branded =
  (...wanted: string[]): Matcher =>
  (head) =>
    brandsOf(head).some((brand) => wanted.includes(brand));

/** What a lenient browser skips before the first tag. Each matches in one way only, so that hostile bytes cost linear time. */
const SKIPPED = [/\s+/y, /<\?[^>]*>/y, /<!--(?:(?!-->)[\s\S])*-->/y, /<!doctype svg[^>]*>/iy] as const;

/** Text that a lenient browser would run, after blanks, a byte order mark, an XML head and comments. */
const markup = (tags: string): Matcher => {
  const tag = new RegExp(`(?:${tags})`, "iy");
  return (head) => {
    const text = head.replaceAll("\0", "");
    tag.lastIndex = skippedTo(text, text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0);
    return tag.test(text);
  };
};

function skippedTo(text: string, from: number): number {
  let at = from;
  for (;;) {
    const next = SKIPPED.reduce((end, pattern) => (end > at ? end : endOf(pattern, text, at)), at);
    if (next === at) return at;
    at = next;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** In the order they are asked: an AVIF is also an ISO file, so the picture brands come before the video ones. */
const SIGNATURES: readonly (readonly [FileType, Matcher])[] = [
  ["image/png", starts("\x89PNG\r\n\x1a\n")],
  ["image/jpeg", starts("\xff\xd8\xff")],
  ["image/gif", starts("GIF87a", "GIF89a")],
  ["image/webp", (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"],
  ["image/avif", branded("avif", "avis")],
  ["image/heic", branded("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1")],
  ["video/mp4", (head) => brandsOf(head).length > 0],
  ["video/webm", (head) => head.startsWith("\x1a\x45\xdf\xa3") && head.slice(0, 64).includes("webm")],
  ["image/tiff", starts("II*\0", "MM\0*")],
  ["image/bmp", (head) => head.startsWith("BM") && head.slice(6, 10) === "\0\0\0\0"],
  ["application/pdf", starts("%PDF-")],
  ["application/zip", starts("PK\x03\x04", "PK\x05\x06", "Rar!\x1a\x07", "7z\xbc\xaf\x27\x1c", "\x1f\x8b")],
  [
    "application/x-executable",
    starts("MZ", "\x7fELF", "#!", "\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe", "\xfe\xed\xfa\xcf", "\xca\xfe\xba\xbe", "\0asm"),
  ],
  ["image/svg+xml", markup("<svg[\\s>:]")],
  ["text/html", markup("<!doctype html|<html|<head|<body|<script|<iframe|<img|<a\\s|<table|<title|<div|<p>|<h1")],
];

/** What a file is, by its first bytes alone: its name and its declared type are not asked. Null when we do not know it. */
export function sniff(bytes: Uint8Array): FileType | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SNIFF_BYTES)).toString("latin1");
  return SIGNATURES.find(([, matches]) => matches(head))?.[0] ?? null;
}
