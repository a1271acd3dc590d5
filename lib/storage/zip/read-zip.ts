import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "@/lib/domain/errors";

export interface ZipLimits {
  readonly maxFiles: number;
  /** Of one file, unpacked, by its name. A name without a limit is refused. */
  maxBytes(name: string): number | null;
  /** Of all of them, unpacked. */
  readonly maxTotalBytes: number;
}

/** A zip a stranger made, held open. */
export interface OpenZip {
  has(name: string): boolean;
  /** The whole of one file. Throws `BAD_INPUT` for one that is not what it said. */
  read(name: string): Promise<Buffer>;
  close(): void;
}

/**
 * Opens a zip without believing it: no name leads out of it, nothing is there twice, and nothing unpacks to more than it
 * says and may – checked before a byte is unpacked, and again while it is.
 * @throws AppError `BAD_INPUT` or `TOO_LARGE` with a sentence
 */
export async function openZip(path: string, limits: ZipLimits): Promise<OpenZip> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch(unreadable);
  try {
    const entries = await listed(zip, limits);
    return {
      has: (name) => entries.has(name),
      read: (name) => bytesOf(zip, entries.get(name), limits.maxBytes(name) ?? 0).catch(unreadable),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    return unreadable(error);
  }
}

async function listed(zip: ZipFile, limits: ZipLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize } = entry;
    if (fileName.endsWith("/")) continue;
    if (entries.has(fileName)) throw new AppError("BAD_INPUT", `The zip holds “${shown(fileName)}” twice.`);
    const limit = limits.maxBytes(fileName);
    if (limit === null) throw new AppError("BAD_INPUT", `The zip holds “${shown(fileName)}”, which is no part of a library.`);
    total += uncompressedSize;
    if (uncompressedSize > limit || total > limits.maxTotalBytes)
      throw new AppError("TOO_LARGE", `The zip unpacks to more than a library may hold: “${shown(fileName)}” is too large.`);
    if (!entry.canDecodeFileData()) throw new AppError("BAD_INPUT", `“${shown(fileName)}” is locked or packed in a way nobody reads here.`);
    entries.set(fileName, entry);
    if (entries.size > limits.maxFiles) throw new AppError("TOO_LARGE", `The zip holds more than ${limits.maxFiles} files.`);
  }
  return entries;
}

async function bytesOf(zip: ZipFile, entry: Entry | undefined, limit: number): Promise<Buffer> {
  if (!entry) throw new AppError("BAD_INPUT", "The zip lacks a file it should hold.");
  const parts: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > limit) {
      stream.destroy();
      throw new AppError("TOO_LARGE", `“${shown(entry.fileName)}” unpacks to more than it said.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const shown = (name: string) => name.slice(0, 80);

/** The library speaks of bytes and offsets; people hear that the file cannot be read. */
function unreadable(cause: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError("BAD_INPUT", "This zip cannot be read: it is damaged, or was made to lead somewhere else.", { cause });
}
