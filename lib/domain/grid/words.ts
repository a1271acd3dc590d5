import type { Difference } from "../prompt/difference";
import type { ModelChoice, Reference } from "../prompt/recipe";
import { settingName, spoken } from "../prompt/setting-words";
import { titleOf } from "../prompt/title";
import type { Axis } from "./axis";

const NOTHING = "(nothing)";

/** What an axis is called over its values. */
export function axisTitle(axis: Axis): string {
  switch (axis.kind) {
    case "alternatives":
      return axis.place.in === "negative" ? `Not, ${axis.place.index + 1}` : `Words ${axis.place.index + 1}`;
    case "variable":
      return axis.name.replaceAll("_", " ");
    case "seed":
      return "Seed";
    case "model":
      return "Engine";
    case "aspect-ratio":
      return "Aspect ratio";
    case "quality":
      return "Quality";
    case "setting":
      return sentence(settingName(axis.key));
    case "references":
      return "References";
    case "subjects":
      return "Subject";
    default:
      return axis satisfies never;
  }
}

/** What pictures are called, by asset: a file's name. Also what models are called, by {@link keyOfModel}. */
export type PictureNames = ReadonlyMap<string, string>;

const NO_NAMES: PictureNames = new Map();

/** Under what a model's name stands among the names. */
export const keyOfModel = ({ engineId, modelId }: Pick<ModelChoice, "engineId" | "modelId">): string => `${engineId}/${modelId}`;

/** As they come over the wire. */
export const namesOf = (names: Readonly<Record<string, string>>): PictureNames => new Map(Object.entries(names));

/** The pictures a value of an axis stands for; none on an axis of anything but references. */
export function valuePictures(axis: Axis, place: number): readonly string[] {
  return axis.kind === "references" ? (axis.values[place] ?? []).map(({ assetId }) => assetId) : [];
}

/** Every picture the axes use, each once. */
export function picturesOf(axes: readonly Axis[]): readonly string[] {
  return [...new Set(axes.flatMap((axis) => axis.values.flatMap((_, place) => valuePictures(axis, place))))];
}

/** The values of an axis as people read them, in order. No two sets of references read the same. */
export function valueWords(axis: Axis, names: PictureNames = NO_NAMES): readonly string[] {
  switch (axis.kind) {
    case "alternatives":
    case "variable":
      return axis.values.map((value) => value || NOTHING);
    case "seed":
      return axis.values.map(String);
    case "model":
      return axis.values.map((model) => names.get(keyOfModel(model)) ?? model.modelId);
    case "aspect-ratio":
    case "quality":
      return axis.values;
    case "setting":
      return axis.values.map(spoken);
    case "references":
      return toldApart(
        axis.values.map((references) =>
          references.length === 0 ? "no references" : references.map((reference) => referenceWords(reference, names)).join(", "),
        ),
      );
    case "subjects":
      return axis.values.map(({ name }) => name);
    default:
      return axis satisfies never;
  }
}

/** What a cell has that its grid leaves open, one chip an axis. */
export function cellDifference(axes: readonly Axis[], at: readonly number[], names: PictureNames = NO_NAMES): readonly Difference[] {
  return axes.map((axis, index) => {
    const value = valueWords(axis, names)[at[index] ?? 0] ?? "";
    switch (axis.kind) {
      case "alternatives":
        return axis.place.in === "negative" ? { kind: "negative", text: `not: ${value}` } : { kind: "added", text: value };
      case "variable":
        return { kind: "added", text: `${axisTitle(axis)}: ${value}` };
      case "seed":
        return { kind: "seeds", text: `seed ${value}` };
      case "model":
        return { kind: "engine", text: `engine → ${value}` };
      case "aspect-ratio":
        return { kind: "aspect", text: value };
      case "quality":
        return { kind: "quality", text: value };
      case "setting":
        return { kind: "setting", text: `${settingName(axis.key)} ${value}` };
      case "references":
        return { kind: "reference", text: value };
      case "subjects":
        return { kind: "pattern", text: value };
      default:
        return axis satisfies never;
    }
  });
}

/** How large a grid is, by its axes: "3 × 4". */
export function sizeWords(axes: readonly Axis[]): string {
  return axes.map(({ values }) => values.length).join(" × ");
}

const NAME_LENGTH = 24;

/** "bottle, style 80 %": the name without its ending, as long as it is still read at a glance. */
function referenceWords({ assetId, role, weight }: Reference, names: PictureNames): string {
  const name = titleOf((names.get(assetId) ?? "").replace(/\.[a-z0-9]{2,5}$/i, ""), NAME_LENGTH);
  const share = weight === 1 ? role : `${role} ${Math.round(weight * 100)} %`;
  return name === "" ? share : `${name}, ${share}`;
}

function toldApart(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    const nth = words.slice(0, index).filter((earlier) => earlier === word).length;
    return nth === 0 ? word : `${word} (${nth + 1})`;
  });
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
