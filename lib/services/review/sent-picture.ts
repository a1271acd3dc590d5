import { z } from "zod";
import { Title } from "@/lib/domain/review/template";
import { Id } from "@/lib/domain/wire";

/** One of several pictures that are sent to review: a variant or an asset, and what its card is called. */
export const SentPicture = z.strictObject({
  /** Exactly one of the two. */
  variantId: Id.optional(),
  assetId: Id.optional(),
  title: Title.optional(),
});
