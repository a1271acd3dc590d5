const HEADER_BYTES = 12;
const EXTENDED_BODY_BYTES = 10;
/** Bits of the extended header that say what the file holds. */
const HAS = { xmp: 0x04, alpha: 0x10 } as const;
const LOSSLESS_SIGNATURE = 0x2f;

interface Chunk {
  readonly start: number;
  /** Behind the padding. */
  readonly end: number;
  readonly name: string;
  readonly body: Buffer;
}

function* chunksOf(file: Buffer): Generator<Chunk> {
  for (let start = HEADER_BYTES; start + 8 <= file.length; ) {
    const length = file.readUInt32LE(start + 4);
    const end = start + 8 + length + (length % 2);
    if (start + 8 + length > file.length) return;
    yield {
      start,
      end: Math.min(end, file.length),
      name: file.toString("latin1", start, start + 4),
      body: file.subarray(start + 8, start + 8 + length),
    };
    start = end;
  }
}

/**
 * A WebP with its XMP packet replaced by what `change` makes of it (null = there was none). A simple file gets the extended
 * header that metadata takes; every other chunk stays byte for byte. Null when `change` gives null or the file is not one we know.
 */
export function withWebpXmp(file: Buffer, change: (packet: string | null) => string | null): Buffer | null {
  const chunks = [...chunksOf(file)];
  const [first] = chunks;
  const head = first && extendedHead(first);
  if (!first || !head) return null;
  const xmp = chunks.find(({ name }) => name === "XMP ");
  const packet = change(xmp ? xmp.body.toString("utf8") : null);
  if (packet === null) return null;
  const others = chunks.filter((chunk) => chunk !== xmp && chunk.name !== "VP8X").map(({ start, end }) => file.subarray(start, end));
  const body = Buffer.concat([chunkBytes("VP8X", head), ...others, chunkBytes("XMP ", Buffer.from(packet, "utf8"))]);
  const riff = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  riff.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([riff, body]);
}

/** The body of the extended header with the bit for XMP set: the file's own, or made from the picture's size. */
function extendedHead({ name, body }: Chunk): Buffer | null {
  if (name === "VP8X" && body.length >= EXTENDED_BODY_BYTES) {
    const head = Buffer.from(body);
    head.writeUInt8(head.readUInt8(0) | HAS.xmp, 0);
    return head;
  }
  const size = name === "VP8 " ? lossySize(body) : name === "VP8L" ? losslessSize(body) : null;
  if (!size) return null;
  const head = Buffer.alloc(EXTENDED_BODY_BYTES);
  head.writeUInt8(HAS.xmp | (size.alpha ? HAS.alpha : 0), 0);
  head.writeUIntLE(size.width - 1, 4, 3);
  head.writeUIntLE(size.height - 1, 7, 3);
  return head;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}

/** Frame tag (3 bytes), start code (3), then 14 bits each. */
function lossySize(body: Buffer): Size | null {
  if (body.length < 10 || body.readUIntBE(3, 3) !== 0x9d012a) return null;
  return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff, alpha: false };
}

/** A signature byte, then 14 bits each less one, then the bit for alpha. */
function losslessSize(body: Buffer): Size | null {
  if (body.length < 5 || body.readUInt8(0) !== LOSSLESS_SIGNATURE) return null;
  const bits = body.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, alpha: ((bits >>> 28) & 1) === 1 };
}

function chunkBytes(name: string, body: Buffer): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
