import { z } from "zod";

export const Flag = z.enum(["none", "pick", "reject"]);
export type Flag = z.infer<typeof Flag>;

export const Rating = z.int().min(0).max(5);

/** A person's judgement of one variant. Absent = unchanged. */
export const Choice = z
  .strictObject({ flag: Flag.optional(), rating: Rating.optional() })
  .refine((choice) => choice.flag !== undefined || choice.rating !== undefined, "Say a flag, a rating, or both.");
export type Choice = z.infer<typeof Choice>;
