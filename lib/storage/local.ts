import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "@/lib/domain/errors";
import type { BlobStore, ByteSpan, StoredBlob } from "./blob-store";
import { isDiskFull, isMissing } from "./file-errors";

const HASH = /^[0-9a-f]{64}$/;
const READ_BYTES = 256 * 1024;
/** Renamed files lie in `ab/cd/<hash>`: no folder grows past a few thousand entries for millions of blobs. */
const UNFINISHED = "unfinished";

/** Blobs as files in one folder of this machine; `root` is made when the first blob comes. */
export function localBlobStore(root: string): BlobStore {
  const unfinished = join(root, UNFINISHED);
  const path = (sha256: string) => {
    if (!HASH.test(sha256)) throw gone();
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const size = (sha256: string) => stat(path(sha256)).then((found) => found.size, missingAsNull);
  return {
    async put(source) {
      await mkdir(unfinished, { recursive: true });
      const draft = join(unfinished, randomUUID());
      try {
        const blob = await writeDraft(draft, source);
        await publish(draft, path(blob.sha256), blob.byteSize);
        return blob;
      } catch (error) {
        if (isDiskFull(error)) throw new AppError("NO_SPACE", "The disk is full. Free some space and try again.", { cause: error });
        throw error;
      } finally {
        await rm(draft, { force: true });
      }
    },
    has: async (sha256) => (await size(sha256)) !== null,
    size,
    async open(sha256, span) {
      if ((await size(sha256)) === null) throw gone();
      return streamOf(path(sha256), span);
    },
    async read(sha256) {
      const bytes = await readFile(path(sha256)).catch(missingAsNull);
      if (!bytes) throw gone();
      return bytes;
    },
    async olderThan(prefix, before) {
      const folder = join(root, prefix);
      const parts = (await readdir(folder).catch(missingAsNull)) ?? [];
      const names = await Promise.all(parts.map(async (part) => (await readdir(join(folder, part)).catch(missingAsNull)) ?? []));
      const blobs = names.flat().filter((name) => HASH.test(name));
      const old = await Promise.all(blobs.map((name) => isOlder(path(name), before)));
      return blobs.filter((_name, index) => old[index]);
    },
    async discard(sha256, before) {
      await mkdir(unfinished, { recursive: true });
      return takeAway(path(sha256), join(unfinished, `${sha256}.${randomUUID()}`), before);
    },
    async sweep(before) {
      const names = (await readdir(unfinished).catch(missingAsNull)) ?? [];
      const removed = await Promise.all(
        names.map((name) => {
          const [sha256 = ""] = name.split(".");
          return HASH.test(sha256) ? putBack(join(unfinished, name), path(sha256)) : removeIfOlder(join(unfinished, name), before);
        }),
      );
      return removed.filter(Boolean).length;
    },
  };
}

async function writeDraft(draft: string, source: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const hash = createHash("sha256");
  let byteSize = 0;
  const file = await open(draft, "wx", 0o600);
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      hash.update(chunk);
      byteSize += chunk.byteLength;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), byteSize };
}

/** Moves the draft to its name in one step. A blob that is there already stays, as new; a damaged one (wrong size) is healed. */
async function publish(draft: string, target: string, byteSize: number): Promise<void> {
  const existing = await stat(target).catch(missingAsNull);
  // Taken away between the two looks, it is not there to be renewed: then the draft takes its place.
  if (existing?.size === byteSize && (await renew(target))) return;
  await mkdir(dirname(target), { recursive: true });
  await rename(draft, target);
  await syncFolder(dirname(target));
}

/** Without this a power cut may forget the new name although the bytes are safe. Windows cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Reads on demand and opens the file with the first read, so that an answer nobody reads holds nothing open. The file is
 * closed at the end, on an error, and when the reader goes away.
 */
function streamOf(path: string, span: ByteSpan | undefined): ReadableStream<Uint8Array<ArrayBuffer>> {
  let file: FileHandle | undefined;
  let position = span?.start ?? 0;
  const last = span?.end ?? Number.POSITIVE_INFINITY;
  const close = async () => file?.close();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          file ??= await open(path, "r");
          const wanted = Math.max(0, Math.min(READ_BYTES, last - position + 1));
          const { bytesRead, buffer } = await file.read(new Uint8Array(wanted), 0, wanted, position);
          position += bytesRead;
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await close();
          controller.close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

/** False when there is no such file. */
function renew(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    (error) => missingAsNull(error) ?? false,
  );
}

/**
 * Looking first and removing then would remove what was renewed in between. So it is moved aside in one step, looked at where
 * nobody can renew it any more, and put back if it was renewed before.
 */
async function takeAway(file: string, aside: string, before: Date): Promise<boolean> {
  if (!(await isOlder(file, before))) return false;
  const isMoved = await rename(file, aside).then(
    () => true,
    (error) => missingAsNull(error) ?? false,
  );
  if (!isMoved) return false;
  if (await isOlder(aside, before)) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, file);
  return false;
}

/** A blob whose taker was killed before it had looked: it counts as new, and its turn comes again. */
async function putBack(aside: string, file: string): Promise<false> {
  if (await renew(aside)) await rename(aside, file).catch(missingAsNull);
  return false;
}

async function isOlder(file: string, before: Date): Promise<boolean> {
  const found = await stat(file).catch(missingAsNull);
  return found !== null && found.mtime < before;
}

async function removeIfOlder(file: string, before: Date): Promise<boolean> {
  if (!(await isOlder(file, before))) return false;
  await rm(file, { force: true });
  return true;
}

function missingAsNull(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

const gone = () => new AppError("NOT_FOUND", "This file is gone.");
