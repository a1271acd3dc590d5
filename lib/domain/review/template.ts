import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";
import { AcceptableDefects } from "./defect";
import { FallbackPath } from "./fallback";

export const Title = PlainText.trim().min(1, "A card needs a title.").max(200);
export const Goal = PlainText.trim().max(4_000);

/** When a card is due. Years far away are typing errors, and the database has no year 0. */
export const DueDate = Instant.refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 2000 && year <= 2999;
}, "A due date lies in this millennium.");

/** Retries are the attempts after the first: 0 means one attempt and no second. */
export const RetryLimit = z.int().min(0).max(20);

/** What each card of a lane starts from. What is left open here must be filled in before a card is submitted. */
export const CardTemplate = z.strictObject({
  goal: Goal.default(""),
  acceptableDefects: AcceptableDefects.default([]),
  ownerId: Id.nullable().default(null),
  retryLimit: RetryLimit.nullable().default(null),
  fallbackPath: FallbackPath.nullable().default(null),
});
export type CardTemplate = z.infer<typeof CardTemplate>;
