import type { FileBytes } from "./file-bytes";

/** One box at the top of an MP4 file. `start` and `byteSize` cover its head. */
export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  readonly byteSize: number;
}

/** A file of ours has six boxes, one cut into pieces for streaming a few hundred: more is an attack on whoever walks them. */
const MAX_BOXES = 20_000;
const HEAD_BYTES = 16;

/** The boxes at the top of an MP4 file, in order; null when they do not add up to the file. Reads their heads only. */
export async function topBoxes(file: FileBytes): Promise<readonly Mp4Box[] | null> {
  const boxes: Mp4Box[] = [];
  for (let start = 0; start < file.byteSize; ) {
    if (boxes.length === MAX_BOXES || start + 8 > file.byteSize) return null;
    const head = Buffer.from(await file.read(start, Math.min(start + HEAD_BYTES, file.byteSize)));
    const byteSize = boxSize(head, file.byteSize - start);
    if (byteSize === null) return null;
    boxes.push({ type: head.toString("latin1", 4, 8), start, byteSize });
    start += byteSize;
  }
  return boxes;
}

/** The size a box says it has: in 32 bits, in 64 behind a 1, or the rest of the file as a 0. Null when it does not fit. */
function boxSize(head: Buffer, left: number): number | null {
  const small = head.readUInt32BE(0);
  if (small === 0) return left;
  const size = small === 1 && head.length >= 16 ? Number(head.readBigUInt64BE(8)) : small;
  return size >= (small === 1 ? 16 : 8) && size <= left ? size : null;
}
