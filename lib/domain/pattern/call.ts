import { z } from "zod";
import { RunView, VariantView } from "../run/view";
import { Id } from "../wire";
import { LabelName, PatternVersionView } from "./view";

/** What stands after the @ of `warm-studio@production`: a label, or the number of a version. */
export type Pointer = { readonly label: LabelName } | { readonly number: number };

const VERSION_NUMBER = /^[1-9]\d{0,8}$/;

/** Null when it is neither. */
export function readPointer(text: string): Pointer | null {
  const label = LabelName.safeParse(text);
  if (label.success) return { label: label.data };
  return VERSION_NUMBER.test(text) ? { number: Number(text) } : null;
}

/** The exact version a run was made from, and the label it was called by; null when it was called by number or not called at all. */
export const CalledPattern = z.strictObject({
  patternId: Id,
  slug: z.string(),
  number: z.int(),
  versionId: Id,
  label: LabelName.nullable(),
});
export type CalledPattern = z.infer<typeof CalledPattern>;

/** One version of a pattern, as a call reaches it. */
export const CalledVersion = z.strictObject({
  pattern: CalledPattern,
  name: z.string(),
  purpose: z.string(),
  libraryName: z.string(),
  /** Why it is not run by calls any more, and the slug of the pattern to call instead; null for one in use. */
  deprecated: z.strictObject({ reason: z.string(), successor: z.string().nullable() }).nullable(),
  version: PatternVersionView,
});
export type CalledVersion = z.infer<typeof CalledVersion>;

/** A run a call has started. */
export const StartedCall = RunView.extend({
  pattern: CalledPattern,
  /** What of the lane's card template could not be followed, as sentences; empty without a review card. */
  cardNotes: z.array(z.string()),
});
export type StartedCall = z.infer<typeof StartedCall>;

/** One output of a run, what to call its file, and where that is: below the studio's address, with the same key. */
export const RunOutput = VariantView.extend({ url: z.string(), fileName: z.string() });

/** A run with everything that came of it. */
export const RunDetail = RunView.extend({ pattern: CalledPattern.nullable(), variants: z.array(RunOutput) });
export type RunDetail = z.infer<typeof RunDetail>;

/** Where the file of an asset is, below the studio's address. */
export const fileUrl = (assetId: string) => `/assets/${assetId}/original`;
