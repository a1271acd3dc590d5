import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { MAX_SEARCH_LENGTH, parseSearch } from "../search/parse";
import { Colour, Flag } from "../selection/flags";
import { Id } from "../wire";
import { ASSET_KINDS, ASSET_ORIGINS } from "./asset-view";

/** A search that can be read; a mistake in it is the sentence of the refusal. */
const Search = PlainText.trim()
  .max(MAX_SEARCH_LENGTH)
  .check((context) => {
    const parsed = parseSearch(context.value);
    if (parsed.kind === "mistake") context.issues.push({ code: "custom", message: parsed.mistake.sentence, input: context.value });
  });

/** Which assets somebody looks at. Everything said must hold; what is absent does not matter. */
export const AssetFilter = z
  .strictObject({
    search: Search.default("").meta({
      description: "Words of the file name or prompt, AND, OR, NOT, brackets and fields such as flag:pick, rating:>=3, colour:red, by:ada.",
    }),
    kind: z.enum(ASSET_KINDS).optional(),
    origin: z.enum(ASSET_ORIGINS).optional(),
    flag: Flag.optional(),
    rating: z.int().min(1).max(5).optional().meta({ description: "At least so many stars." }),
    colour: Colour.optional(),
    stackId: Id.optional().meta({ description: "Only what lies in this stack, its cover first of all." }),
    collectionId: Id.optional().meta({ description: "Only what lies in this collection, or in one in it." }),
    stacks: z.enum(["folded", "open"]).default("folded").meta({ description: "Folded: of a stack only its cover." }),
    deleted: z.boolean().default(false).meta({ description: "The deleted ones instead, which can be restored." }),
  })
  .meta({ description: "Which files are meant." });
export type AssetFilter = z.infer<typeof AssetFilter>;

/** Every asset that is not deleted, stacks folded. */
export const NO_FILTER: AssetFilter = { search: "", stacks: "folded", deleted: false };

/** Whether somebody narrowed what is shown. Folding stacks and looking at deleted files are places, not filters. */
export function isFiltered(filter: AssetFilter): boolean {
  const { search, kind, origin, flag, rating, colour, stackId, collectionId } = filter;
  return search !== "" || [kind, origin, flag, rating, colour, stackId, collectionId].some((said) => said !== undefined);
}
