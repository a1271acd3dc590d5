import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { isImageType, isVideoType } from "@/lib/domain/asset/file-type";
import { MAX_IMAGE_PIXELS } from "@/lib/domain/asset/limits";
import { FILE_REFUSALS, refusedFileType, tooManyPixels } from "@/lib/domain/asset/refusal";
import { AppError } from "@/lib/domain/errors";
import { type Examination, type ManifestFinding, manifestFinding, noManifest } from "@/lib/domain/publication/examination";
import { CredentialsError, readManifestStore } from "../credentials/c2pa";
import { invisibleIdIn } from "../invisible-id/still";
import { outlineOf } from "../outline";
import { perceptualHash } from "../perceptual-hash";
import { sniff } from "../sniff";
import type { ExaminationWish } from "./examine-file";

/** Everything a file says by itself: which bytes it is, its manifest, our marks, and how it looks. A film is not decoded. */
export async function lookAt({ path, anchor, sizes }: ExaminationWish): Promise<Examination> {
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new AppError("BAD_INPUT", FILE_REFUSALS.empty);
  const type = sniff(bytes);
  const refusal = refusedFileType(type);
  if (type === null || refusal !== null || !(isImageType(type) || isVideoType(type)))
    throw new AppError("BAD_INPUT", refusal ?? FILE_REFUSALS.damaged);
  const file = {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    byteSize: bytes.length,
    mimeType: type,
    manifest: await manifestOf(bytes, type, anchor),
    xmpPublicationId: publicationInXmp(bytes),
  };
  if (isVideoType(type)) return { ...file, isDamaged: false, ...NOTHING_SEEN };
  return { ...file, ...(await seen(bytes, sizes)) };
}

async function manifestOf(bytes: Uint8Array, type: string, anchor: string): Promise<ManifestFinding> {
  // Our films of this type have theirs beside them.
  if (type === "video/webm") return noManifest(false);
  try {
    const store = await readManifestStore(bytes, type, anchor);
    return store === null ? noManifest(false) : manifestFinding(store);
  } catch (error) {
    if (error instanceof CredentialsError) return noManifest(true);
    throw error;
  }
}

/** Matched as text on purpose: an XML parser would be one more thing a hostile file could attack. */
const OUR_XMP = 'selects:Publication="';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function publicationInXmp(bytes: Buffer): string | null {
  const at = bytes.lastIndexOf(OUR_XMP);
  if (at < 0) return null;
  const id = bytes.toString("latin1", at + OUR_XMP.length, at + OUR_XMP.length + 36);
  return UUID.test(id) ? id.toLowerCase() : null;
}

const NOTHING_SEEN = { invisibleId: null, looksLike: null, outline: null } as const;

/** A damaged picture is told of all the same: its manifest may say what happened to it. */
async function seen(
  bytes: Buffer,
  sizes: ExaminationWish["sizes"],
): Promise<Pick<Examination, "isDamaged" | "invisibleId" | "looksLike" | "outline">> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_IMAGE_PIXELS) throw new AppError("TOO_LARGE", tooManyPixels(width, height));
    const [looksLike, outline] = [await perceptualHash(bytes), await outlineOf(bytes)];
    return { isDamaged: false, invisibleId: await invisibleIdIn(bytes, sizes), looksLike, outline };
  } catch (error) {
    if (error instanceof AppError) throw error;
    return { isDamaged: true, ...NOTHING_SEEN };
  }
}
