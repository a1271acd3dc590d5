import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { finaliseVariant } from "@/lib/services/variant/finalise-variant";
import { getVariants } from "@/lib/services/variant/get-variants";
import { replayVariant } from "@/lib/services/variant/replay-variant";
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
  replay: procedure(replayVariant, {
    method: "POST",
    path: "/variants/{variantId}/replays",
    summary: "Run the recipe of a variant again, with its seed, and say afterwards whether the pixels were the same",
    tags,
  }),
  choose: procedure(chooseVariants, {
    method: "POST",
    path: "/variants/choices",
    summary: "Pick, reject or rate variants, many at once",
    tags,
  }),
};
