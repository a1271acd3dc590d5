import { crc32 } from "node:zlib";

const SIGNATURE_BYTES = 8;
const KEYWORD = "XML:com.adobe.xmp\0";
/** Behind the keyword: not compressed (two bytes), no language, no translated keyword. */
const PLAIN_HEADER = Buffer.concat([Buffer.from(KEYWORD, "latin1"), Buffer.alloc(4)]);

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly body: Buffer;
}

function* chunksOf(file: Buffer): Generator<Chunk> {
  for (let start = SIGNATURE_BYTES; start + 12 <= file.length; ) {
    const length = file.readUInt32BE(start);
    const end = start + 12 + length;
    if (end > file.length) return;
    yield { start, end, name: file.toString("latin1", start + 4, start + 8), body: file.subarray(start + 8, end - 4) };
    start = end;
  }
}

/**
 * A PNG with its XMP packet replaced by what `change` makes of it (null = there was none); every other chunk stays byte
 * for byte where it is. Null when `change` gives null or the packet cannot be read.
 */
export function withPngXmp(file: Buffer, change: (packet: string | null) => string | null): Buffer | null {
  let header: Chunk | undefined;
  let xmp: Chunk | undefined;
  for (const chunk of chunksOf(file)) {
    header ??= chunk;
    if (chunk.name === "iTXt" && chunk.body.toString("latin1", 0, KEYWORD.length) === KEYWORD) xmp = chunk;
  }
  if (header?.name !== "IHDR") return null;
  if (xmp && !xmp.body.subarray(0, PLAIN_HEADER.length).equals(PLAIN_HEADER)) return null;
  const packet = change(xmp ? xmp.body.toString("utf8", PLAIN_HEADER.length) : null);
  if (packet === null) return null;
  const { start, end } = xmp ?? { start: header.end, end: header.end };
  const body = Buffer.concat([PLAIN_HEADER, Buffer.from(packet, "utf8")]);
  return Buffer.concat([file.subarray(0, start), chunkBytes("iTXt", body), file.subarray(end)]);
}

function chunkBytes(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([frame, named, sum]);
}
