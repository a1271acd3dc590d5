import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { exiftoolPath } from "exiftool-vendored";
import { z } from "zod";

const run = promisify(execFile);
const Told = z.array(z.record(z.string(), z.unknown()));

/**
 * What ExifTool, a program of its own, reads in files: one object a file, in their order, keys with the group they were found in
 * (`XMP-photoshop:Credit`). All files are read in one start of it.
 */
export async function readWithExiftool(files: readonly Uint8Array[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const folder = await mkdtemp(join(tmpdir(), "selects-exiftool-"));
  try {
    const paths = files.map((_, index) => join(folder, String(index)));
    await Promise.all(files.map((bytes, index) => writeFile(paths[index] ?? "", bytes)));
    const { stdout } = await run(await exiftoolPath(), [
      "-json",
      "-G1",
      "-charset",
      "utf8",
      "-XMP:all",
      "-File:MIMEType",
      "-Error",
      ...paths,
    ]);
    return Told.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}
