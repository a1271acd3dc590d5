import { z } from "zod";

/** The two halves of `warm-studio@production`. */
export const CallAddress = {
  slug: z.string().min(1).max(80),
  at: z.string().min(1).max(20).meta({ description: "`candidate`, `production` or the number of a version." }),
};
