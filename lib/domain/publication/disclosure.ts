import { z } from "zod";
import { PlainText } from "../prompt/recipe";

/** What viewers are told: nothing, that it is AI-generated, or that it shows real people or events as they were not. */
export const DisclosureKind = z.enum(["none", "ai-generated-label", "deep-fake-notice"]);
export type DisclosureKind = z.infer<typeof DisclosureKind>;

/** The decision somebody has to take before anything is published; the reason is required for every kind, `none` above all. */
export const Disclosure = z.strictObject({
  kind: DisclosureKind,
  reason: PlainText.trim().min(1, "Say why this disclosure is right.").max(1_000),
  toldWhere: PlainText.trim()
    .max(300)
    .default("")
    .meta({ description: "Where viewers are told, when no label is drawn into the picture: `In the caption below it.`" }),
});
export type Disclosure = z.infer<typeof Disclosure>;
