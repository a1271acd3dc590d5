import { z } from "zod";

/**
 * Where a grid as a whole stands: its cells are being started, all of them are, somebody or something stopped it before
 * that (it can go on), or it was cancelled for good. How each cell went, its run says.
 */
export const GridStatus = z.enum(["starting", "started", "stopped", "cancelled"]);
export type GridStatus = z.infer<typeof GridStatus>;
