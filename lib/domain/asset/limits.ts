/** What one picture may be. The file router, the ingest, the inspector and the screen all read these. */
export const MAX_IMAGE_BYTES = 32 * 1024 * 1024;
/** What our marks may add to a picture that was taken at the limit, when it is published. */
export const MAX_MARKS_BYTES = 64 * 1024;
/** A decoded pixel costs 4 bytes of memory whatever the file weighs: this is what stops decompression bombs. */
export const MAX_IMAGE_PIXELS = 50_000_000;
/** Files one drop, paste or pick may bring. */
export const MAX_FILES_AT_ONCE = 20;
export const MAX_FILE_NAME_LENGTH = 200;

/** Longer side in pixels of the pictures made from every asset: `thumb` for sheets and lists, `screen` for looking. */
export const RENDITION_LONG_SIDES = { thumb: 256, screen: 1280 } as const;
export type RenditionName = keyof typeof RENDITION_LONG_SIDES;
export const RENDITION_NAMES = Object.keys(RENDITION_LONG_SIDES) as RenditionName[];
