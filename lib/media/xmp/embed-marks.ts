import { isImageType } from "@/lib/domain/asset/file-type";
import { hasContentCredentials } from "../content-credentials";
import { sniff } from "../sniff";
import { withJpegXmp } from "./jpeg";
import { hasMp4Credentials, withMp4Xmp } from "./mp4";
import { addToPacket, newPacket, type PublicationMarks } from "./packet";
import { withPngXmp } from "./png";
import { withWebmXmp } from "./webm";
import { withWebpXmp } from "./webp";

/**
 * `embedded`: our marks are in the file. Otherwise the file is as it was, and the record alone carries them:
 * `kept-credentials` – a C2PA manifest covers the bytes, and anything added would make it invalid;
 * `no-place` – we do not write XMP into this type; `unreadable` – the packet that is there is not one we can add to.
 */
export type MarksOutcome = "embedded" | "kept-credentials" | "no-place" | "unreadable";

const WRITERS = {
  "image/png": withPngXmp,
  "image/jpeg": withJpegXmp,
  "image/webp": withWebpXmp,
  "video/mp4": withMp4Xmp,
  "video/webm": withWebmXmp,
} as const;

/**
 * Writes our marks beside what is in the file. No pixel is decoded and nothing that was there changes: the picture's data
 * and every mark of its provider stay byte for byte. The same input gives the same bytes.
 * @param signsAnew a new manifest will be written that keeps the file as it was, with its manifest, among its ingredients: only then may
 *   a file that a manifest covers be added to
 */
export function embedMarks(
  bytes: Uint8Array,
  marks: PublicationMarks,
  { signsAnew = false }: { readonly signsAnew?: boolean } = {},
): { readonly bytes: Uint8Array; readonly outcome: MarksOutcome } {
  const type = sniff(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!signsAnew && isCovered(bytes)) return { bytes, outcome: "kept-credentials" };
  if (type === null || !(type in WRITERS)) return { bytes, outcome: "no-place" };
  const marked = WRITERS[type as keyof typeof WRITERS](file, (packet) => (packet === null ? newPacket(marks) : addToPacket(packet, marks)));
  return marked ? { bytes: marked, outcome: "embedded" } : { bytes, outcome: "unreadable" };
}

/** Whether a C2PA manifest lies in the file, which then covers every byte of it. */
export function isCovered(bytes: Uint8Array): boolean {
  const type = sniff(bytes);
  if (isImageType(type)) return hasContentCredentials(bytes, type);
  return type === "video/mp4" && hasMp4Credentials(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
