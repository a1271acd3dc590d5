import { C2PA_NAME, NAMED_HEAD_BYTES, XMP_NAME } from "../video/uuid-boxes";

interface Box {
  readonly name: Buffer | null;
  readonly start: number;
  readonly end: number;
}

/** A C2PA manifest covers every byte of an MP4: nothing can be added without making it invalid. */
export function hasMp4Credentials(file: Buffer): boolean {
  return (boxesOf(file) ?? []).some(({ name }) => name?.equals(C2PA_NAME));
}

/**
 * Writes XMP into an MP4 as a box behind everything that is there, where readers of XMP look for it: no byte of the file
 * moves, so its table of contents stays true. Null when the boxes do not add up, when `write` gives null, or when a
 * packet stands elsewhere than at the end, because to add to it would move what follows.
 */
export function withMp4Xmp(file: Buffer, write: (packet: string | null) => string | null): Buffer | null {
  const boxes = boxesOf(file);
  if (!boxes) return null;
  const there = boxes.find(({ name }) => name?.equals(XMP_NAME));
  if (there && there.end !== file.length) return null;
  const packet = write(there ? file.toString("utf8", there.start + NAMED_HEAD_BYTES, there.end) : null);
  if (packet === null) return null;
  const body = Buffer.from(packet, "utf8");
  const head = Buffer.alloc(8);
  head.writeUInt32BE(NAMED_HEAD_BYTES + body.length);
  head.write("uuid", 4, "latin1");
  return Buffer.concat([file.subarray(0, there?.start ?? file.length), head, XMP_NAME, body]);
}

/** The boxes at the top of the file; null when they do not add up to it, or the last one is "the rest" and so has no end. */
function boxesOf(file: Buffer): readonly Box[] | null {
  const boxes: Box[] = [];
  for (let start = 0; start < file.length; ) {
    if (start + 8 > file.length) return null;
    const small = file.readUInt32BE(start);
    const isLarge = small === 1 && start + 16 <= file.length;
    const end = start + (isLarge ? Number(file.readBigUInt64BE(start + 8)) : small);
    if (end < start + 8 || end > file.length) return null;
    const isNamed = file.toString("latin1", start + 4, start + 8) === "uuid" && end - start >= NAMED_HEAD_BYTES && !isLarge;
    boxes.push({ name: isNamed ? file.subarray(start + 8, start + NAMED_HEAD_BYTES) : null, start, end });
    start = end;
  }
  return boxes;
}
