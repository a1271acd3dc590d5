import { z } from "zod";
import { AssetView } from "./asset-view";

/** What became of one uploaded file; what the server tells the client in the end, however often it asks. */
export const UploadResult = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stored"), asset: AssetView }),
  /** The sentence says why, and nothing of the file was kept. */
  z.object({ kind: z.literal("refused"), sentence: z.string() }),
]);
export type UploadResult = z.infer<typeof UploadResult>;

/** Uploads one member may have open at once; more than a person can drop, fewer than would fill a disk unnoticed. */
export const MAX_OPEN_UPLOADS = 200;
/** An upload may be resumed this long after it was announced. */
export const UPLOAD_LIFETIME_HOURS = 24;
