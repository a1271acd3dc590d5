import { z } from "zod";
import { Choice, ChoiceShape } from "../selection/flags";
import { Id } from "../wire";
import { AssetFilter } from "./filter";

/** More files than this are chosen by the worker, a part at a time; fewer in the act itself. */
export const CHOSEN_AT_ONCE = 1_000;
/** Files that may be named one by one; more are meant by a filter. */
export const MAX_NAMED = 5_000;
/** Days a choice can be taken back. */
export const CHOICE_KEPT_DAYS = 7;

/** Which files are meant: these, or all that a filter finds. */
export const Target = z
  .strictObject({ assetIds: z.array(Id).min(1).max(MAX_NAMED).optional(), filter: AssetFilter.optional() })
  .refine(({ assetIds, filter }) => (assetIds === undefined) !== (filter === undefined), "Name files or give a filter, one of the two.");
export type Target = z.infer<typeof Target>;

/** What is done with many files at once: they are chosen, deleted, or brought back. */
export const FileAct = z.union([Choice, z.strictObject({ deleted: z.boolean() })]);
export type FileAct = z.infer<typeof FileAct>;

/** Files an act left as they are, and why. */
export const Kept = z.strictObject({ reason: z.string(), files: z.int() });
export type Kept = z.infer<typeof Kept>;

/** What was kept so far and what is kept besides: each reason once, the commonest first. */
export function keptBesides(kept: readonly Kept[], reasons: readonly string[]): Kept[] {
  const counts = new Map(kept.map(({ reason, files }) => [reason, files]));
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, files]) => ({ reason, files })).sort((one, other) => other.files - one.files);
}

export const ChoiceStatus = z.enum(["running", "done", "undoing", "undone"]);
export type ChoiceStatus = z.infer<typeof ChoiceStatus>;

/** How far a choice of many files is. */
export const ChoiceProgress = z
  .strictObject({
    id: Id,
    status: ChoiceStatus,
    done: z.int(),
    total: z.int(),
    kept: z.array(Kept).meta({ description: "Files that were left as they are, by reason: something that must stay uses them." }),
    version: z.int(),
  })
  .meta({ description: "What was done with many files: how many it is about, and how far it is." });
export type ChoiceProgress = z.infer<typeof ChoiceProgress>;

export const AssetChoiceInput = z.strictObject({ target: Target, choice: z.strictObject(ChoiceShape).pipe(Choice) });
