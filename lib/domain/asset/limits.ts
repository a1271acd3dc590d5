/** What one picture may be. The file router, the ingest, the inspector and the screen all read these. */
export const MAX_IMAGE_BYTES = 32 * 1024 * 1024;
/** What our marks may add to a picture that was taken at the limit, when it is published: manifests of what it was made of lie inside ours. */
export const MAX_MARKS_BYTES = 16 * 1024 * 1024;
/** A decoded pixel costs 4 bytes of memory whatever the file weighs: this is what stops decompression bombs. */
export const MAX_IMAGE_PIXELS = 50_000_000;
/** What one video may be. */
export const MAX_VIDEO_BYTES = 256 * 1024 * 1024;
export const MAX_VIDEO_MS = 5 * 60_000;
/** Five minutes at 120 frames a second. */
export const MAX_VIDEO_FRAMES = 36_000;
/** A frame up to cinema 4K. */
export const MAX_VIDEO_PIXELS = 4096 * 2304;
/** Pictures in a filmstrip, side by side, each from the middle of its share of the video. */
export const FILMSTRIP_FRAMES = 16;
/** Files one drop, paste or pick may bring. */
export const MAX_FILES_AT_ONCE = 20;
export const MAX_FILE_NAME_LENGTH = 200;

/** Longer side in pixels of the pictures made from every asset: `thumb` for sheets and lists, `screen` for looking. */
export const RENDITION_LONG_SIDES = { thumb: 256, screen: 1280 } as const;
/** What is made from every asset; of a video, from its first frame. */
export const PICTURE_RENDITIONS = ["thumb", "screen"] as const satisfies readonly (keyof typeof RENDITION_LONG_SIDES)[];
/** A video has a filmstrip besides: what a pointer or a key runs over before anything plays. */
export const RENDITION_NAMES = [...PICTURE_RENDITIONS, "filmstrip"] as const;
export type RenditionName = (typeof RENDITION_NAMES)[number];
