import { z } from "zod";
import { AssetView } from "./asset-view";

/** What became of one uploaded file; what the server tells the client in the end, however often it asks. */
export const UploadResult = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stored"), asset: AssetView }),
  /** It has arrived whole, and the worker looks at it; asking again tells how that ends. */
  z.object({ kind: z.literal("checking"), uploadId: z.uuid() }),
  /** The sentence says why, and nothing of the file was kept. */
  z.object({ kind: z.literal("refused"), sentence: z.string() }),
]);
export type UploadResult = z.infer<typeof UploadResult>;

/** How a check ended. */
export type CheckedUpload = Exclude<UploadResult, { kind: "checking" }>;

/** Looks the worker takes at one video before it says that it cannot be read. */
export const MAX_CHECK_TRIES = 5;
/** Uploads one member may have open at once; more than a person can drop, fewer than would fill a disk unnoticed. */
export const MAX_OPEN_UPLOADS = 200;
/** An upload may be resumed this long after it was announced. */
export const UPLOAD_LIFETIME_HOURS = 24;
