import { type FileType, isImageType, isVideoType } from "./file-type";
import {
  MAX_FILES_AT_ONCE,
  MAX_IMAGE_BYTES,
  MAX_IMAGE_PIXELS,
  MAX_VIDEO_BYTES,
  MAX_VIDEO_FRAMES,
  MAX_VIDEO_MS,
  MAX_VIDEO_PIXELS,
} from "./limits";

const ACCEPTED = "PNG, JPEG, WebP, AVIF or GIF";
const ACCEPTED_VIDEO = "MP4 or WebM";
/** Rounded up, so that a file just over a limit does not read as being at it. */
const megabytes = (bytes: number) => `${Math.ceil((bytes / (1024 * 1024)) * 10) / 10} MB`;
const megapixels = (pixels: number) => `${Math.round(pixels / 1_000_000)} megapixels`;

/** Why a file is not taken, as people read it. */
export const FILE_REFUSALS = {
  empty: "The file is empty.",
  tooManyFiles: `Add at most ${MAX_FILES_AT_ONCE} files at once.`,
  damaged: "The picture is damaged or incomplete, so it cannot be shown.",
  tooSlow: "The picture takes too long to decode.",
  mixed: "The file says it is one picture format and contains another.",
} as const;

export function tooManyBytes(byteSize: number): string {
  return `The file has ${megabytes(byteSize)}; pictures may have up to ${megabytes(MAX_IMAGE_BYTES)}.`;
}

/** For a file of which nothing but its size is known. */
export function tooManyBytesForAny(byteSize: number): string {
  const limits = `pictures may have up to ${megabytes(MAX_IMAGE_BYTES)}, videos up to ${megabytes(MAX_VIDEO_BYTES)}`;
  return `The file has ${megabytes(byteSize)}; ${limits}.`;
}

export function tooManyPixels(width: number, height: number): string {
  return `The picture is ${width} × ${height} pixels; up to ${megapixels(MAX_IMAGE_PIXELS)} can be used.`;
}

/** Why a video is not taken, as people read it. */
export const VIDEO_REFUSALS = {
  damaged: "The video is damaged or incomplete, so it cannot be played.",
  tooSlow: "The video takes too long to read.",
  noPicture: "The file has no moving picture in it.",
  noLength: "The video has no length.",
  tooManyFrames: `The video has more than ${MAX_VIDEO_FRAMES} frames.`,
  breaksReader: "The video cannot be read: whatever reads it stops. Export it again, as MP4 with H.264.",
  lostMember: "Whoever sent this video is not a member any more.",
} as const;

export function tooManyVideoBytes(byteSize: number): string {
  return `The file has ${megabytes(byteSize)}; videos may have up to ${megabytes(MAX_VIDEO_BYTES)}.`;
}

export function tooLong(durationMs: number): string {
  return `The video is ${Math.ceil(durationMs / 1000)} s long; videos may be up to ${MAX_VIDEO_MS / 60_000} minutes long.`;
}

export function tooManyVideoPixels(width: number, height: number): string {
  return `The video is ${width} × ${height} pixels; up to ${megapixels(MAX_VIDEO_PIXELS)} can be used.`;
}

/** Browsers play few of the codecs a file may hold. */
export function unplayableCodec(codec: string | null): string {
  return `Browsers cannot play ${codec ? codec.toUpperCase() : "this kind of"} video. Export it as MP4 with H.264, or as WebM.`;
}

/** The same for a file that may be a picture or a video. */
export function refusedFileType(type: FileType | null): string | null {
  if (type === null) return `This is no picture or video we know. Use ${ACCEPTED}, ${ACCEPTED_VIDEO}.`;
  return isVideoType(type) ? null : refusedType(type);
}

/** The sentence for a type that is not taken as a picture, or null for one that is. `null` stands for bytes we do not know. */
export function refusedType(type: FileType | null): string | null {
  if (isImageType(type)) return null;
  switch (type) {
    case null:
      return `This is not a picture we know. Use ${ACCEPTED}.`;
    case "image/svg+xml":
      return `SVG drawings can carry scripts, so they are not taken. Export it as ${ACCEPTED}.`;
    case "image/heic":
    case "image/tiff":
    case "image/bmp":
      return `Browsers cannot show ${type === "image/heic" ? "HEIC" : type === "image/tiff" ? "TIFF" : "BMP"} files. Export it as ${ACCEPTED}.`;
    case "text/html":
      return `This is a web page, not a picture. Use ${ACCEPTED}.`;
    case "application/pdf":
      return `This is a PDF, not a picture. Export the page as ${ACCEPTED}.`;
    case "application/zip":
      return `This is an archive, not a picture. Unpack it and add the pictures.`;
    case "application/x-executable":
      return `This is a program, not a picture. Use ${ACCEPTED}.`;
    case "video/mp4":
    case "video/webm":
      return `A video cannot stand for a picture here. Use a picture: ${ACCEPTED}.`;
    default:
      return type satisfies never;
  }
}

/** What can be said before a byte is read, from the size and the declared type; the bytes are judged again later. */
export function refuseByDeclaration(file: { readonly size: number; readonly type: string }): string | null {
  if (file.size <= 0) return FILE_REFUSALS.empty;
  const declared = file.type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (isImageType(declared)) return file.size > MAX_IMAGE_BYTES ? tooManyBytes(file.size) : null;
  if (VIDEO_DECLARATIONS.has(declared)) return file.size > MAX_VIDEO_BYTES ? tooManyVideoBytes(file.size) : null;
  if (file.size > MAX_VIDEO_BYTES) return tooManyBytesForAny(file.size);
  return declared === "" ? null : refusedFileType(REFUSED_DECLARATIONS[declared] ?? null);
}

/** Names that browsers give the containers we take. */
const VIDEO_DECLARATIONS: ReadonlySet<string> = new Set(["video/mp4", "video/webm", "video/quicktime", "video/x-m4v"]);

const REFUSED_DECLARATIONS: Readonly<Record<string, FileType>> = {
  "image/svg+xml": "image/svg+xml",
  "image/heic": "image/heic",
  "image/heif": "image/heic",
  "image/tiff": "image/tiff",
  "image/bmp": "image/bmp",
  "text/html": "text/html",
  "application/xhtml+xml": "text/html",
  "application/pdf": "application/pdf",
  "application/zip": "application/zip",
};
