import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { finaliseVariant } from "@/lib/services/variant/finalise-variant";
import { getVariants } from "@/lib/services/variant/get-variants";
import { procedure } from "../procedure";

const tags = ["Variants"] as const;

export const variant = {
  getMany: procedure(getVariants, {
    method: "GET",
    path: "/variants",
    summary: "Read variants with their full recipes, for comparing",
    tags,
  }),
  finalise: procedure(finaliseVariant, {
    method: "POST",
    path: "/variants/{variantId}/final",
    summary: "Make the final of a draft: its recipe once more, with its seed, at final quality",
    tags,
  }),
  choose: procedure(chooseVariants, {
    method: "POST",
    path: "/variants/choices",
    summary: "Pick, reject or rate variants, many at once",
    tags,
  }),
};
