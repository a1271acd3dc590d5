import { z } from "zod";

export const Flag = z.enum(["none", "pick", "reject"]);
export type Flag = z.infer<typeof Flag>;

export const Rating = z.int().min(0).max(5);

/** A colour label. What a colour means is for its people to say. */
export const COLOURS = ["none", "red", "yellow", "green", "blue", "violet"] as const;
export const Colour = z.enum(COLOURS);
export type Colour = z.infer<typeof Colour>;

/** What is chosen of a picture; absent = unchanged. */
export const ChoiceShape = { flag: Flag.optional(), rating: Rating.optional(), colour: Colour.optional() };

/** A person's judgement of one picture. */
export const Choice = z
  .strictObject(ChoiceShape)
  .refine(({ flag, rating, colour }) => [flag, rating, colour].some((said) => said !== undefined), "Say a flag, a rating or a colour.");
export type Choice = z.infer<typeof Choice>;
