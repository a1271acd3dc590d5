/** A file of a planned zip, as stored: nothing is pressed, so that every byte's place is known before one is read. */
export interface PlannedFile {
  readonly name: string;
  /** Bytes, below 4 GiB. */
  readonly byteSize: number;
  /** CRC-32, unsigned. */
  readonly crc: number;
}

/** A stretch of the zip. `bytes` gives a part of it: both ends count, from its own start. */
interface Stretch {
  readonly length: number;
  bytes(start: number, end: number): Promise<ReadableStream<Uint8Array>> | Uint8Array;
}

export interface ZipPlan {
  /** Bytes of the whole zip. */
  readonly byteSize: number;
  /** A part of it, both ends counting; files outside of it are not opened. */
  open(start: number, end: number): ReadableStream<Uint8Array>;
}

const FILE_HEADER = 30;
const ENTRY_HEADER = 46;
/** The size and place of a file beyond 4 GiB. */
const FAR_FIELD = 12;
const FAR_END = 56 + 20;
const END = 22;
const FAR = 0xffffffff;
const MANY = 0xffff;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
const FAR_VERSION = 45;
/** Made on Unix, and readable by everybody. */
const MADE_BY = (3 << 8) | FAR_VERSION;
const RIGHTS = (0o100644 << 16) >>> 0;

/**
 * A zip that lies nowhere: the same files always give the same bytes, so any part of it can be given at any time, as of a file on a disk
 * (PKWARE APPNOTE 6.3.10, with ZIP64 where it is needed).
 * @param open the bytes of the file at a place in the list, both ends counting
 */
export function planZip(
  files: readonly PlannedFile[],
  madeAt: Date,
  open: (place: number, start: number, end: number) => Promise<ReadableStream<Uint8Array>>,
): ZipPlan {
  const names = files.map(({ name }) => new TextEncoder().encode(name));
  const stretches: Stretch[] = [];
  const starts: number[] = [];
  let at = 0;
  const add = (stretch: Stretch) => {
    starts.push(at);
    stretches.push(stretch);
    at += stretch.length;
  };
  const made = (length: number, write: () => Uint8Array) => add({ length, bytes: (start, end) => write().subarray(start, end + 1) });
  const offsets = files.map((file, place) => {
    const offset = at;
    const name = names[place] ?? new Uint8Array();
    made(FILE_HEADER + name.length, () => fileHeader(file, name, madeAt));
    if (file.byteSize > 0) add({ length: file.byteSize, bytes: (start, end) => open(place, start, end) });
    return offset;
  });
  const directory = at;
  files.forEach((file, place) => {
    const name = names[place] ?? new Uint8Array();
    const offset = offsets[place] ?? 0;
    const length = ENTRY_HEADER + name.length + (offset >= FAR ? FAR_FIELD : 0);
    made(length, () => entryHeader(file, name, offset, madeAt));
  });
  const directorySize = at - directory;
  const isFar = files.length >= MANY || directory >= FAR || directorySize >= FAR;
  made((isFar ? FAR_END : 0) + END, () => ending(files.length, directory, directorySize, isFar));
  return { byteSize: at, open: (start, end) => streamOf(partOf(stretches, starts, start, end)) };
}

async function* partOf(
  stretches: readonly Stretch[],
  starts: readonly number[],
  first: number,
  last: number,
): AsyncGenerator<Uint8Array, void, unknown> {
  for (let nth = stretchAt(starts, first); nth < stretches.length; nth += 1) {
    const [stretch, start] = [stretches[nth], starts[nth]];
    if (stretch === undefined || start === undefined || start > last) return;
    const bytes = await stretch.bytes(Math.max(0, first - start), Math.min(stretch.length, last - start + 1) - 1);
    if (bytes instanceof Uint8Array) {
      yield bytes;
      continue;
    }
    const reader = bytes.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
}

/** The last stretch that begins at or before a byte. */
function stretchAt(starts: readonly number[], byte: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}

function streamOf(chunks: AsyncGenerator<Uint8Array, void, unknown>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await chunks.return()),
  });
}

/** Local time of the studio's clock in UTC, in steps of two seconds, as DOS knew it. */
function dosTime(at: Date): { time: number; day: number } {
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    day: (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

function fileHeader({ byteSize, crc }: PlannedFile, name: Uint8Array, madeAt: Date): Uint8Array {
  const bytes = new Uint8Array(FILE_HEADER + name.length);
  const view = new DataView(bytes.buffer);
  const { time, day } = dosTime(madeAt);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, FLAGS, true);
  view.setUint16(10, time, true);
  view.setUint16(12, day, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, byteSize, true);
  view.setUint32(22, byteSize, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, FILE_HEADER);
  return bytes;
}

function entryHeader({ byteSize, crc }: PlannedFile, name: Uint8Array, offset: number, madeAt: Date): Uint8Array {
  const isFar = offset >= FAR;
  const bytes = new Uint8Array(ENTRY_HEADER + name.length + (isFar ? FAR_FIELD : 0));
  const view = new DataView(bytes.buffer);
  const { time, day } = dosTime(madeAt);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, MADE_BY, true);
  view.setUint16(6, isFar ? FAR_VERSION : VERSION, true);
  view.setUint16(8, FLAGS, true);
  view.setUint16(12, time, true);
  view.setUint16(14, day, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, byteSize, true);
  view.setUint32(24, byteSize, true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, isFar ? FAR_FIELD : 0, true);
  view.setUint32(38, RIGHTS, true);
  view.setUint32(42, isFar ? FAR : offset, true);
  bytes.set(name, ENTRY_HEADER);
  if (isFar) {
    const field = ENTRY_HEADER + name.length;
    view.setUint16(field, 0x0001, true);
    view.setUint16(field + 2, 8, true);
    view.setBigUint64(field + 4, BigInt(offset), true);
  }
  return bytes;
}

function ending(files: number, directory: number, directorySize: number, isFar: boolean): Uint8Array {
  const bytes = new Uint8Array((isFar ? FAR_END : 0) + END);
  const view = new DataView(bytes.buffer);
  let at = 0;
  if (isFar) {
    view.setUint32(0, 0x06064b50, true);
    view.setBigUint64(4, 44n, true);
    view.setUint16(12, FAR_VERSION, true);
    view.setUint16(14, FAR_VERSION, true);
    view.setBigUint64(24, BigInt(files), true);
    view.setBigUint64(32, BigInt(files), true);
    view.setBigUint64(40, BigInt(directorySize), true);
    view.setBigUint64(48, BigInt(directory), true);
    view.setUint32(56, 0x07064b50, true);
    view.setBigUint64(64, BigInt(directory + directorySize), true);
    view.setUint32(72, 1, true);
    at = FAR_END;
  }
  const short = Math.min(files, MANY);
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, short, true);
  view.setUint16(at + 10, short, true);
  view.setUint32(at + 12, Math.min(directorySize, FAR), true);
  view.setUint32(at + 16, Math.min(directory, FAR), true);
  return bytes;
}
