/**
 * A picture without what it says of itself – camera, place, program, prompt, credentials –, its pixels untouched: parts of the file are left
 * out, nothing is encoded again. What colours need (profile, gamma) and how it is turned stay. Null for a type this is not known of.
 */
export function stripMetadata(bytes: Uint8Array, mimeType: string): Uint8Array | null {
  switch (mimeType) {
    case "image/png":
      return stripPng(bytes);
    case "image/jpeg":
      return stripJpeg(bytes);
    case "image/webp":
      return stripWebp(bytes);
    default:
      return null;
  }
}

const PNG_SIGNATURE_BYTES = 8;
/** Length, type and checksum around a chunk's content. */
const PNG_AROUND_BYTES = 12;
const PNG_DROPPED = new Set(["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "caBX", "iDOT"]);

function stripPng(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, PNG_SIGNATURE_BYTES)];
  for (let at = PNG_SIGNATURE_BYTES; at + PNG_AROUND_BYTES <= bytes.length; ) {
    const end = at + PNG_AROUND_BYTES + view.getUint32(at);
    const type = textAt(bytes, at + 4);
    if (!PNG_DROPPED.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    // Whatever hangs behind the last chunk is no part of the picture.
    if (type === "IEND") break;
  }
  return joined(kept);
}

const JPEG_START_OF_SCAN = 0xda;
const JPEG_COMMENT = 0xfe;
const JPEG_APP0 = 0xe0;
const JPEG_APP2 = 0xe2;
const JPEG_APP14 = 0xee;
const JPEG_APP15 = 0xef;

function stripJpeg(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === JPEG_START_OF_SCAN) break;
    const end = at + 2 + view.getUint16(at + 2);
    const isProfile = marker === JPEG_APP2 && textAt(bytes, at + 4, 11) === "ICC_PROFILE";
    const isApplication = marker >= JPEG_APP0 && marker <= JPEG_APP15;
    const isNeeded = marker === JPEG_APP0 || marker === JPEG_APP14 || isProfile;
    if (marker !== JPEG_COMMENT && (!isApplication || isNeeded)) kept.push(bytes.subarray(at, end));
    else if (isExif(bytes, at)) kept.push(...turnOf(bytes.subarray(at, end)));
    at = end;
  }
  return joined([...kept, bytes.subarray(at)]);
}

const isExif = (bytes: Uint8Array, at: number) => bytes[at + 1] === 0xe1 && textAt(bytes, at + 4) === "Exif";

/** How a picture is turned lies among what is dropped: it comes back alone. Nothing where it stands upright. */
function turnOf(segment: Uint8Array): Uint8Array[] {
  const tiff = segment.subarray(10);
  if (tiff.length < 14) return [];
  const view = viewOf(tiff);
  const isLittle = textAt(tiff, 0, 2) === "II";
  const first = view.getUint32(4, isLittle);
  if (first + 2 > tiff.length) return [];
  const entries = view.getUint16(first, isLittle);
  for (let entry = 0; entry < entries && first + 2 + 12 * (entry + 1) <= tiff.length; entry += 1) {
    const at = first + 2 + 12 * entry;
    const turn = view.getUint16(at + 8, isLittle);
    if (view.getUint16(at, isLittle) === 0x0112 && turn > 1 && turn <= 8) return [turnSegment(turn)];
  }
  return [];
}

function turnSegment(turn: number): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, turn, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]);
}

const WEBP_DROPPED = new Set(["EXIF", "XMP ", "C2PA"]);
const WEBP_HEADER_BYTES = 12;
/** In the extended header: "there is EXIF", "there is XMP". */
const WEBP_METADATA_FLAGS = 0b0000_1100;

function stripWebp(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const kept = [bytes.slice(0, WEBP_HEADER_BYTES)];
  for (let at = WEBP_HEADER_BYTES; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    const type = textAt(bytes, at);
    if (!WEBP_DROPPED.has(type)) {
      const chunk = bytes.slice(at, end);
      if (type === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~WEBP_METADATA_FLAGS;
      kept.push(chunk);
    }
    at = end;
  }
  const whole = joined(kept);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Uint8Array, at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
