import { createHash, randomUUID } from "node:crypto";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import { cleanFileName } from "@/lib/domain/asset/file-name";
import { isVideoType } from "@/lib/domain/asset/file-type";
import { MAX_IMAGE_BYTES } from "@/lib/domain/asset/limits";
import type { StoredFile } from "@/lib/domain/asset/media";
import { AppError } from "@/lib/domain/errors";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchivedPicture,
  type ImportProblem,
  type ImportReport,
  LibraryArchive,
  MANIFEST_NAME,
  MAX_ARCHIVE_BYTES,
  MAX_ARCHIVE_PICTURES,
  MAX_IMPORTED_VERSIONS,
  MAX_MANIFEST_BYTES,
  pictureName,
} from "@/lib/domain/pattern/library-archive";
import { shelfOfStyles } from "@/lib/domain/pattern/styles-file";
import { prepareImage } from "@/lib/media/prepare-image";
import { sniff } from "@/lib/media/sniff";
import { firstModel } from "@/lib/services/engine/first-model";
import { importLibrary, planImport } from "@/lib/services/library/import-library";
import { blobStore } from "@/lib/storage/current";
import { putFile } from "@/lib/storage/put-file";
import { uploadParts } from "@/lib/storage/upload-parts";
import { type OpenZip, openZip } from "@/lib/storage/zip/read-zip";
import { readStyles } from "./read-styles";

const ZIP_LIMITS = {
  maxFiles: MAX_ARCHIVE_PICTURES + 1,
  maxTotalBytes: 2 * MAX_ARCHIVE_BYTES,
  maxBytes: (name: string) =>
    name === MANIFEST_NAME ? MAX_MANIFEST_BYTES : /^pictures\/[0-9a-f]{64}(?:\.[a-z0-9]{2,5})?$/.test(name) ? MAX_IMAGE_BYTES : null,
};
const UNNAMED = "Imported styles";
const ZIP_MARK = Buffer.from("PK");

/**
 * Takes a library from outside – a zip of ours, or a file of styles of another program – and says what it makes; with
 * `isDryRun` nothing is made. The file lies on disk while it is read and is gone afterwards.
 */
export async function receiveLibrary(request: Request, actor: PersonActor, isDryRun: boolean): Promise<ImportReport> {
  authorise(actor, "library.curate");
  const parts = uploadParts();
  const id = randomUUID();
  try {
    const size = await parts.write(id, 0, limited(request));
    if (size === 0) throw new AppError("BAD_INPUT", "The file is empty.");
    const isZip = Buffer.from(await parts.head(id, ZIP_MARK.length)).equals(ZIP_MARK);
    return await (isZip ? fromZip(parts.path(id), actor, isDryRun) : fromStyles(await readText(id, size), request, actor, isDryRun));
  } finally {
    await parts.remove(id);
  }
}

async function fromZip(path: string, actor: PersonActor, isDryRun: boolean): Promise<ImportReport> {
  const zip = await openZip(path, ZIP_LIMITS);
  try {
    const archive = manifestOf(await zip.read(MANIFEST_NAME));
    const files: Record<string, StoredFile> = {};
    const found: string[] = [];
    for (const picture of archive.pictures) {
      const { id } = picture;
      const bytes = await pictureOf(zip, picture);
      if (!bytes) continue;
      // Decoded in the dry run, too: what it promises is what is made.
      const prepared = await prepareImage(bytes).catch(unlessRefused);
      if (!prepared) continue;
      found.push(id);
      if (!isDryRun) files[id] = await putFile(blobStore(), bytes, prepared);
    }
    return isDryRun ? planImport(actor, { archive, found }) : importLibrary(actor, { archive, files });
  } finally {
    zip.close();
  }
}

/** The bytes of a picture; null when they are not there, are other ones than they say, or no picture. */
async function pictureOf(zip: OpenZip, { sha256, mimeType }: ArchivedPicture): Promise<Uint8Array<ArrayBuffer> | null> {
  // Older studios wrote no ending.
  const name = [pictureName(sha256, mimeType), pictureName(sha256)].find((one) => zip.has(one));
  if (name === undefined) return null;
  const bytes = new Uint8Array(await zip.read(name));
  const type = sniff(bytes);
  const isPicture = type !== null && !isVideoType(type);
  return isPicture && createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
}

function manifestOf(bytes: Buffer): LibraryArchive {
  let read: unknown;
  try {
    read = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new AppError("BAD_INPUT", `The ${MANIFEST_NAME} of this zip is not valid JSON.`, { cause });
  }
  const said = read as { format?: unknown; schemaVersion?: unknown } | null;
  if (said?.format !== ARCHIVE_FORMAT) throw new AppError("BAD_INPUT", "This zip holds no style library.");
  const archive = LibraryArchive.safeParse(read);
  if (archive.success) return withinMeasure(archive.data);
  const isNewer = typeof said.schemaVersion === "number" && said.schemaVersion > ARCHIVE_VERSION;
  const why = isNewer ? "was written by a newer studio; upgrade this one first" : "is not complete, or was changed by hand";
  throw new AppError("BAD_INPUT", `This library ${why}.`, { cause: archive.error });
}

function withinMeasure(archive: LibraryArchive): LibraryArchive {
  const versions = archive.patterns.reduce((sum, pattern) => sum + pattern.versions.length, 0);
  if (versions <= MAX_IMPORTED_VERSIONS) return archive;
  throw new AppError("TOO_LARGE", `This library has ${versions} versions; at most ${MAX_IMPORTED_VERSIONS} are imported at once.`);
}

async function fromStyles(bytes: Uint8Array, request: Request, actor: PersonActor, isDryRun: boolean): Promise<ImportReport> {
  const { styles, problems: unread } = readStyles(bytes);
  const name = shelfNameOf(request);
  const { archive, problems } = shelfOfStyles(name, styles, firstModel());
  const report = await (isDryRun ? planImport(actor, { archive, found: [] }) : importLibrary(actor, { archive, files: {} }));
  return { ...report, problems: [...unread, ...problems, ...report.problems] satisfies ImportProblem[] };
}

/** The file's own name, said in the address or, as programs send files, in a header; a file without one is called what it is. */
function shelfNameOf(request: Request): string {
  const header = /filename="?([^";]+)"?/i.exec(request.headers.get("content-disposition") ?? "")?.[1] ?? "";
  const said = new URL(request.url).searchParams.get("fileName")?.trim() || header.trim();
  return said === ""
    ? UNNAMED
    : cleanFileName(said)
        .replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, "")
        .slice(0, 120) || UNNAMED;
}

async function readText(id: string, size: number): Promise<Uint8Array> {
  if (size > MAX_MANIFEST_BYTES) throw new AppError("TOO_LARGE", "A file of styles has at most 16 MB.");
  return uploadParts().read(id);
}

/** A picture that is refused is left out; a fault of ours is not the picture's. */
function unlessRefused(error: unknown): null {
  if (error instanceof AppError && error.code !== "NO_SPACE") return null;
  throw error;
}

async function* limited(request: Request): AsyncGenerator<Uint8Array> {
  const tooLarge = () => new AppError("TOO_LARGE", "A library that is imported has at most 256 MB.");
  if (Number(request.headers.get("content-length") ?? 0) > MAX_ARCHIVE_BYTES) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) throw new AppError("BAD_INPUT", "The request carries no file.");
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > MAX_ARCHIVE_BYTES) throw tooLarge();
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
