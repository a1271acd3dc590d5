import { z } from "zod";

export const CLIP_FORMATS = ["mp4", "webm"] as const;
export const ClipFormat = z.enum(CLIP_FORMATS);
/** MP4 holds H.264, WebM holds VP9. */
export type ClipFormat = z.infer<typeof ClipFormat>;

export const CLIP_MIME_TYPES = { mp4: "video/mp4", webm: "video/webm" } as const satisfies Record<ClipFormat, string>;

/** What an encoding process needs to know before the first frame: one line of JSON ahead of the raw frames. */
export const EncodingOrder = z.strictObject({
  format: ClipFormat,
  width: z.int().positive(),
  height: z.int().positive(),
  /** Frames that will follow, opaque RGBA, row by row. Fewer mean that the clip was given up. */
  frames: z.int().positive(),
  framesPerSecond: z.int().positive(),
});
export type EncodingOrder = z.infer<typeof EncodingOrder>;
