import { z } from "zod";

/** One thing a label asks for, and whether it is there: the sentence says what is, or what is still missing. */
export const ChecklistLine = z.strictObject({
  kind: z.enum(["lead", "not-author", "lanes", "evidence", "fresh", "judged", "cells", "lower-bound"]),
  met: z.boolean(),
  /** It is there, and yet whoever signs should know something. */
  caution: z.boolean(),
  sentence: z.string(),
});
export type ChecklistLine = z.infer<typeof ChecklistLine>;
