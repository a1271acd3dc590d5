import { z } from "zod";

/** How somebody left a board: what is in view, where the keyboard stood, what was chosen and folded. */
export const BoardLook = z.strictObject({
  /** World point at the top left of the view, and CSS pixels per world unit; null before the board was seen. */
  camera: z.strictObject({ x: z.number(), y: z.number(), zoom: z.number().positive() }).nullable(),
  place: z.strictObject({ promptId: z.string(), variantId: z.string().nullable() }).nullable(),
  selection: z.array(z.string()),
  folded: z.array(z.string()),
});
export type BoardLook = z.infer<typeof BoardLook>;
