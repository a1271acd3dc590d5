import { z } from "zod";
import { idOfModel, type ModelName } from "./model-name";
import type { Recipe, Reference } from "./recipe";
import { settingName, spoken } from "./setting-words";
import { compareWords } from "./words";

/** One thing that differs between a prompt and its parent, short enough for a chip on the node. */
export const Difference = z.strictObject({
  kind: z.enum(["added", "removed", "negative", "reference", "engine", "aspect", "quality", "setting", "count", "seeds", "pattern"]),
  text: z.string(),
});
export type Difference = z.infer<typeof Difference>;

const CHIP_LENGTH = 60;
const MAX_TEXT_CHIPS = 6;

/** Without the comma the words stood before, and no longer than a chip. */
function short(text: string): string {
  const bare = text.replace(/[,;:]+$/u, "");
  return bare.length > CHIP_LENGTH ? `${bare.slice(0, CHIP_LENGTH - 1).trimEnd()}…` : bare;
}

/** What a child changed from its parent, in the order a person reads it: words, references, model, controls. */
export function differenceBetween(parent: Recipe, child: Recipe, nameOf: ModelName = idOfModel): readonly Difference[] {
  return [
    ...textDifferences(parent.text, child.text),
    ...(parent.negative === child.negative
      ? []
      : [{ kind: "negative" as const, text: short(child.negative === "" ? "no negative" : `not: ${child.negative}`) }]),
    ...referenceDifferences(parent.references, child.references),
    ...(sameModel(parent, child) ? [] : [{ kind: "engine" as const, text: `engine → ${nameOf(child.model)}` }]),
    ...(parent.controls.aspectRatio === child.controls.aspectRatio ? [] : [{ kind: "aspect" as const, text: child.controls.aspectRatio }]),
    ...(parent.controls.quality === child.controls.quality ? [] : [{ kind: "quality" as const, text: child.controls.quality }]),
    ...settingDifferences(parent, child),
    ...(parent.count === child.count ? [] : [{ kind: "count" as const, text: `× ${child.count}` }]),
    ...seedDifferences(parent, child),
  ];
}

function textDifferences(before: string, after: string): readonly Difference[] {
  const changes = compareWords(before, after).flatMap((change): Difference[] =>
    change.kind === "same" ? [] : [{ kind: change.kind, text: short(change.text) }],
  );
  if (changes.length <= MAX_TEXT_CHIPS) return changes;
  return [...changes.slice(0, MAX_TEXT_CHIPS - 1), { kind: "added", text: `${changes.length - MAX_TEXT_CHIPS + 1} more changes` }];
}

const placeOf = (reference: Reference) => `${reference.assetId} ${reference.role}`;

function referenceDifferences(before: readonly Reference[], after: readonly Reference[]): readonly Difference[] {
  const weights = new Map(before.map((reference) => [placeOf(reference), reference.weight]));
  const places = new Set(after.map(placeOf));
  return [
    ...after.flatMap((reference): Difference[] => {
      const weight = weights.get(placeOf(reference));
      if (weight === reference.weight) return [];
      return [{ kind: "reference", text: `${weight === undefined ? "+ " : ""}${reference.role} ${Math.round(reference.weight * 100)} %` }];
    }),
    ...before.flatMap((reference): Difference[] =>
      places.has(placeOf(reference)) ? [] : [{ kind: "reference", text: `− ${reference.role}` }],
    ),
  ];
}

const sameModel = (one: Recipe, other: Recipe) =>
  one.model.engineId === other.model.engineId && one.model.modelId === other.model.modelId && one.model.revision === other.model.revision;

/** A setting the child no longer names is at its default again; a change of model drops the other model's settings unsaid. */
function settingDifferences(parent: Recipe, child: Recipe): readonly Difference[] {
  const [before, after] = [parent.controls.settings, child.controls.settings];
  const gone = parent.model.modelId === child.model.modelId ? Object.keys(before).filter((key) => !(key in after)) : [];
  return [
    ...Object.entries(after).flatMap(([key, value]): Difference[] =>
      before[key] === value ? [] : [{ kind: "setting", text: short(`${settingName(key)} ${spoken(value)}`) }],
    ),
    ...gone.map((key): Difference => ({ kind: "setting", text: `${settingName(key)} by default` })),
  ];
}

function seedDifferences(parent: Recipe, child: Recipe): readonly Difference[] {
  if (JSON.stringify(parent.seeds) === JSON.stringify(child.seeds)) return [];
  return [{ kind: "seeds", text: child.seeds.mode === "random" ? "new seeds" : `seed ${child.seeds.values.join(", ")}` }];
}
