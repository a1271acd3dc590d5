import type { ImageType } from "@/lib/domain/asset/file-type";

/** `uuid` box that holds a C2PA manifest store in ISO files (C2PA 2.1, A.5.2). */
const C2PA_BOX = Buffer.from("d8fec3d61b0e483c92975828877ec481", "hex");
const JPEG_APP11 = 0xeb;
const JPEG_START_OF_SCAN = 0xda;

/**
 * Whether a picture carries an embedded C2PA manifest, by the place its format keeps it in. Only presence: whether it
 * is valid and whose it is takes a verifier. A GIF cannot carry one.
 */
export function hasContentCredentials(bytes: Uint8Array, type: ImageType): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case "image/png":
      return hasPngChunk(file, "caBX");
    case "image/jpeg":
      return hasJpegManifest(file);
    case "image/webp":
      return hasRiffChunk(file, "C2PA");
    case "image/avif":
      return hasIsoManifest(file);
    case "image/gif":
      return false;
    default:
      return type satisfies never;
  }
}

/** Four letters, the name of a chunk or box in most formats. */
const word = (file: Buffer, at: number) => file.toString("latin1", at, at + 4);

function hasPngChunk(file: Buffer, name: string): boolean {
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) if (word(file, at + 4) === name) return true;
  return false;
}

function hasRiffChunk(file: Buffer, name: string): boolean {
  for (let at = 12; at + 8 <= file.length; ) {
    if (word(file, at) === name) return true;
    const size = file.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return false;
}

/** JUMBF boxes lie in APP11 segments before the picture's own data. */
function hasJpegManifest(file: Buffer): boolean {
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1];
    if (marker === JPEG_START_OF_SCAN) return false;
    const segment = file.subarray(at + 4, at + 2 + file.readUInt16BE(at + 2));
    if (marker === JPEG_APP11 && segment.includes("jumb") && segment.includes("c2pa")) return true;
  }
  return false;
}

function hasIsoManifest(file: Buffer): boolean {
  for (let at = 0; at + 24 <= file.length; ) {
    if (word(file, at + 4) === "uuid" && file.subarray(at + 8, at + 24).equals(C2PA_BOX)) return true;
    const size = file.readUInt32BE(at);
    // 1 = a 64-bit size follows, 0 = to the end of the file: nothing of interest lies behind either in a picture.
    if (size < 8) return false;
    at += size;
  }
  return false;
}
