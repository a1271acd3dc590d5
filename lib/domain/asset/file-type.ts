/** Picture types the studio stores, with the ending a download gets. Formats every browser shows and every engine reads. */
export const IMAGE_ENDINGS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
} as const;
export type ImageType = keyof typeof IMAGE_ENDINGS;

/** What a file picker of the browser offers where only a picture will do, as its `accept` wants it. */
export const ACCEPTED_IMAGES = Object.keys(IMAGE_ENDINGS).join(",");

/** Types that can be made to say nothing of themselves. */
const STRIPPABLE: readonly string[] = ["image/png", "image/jpeg", "image/webp"];
export const isStrippable = (mimeType: string): boolean => STRIPPABLE.includes(mimeType);

/** Moving pictures the studio stores: what every browser plays. */
export const VIDEO_ENDINGS = { "video/mp4": "mp4", "video/webm": "webm" } as const;
export type VideoType = keyof typeof VIDEO_ENDINGS;

/** What it offers where either will do. Cameras call an MP4 a `.mov`; its bytes are judged like any other's. */
export const ACCEPTED_FILES = [ACCEPTED_IMAGES, ...Object.keys(VIDEO_ENDINGS), "video/quicktime"].join(",");

/** Known by their first bytes only to be refused by name. */
export const REFUSED_TYPES = [
  "image/svg+xml",
  "image/heic",
  "image/tiff",
  "image/bmp",
  "text/html",
  "application/pdf",
  "application/zip",
  "application/x-executable",
] as const;
export type RefusedType = (typeof REFUSED_TYPES)[number];

/** What a file is by its bytes; null when we do not know it. */
export type FileType = ImageType | VideoType | RefusedType;

export function isVideoType(type: string | null): type is VideoType {
  return type !== null && type in VIDEO_ENDINGS;
}

export function isImageType(type: string | null): type is ImageType {
  return type !== null && type in IMAGE_ENDINGS;
}
