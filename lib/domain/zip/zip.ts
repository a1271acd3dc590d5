import { z } from "zod";
import { Id, Instant, Version } from "../wire";

/** Files one zip may hold. */
export const MAX_ZIPPED = 100_000;
/** Days a zip can be downloaded. */
export const ZIP_KEPT_DAYS = 7;
/** Zips somebody may have under way at once. */
export const MAX_ZIPS_UNDER_WAY = 3;

export const ZipStatus = z.enum(["packing", "ready", "cancelled"]);
export type ZipStatus = z.infer<typeof ZipStatus>;

export const ZipView = z
  .strictObject({
    id: Id,
    status: ZipStatus,
    /** Files looked through so far, of so many. */
    done: z.int(),
    total: z.int(),
    /** Files whose bytes are not there any more; the manifest names them. */
    missing: z.int(),
    /** Of the zip, once it is ready. */
    byteSize: z.number(),
    metadata: z.enum(["with", "without"]),
    url: z.string().meta({ description: "Where it is downloaded once it is ready; a download that broke off goes on where it was." }),
    createdAt: Instant,
    expiresAt: Instant,
    version: Version,
  })
  .meta({ description: "Files as one zip: how far it is, and where it is downloaded." });
export type ZipView = z.infer<typeof ZipView>;
