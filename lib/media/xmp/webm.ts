/** Elements of EBML by their ids. */
const SEGMENT = 0x18538067;
const TAGS = Buffer.from("1254c367", "hex");
const TAG = Buffer.from("7373", "hex");
const TARGETS = Buffer.from("63c0", "hex");
const SIMPLE_TAG = Buffer.from("67c8", "hex");
const TAG_NAME = Buffer.from("45a3", "hex");
const TAG_STRING = Buffer.from("4487", "hex");
/** What a packet is called among the tags. */
const NAME = Buffer.from("XMP", "latin1");
const PACKET_BEGIN = Buffer.from("<?xpacket begin=", "latin1");

/** How much of the end of a file {@link webmPacket} looks at. Bytes. */
export const WEBM_TAIL_BYTES = 256 * 1024;

/**
 * Writes XMP into a WebM as a tag behind everything that is there: no byte moves, so its index stays true; only the length of the whole grows.
 * Null when the file is not built so that it can grow, when `write` gives null, or when a packet stands elsewhere than in the last tag.
 */
export function withWebmXmp(file: Buffer, write: (packet: string | null) => string | null): Buffer | null {
  const segment = segmentOf(file);
  if (!segment) return null;
  const there = lastTag(file);
  const kept = file.subarray(0, there?.start ?? file.length);
  if (kept.includes(PACKET_BEGIN)) return null;
  const packet = write(there?.packet ?? null);
  if (packet === null) return null;
  const tag = element(
    TAGS,
    element(
      TAG,
      element(TARGETS, Buffer.alloc(0)),
      element(SIMPLE_TAG, element(TAG_NAME, NAME), element(TAG_STRING, Buffer.from(packet, "utf8"))),
    ),
  );
  const marked = Buffer.concat([kept, tag]);
  if (segment.size === null) return marked;
  // As many bytes as before hold the new length, or the file cannot grow in place.
  const size = marked.length - segment.contentStart;
  const { sizeStart, sizeBytes } = segment;
  if (BigInt(size) >= (1n << BigInt(7 * sizeBytes)) - 1n) return null;
  writeSize(marked, sizeStart, size, sizeBytes);
  return marked;
}

/** The packet in the last tag of a WebM, from the end of the file; null when there is none. */
export function webmPacket(tail: Buffer): string | null {
  return lastTag(tail)?.packet ?? null;
}

interface Segment {
  readonly sizeStart: number;
  readonly sizeBytes: number;
  readonly contentStart: number;
  /** Null when the file does not say it, as one that was recorded live. */
  readonly size: number | null;
}

/** The one element behind the head that holds everything; null when it does not end with the file. */
function segmentOf(file: Buffer): Segment | null {
  const head = sizeAt(file, 4);
  const start = head === null || head.size === null ? -1 : 4 + head.bytes + head.size;
  if (start < 0 || start + 5 > file.length || file.readUInt32BE(start) !== SEGMENT) return null;
  const found = sizeAt(file, start + 4);
  if (!found) return null;
  const contentStart = start + 4 + found.bytes;
  if (found.size !== null && contentStart + found.size !== file.length) return null;
  return { sizeStart: start + 4, sizeBytes: found.bytes, contentStart, size: found.size };
}

/** The tags at the very end, when they hold nothing but a packet as we write it. */
function lastTag(file: Buffer): { readonly start: number; readonly packet: string } | null {
  const start = file.lastIndexOf(TAGS);
  const size = start < 0 ? null : sizeAt(file, start + TAGS.length);
  if (start < 0 || !size || size.size === null || start + TAGS.length + size.bytes + size.size !== file.length) return null;
  const name = Buffer.concat([TAG_NAME, sizeOf(NAME.length), NAME, TAG_STRING]);
  const named = file.indexOf(name, start);
  const text = named < 0 ? null : sizeAt(file, named + name.length);
  if (named < 0 || !text || text.size === null) return null;
  const begin = named + name.length + text.bytes;
  return begin + text.size === file.length ? { start, packet: file.toString("utf8", begin) } : null;
}

/** A length as EBML writes it: as many leading zeros as there are bytes behind the first; all ones are "nobody knows". */
function sizeAt(file: Buffer, at: number): { readonly bytes: number; readonly size: number | null } | null {
  const first = file[at];
  if (first === undefined || first === 0) return null;
  const bytes = Math.clz32(first) - 23;
  if (at + bytes > file.length) return null;
  let value = BigInt(first & (0xff >> bytes));
  for (let next = 1; next < bytes; next++) value = (value << 8n) | BigInt(file[at + next] ?? 0);
  if (value === (1n << BigInt(7 * bytes)) - 1n) return { bytes, size: null };
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : { bytes, size: Number(value) };
}

const SIZE_BYTES = 8;

function sizeOf(size: number): Buffer {
  const bytes = Buffer.alloc(SIZE_BYTES);
  writeSize(bytes, 0, size, SIZE_BYTES);
  return bytes;
}

function writeSize(file: Buffer, at: number, size: number, bytes: number): void {
  let left = BigInt(size) | (1n << BigInt(7 * bytes));
  for (let next = bytes - 1; next >= 0; next--) {
    file[at + next] = Number(left & 0xffn);
    left >>= 8n;
  }
}

const element = (id: Buffer, ...content: readonly Buffer[]) => {
  const inner = Buffer.concat(content);
  return Buffer.concat([id, sizeOf(inner.length), inner]);
};
