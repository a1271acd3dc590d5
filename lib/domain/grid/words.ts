import type { Difference } from "../prompt/difference";
import { settingName, spoken } from "../prompt/setting-words";
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

/** The values of an axis as people read them, in order. */
export function valueWords(axis: Axis): readonly string[] {
  switch (axis.kind) {
    case "alternatives":
    case "variable":
      return axis.values.map((value) => value || NOTHING);
    case "seed":
      return axis.values.map(String);
    case "model":
      return axis.values.map(({ modelId }) => modelId);
    case "aspect-ratio":
    case "quality":
      return axis.values;
    case "setting":
      return axis.values.map(spoken);
    case "references":
      return axis.values.map((references) =>
        references.length === 0 ? "no references" : references.map(({ role, weight }) => `${role} ${weight}`).join(", "),
      );
    case "subjects":
      return axis.values.map(({ name }) => name);
    default:
      return axis satisfies never;
  }
}

/** What a cell has that its grid leaves open, one chip an axis. */
export function cellDifference(axes: readonly Axis[], at: readonly number[]): readonly Difference[] {
  return axes.map((axis, index) => {
    const value = valueWords(axis)[at[index] ?? 0] ?? "";
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

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
