import { constants, createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { isDiskFull, isMissing } from "./file-errors";

const ID = /^[0-9a-f-]{36}$/;

/**
 * Bytes of uploads that are not complete yet, one file an upload, in the data folder: a browser that lost its connection
 * goes on where it stopped, even after a restart. Several processes may hold one folder.
 *
 * Two requests may write the same upload at once (the browser gave up on the first, the server has not noticed). Both
 * write the same file's bytes at the same places, each beginning within what is there, so there is never a hole.
 */
export interface UploadParts {
  /** Bytes that are here without a gap from the first on; 0 when nothing is. */
  size(id: string): Promise<number>;
  /** Writes a stream from `at` (at most `size`) on and returns where it ended. Throws `AppError("NO_SPACE")` on a full disk. */
  write(id: string, at: number, source: AsyncIterable<Uint8Array>): Promise<number>;
  /** All of it in memory; for pictures, whose size is limited. */
  read(id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Its first bytes, `byteSize` or as many as there are. */
  head(id: string, byteSize: number): Promise<Uint8Array>;
  /** Where its file lies, for a reader that jumps about in it. */
  path(id: string): string;
  /** All of it, as it is asked for. */
  open(id: string): AsyncIterable<Uint8Array>;
  remove(id: string): Promise<void>;
  /** Removes what nobody has written to since then. Returns how many uploads went. */
  sweep(before: Date): Promise<number>;
}

/** The parts folder of this installation. */
export const uploadParts = (): UploadParts => partsIn(join(env().dataDir, "uploads"));

export function partsIn(folder: string): UploadParts {
  const path = (id: string) => {
    if (!ID.test(id)) throw new AppError("NOT_FOUND", "This upload does not exist.");
    return join(folder, id);
  };
  return {
    path,
    size: (id) => stat(path(id)).then((found) => found.size, missingAs(0)),
    async write(id, at, source) {
      await mkdir(folder, { recursive: true });
      const file = await open(path(id), constants.O_RDWR | constants.O_CREAT, 0o600);
      let position = at;
      try {
        for await (const chunk of source) {
          await file.write(chunk, 0, chunk.byteLength, position);
          position += chunk.byteLength;
        }
      } catch (error) {
        if (isDiskFull(error)) throw new AppError("NO_SPACE", "The disk is full. Free some space and try again.", { cause: error });
        throw error;
      } finally {
        await file.close();
      }
      return position;
    },
    read: (id) => readFile(path(id)),
    async head(id, byteSize) {
      const file = await open(path(id), "r");
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(byteSize), 0, byteSize, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    open: (id) => createReadStream(path(id)),
    remove: (id) => rm(path(id), { force: true }),
    async sweep(before) {
      const ids = await readdir(folder).catch(missingAs<string[]>([]));
      const stale = await Promise.all(
        ids.filter((id) => ID.test(id)).map(async (id) => ((await stat(path(id)).catch(missingAs(null)))?.mtime ?? before) < before && id),
      );
      const gone = stale.filter((id) => id !== false);
      await Promise.all(gone.map((id) => rm(path(id), { force: true })));
      return gone.length;
    },
  };
}

const missingAs =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (isMissing(error)) return value;
    throw error;
  };
