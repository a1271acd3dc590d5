import type { Recipe } from "../prompt/recipe";
import { Recipe as RecipeShape } from "../prompt/recipe";
import { type Axis, axisName, MAX_AXES, MAX_CELLS, type Skip } from "./axis";
import { type Piece, wordingOf } from "./wording";

/** One cell: which value it has on each axis, and the ordinary recipe that stands there. */
export interface Cell {
  /** Places in `axes[i].values`, one an axis. */
  readonly at: readonly number[];
  readonly recipe: Recipe;
}

export interface Grid {
  readonly base: Recipe;
  readonly axes: readonly Axis[];
  readonly skips: readonly Skip[];
}

/** Why a grid cannot be made, as one sentence, or null. */
export function gridProblem({ base, axes, skips }: Grid): string | null {
  if (axes.length > MAX_AXES) return `A grid has at most ${MAX_AXES} axes.`;
  const names = axes.map(axisName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `Two axes change the same thing: ${twice}.`;
  for (const part of ["text", "negative"] as const) {
    const wording = wordingOf(base[part]);
    if (wording.kind === "mistake") return wording.mistake.sentence;
    const open = openPieces(wording.pieces, part, axes);
    if (open !== null) return open;
  }
  for (const axis of axes) {
    const keys = axis.values.map((value) => JSON.stringify(value));
    if (new Set(keys).size !== keys.length) return `The axis ${axisName(axis)} has the same value twice.`;
  }
  const all = axes.reduce((count, axis) => count * axis.values.length, 1);
  // Skips are counted only when the whole is small enough to go through.
  if (all > MAX_CELLS * 100) return tooMany(all);
  const count = [...places(axes, skips)].length;
  if (count === 0) return "Every cell of this grid is left out.";
  return count > MAX_CELLS ? tooMany(count) : null;
}

/**
 * The cells in reading order: the last axis changes fastest. Every recipe is a plain one: alternatives and variables are
 * chosen, escapes are gone. Throws RangeError when `gridProblem` has something to say.
 */
export function cellsOf(grid: Grid): readonly Cell[] {
  const problem = gridProblem(grid);
  if (problem !== null) throw new RangeError(problem);
  const wordings = wordingsOf(grid.base);
  return [...places(grid.axes, grid.skips)].map((at) => ({ at, recipe: recipeAt(grid, at, wordings) }));
}

/** The recipe of one cell, checked. Throws RangeError for a place that is not on an axis. */
export function cellAt(grid: Grid, at: readonly number[]): Recipe {
  return RecipeShape.parse(recipeAt(grid, at, wordingsOf(grid.base)));
}

/** Whether a recipe's texts ask for a grid: they hold alternatives or variables. */
export function asksForGrid(recipe: Pick<Recipe, "text" | "negative">): boolean {
  return [recipe.text, recipe.negative].some((text) => {
    const wording = wordingOf(text);
    return wording.kind === "pieces" && wording.pieces.some((piece) => piece.kind !== "words");
  });
}

/** The axes a prompt's own alternatives make, in the order they are read. */
export function axesOfWording(recipe: Pick<Recipe, "text" | "negative">): readonly Axis[] {
  return (["text", "negative"] as const).flatMap((part) => {
    const wording = wordingOf(recipe[part]);
    if (wording.kind === "mistake") return [];
    return alternativesIn(wording.pieces).map(
      ({ options }, index): Axis => ({ kind: "alternatives", place: { in: part, index }, values: [...new Set(options)] }),
    );
  });
}

function* places(axes: readonly Axis[], skips: readonly Skip[]): Generator<readonly number[]> {
  const at = axes.map(() => 0);
  while (true) {
    if (!skips.some((skip) => Object.entries(skip).every(([axis, value]) => at[Number(axis)] === value))) yield [...at];
    let axis = axes.length - 1;
    while (axis >= 0 && (at[axis] ?? 0) + 1 >= (axes[axis]?.values.length ?? 0)) {
      at[axis] = 0;
      axis -= 1;
    }
    if (axis < 0) return;
    at[axis] = (at[axis] ?? 0) + 1;
  }
}

/** Read once for all cells: a thousand of them are planned while somebody types. */
type Wordings = Readonly<Record<"text" | "negative", Written>>;

interface Written {
  readonly source: string;
  readonly pieces: readonly Piece[];
}

function wordingsOf(base: Pick<Recipe, "text" | "negative">): Wordings {
  const written = (source: string): Written => {
    const wording = wordingOf(source);
    if (wording.kind === "mistake") throw new RangeError(wording.mistake.sentence);
    return { source, pieces: wording.pieces };
  };
  return { text: written(base.text), negative: written(base.negative) };
}

function recipeAt({ base, axes }: Grid, at: readonly number[], wordings: Wordings): Recipe {
  let recipe = base;
  for (const [index, axis] of axes.entries()) recipe = withValue(recipe, axis, at[index] ?? 0);
  // A subject's words are whole: nothing in them is filled in.
  if (axes.some(({ kind }) => kind === "subjects")) return recipe;
  const chosen = (part: "text" | "negative") => fillIn(wordings[part], part, axes, at);
  return { ...recipe, text: chosen("text"), negative: chosen("negative") };
}

function withValue(recipe: Recipe, axis: Axis, place: number): Recipe {
  switch (axis.kind) {
    case "alternatives":
    case "variable":
      return recipe;
    case "seed":
      return { ...recipe, seeds: { mode: "locked", values: [valueAt(axis.values, place)] }, count: 1 };
    case "model":
      return { ...recipe, model: valueAt(axis.values, place) };
    case "aspect-ratio":
      return { ...recipe, controls: { ...recipe.controls, aspectRatio: valueAt(axis.values, place) } };
    case "quality":
      return { ...recipe, controls: { ...recipe.controls, quality: valueAt(axis.values, place) } };
    case "setting":
      return {
        ...recipe,
        controls: { ...recipe.controls, settings: { ...recipe.controls.settings, [axis.key]: valueAt(axis.values, place) } },
      };
    case "references":
      return { ...recipe, references: valueAt(axis.values, place) };
    case "subjects": {
      const { text, negative, references } = valueAt(axis.values, place);
      return { ...recipe, text, negative, references };
    }
    default:
      return axis satisfies never;
  }
}

function valueAt<Value>(values: readonly Value[], place: number): Value {
  const value = values[place];
  if (value === undefined) throw new RangeError(`There is no value ${place} on this axis.`);
  return value;
}

/** A text with what each axis chose. Words that were left out leave no double space behind. */
function fillIn({ source, pieces }: Written, part: "text" | "negative", axes: readonly Axis[], at: readonly number[]): string {
  let alternative = -1;
  const filled = pieces.map((piece) => {
    if (piece.kind === "words") return piece.text;
    if (piece.kind === "variable") return variableIn(piece.name, axes, at) ?? "";
    alternative += 1;
    const index = axes.findIndex((axis) => axis.kind === "alternatives" && axis.place.in === part && axis.place.index === alternative);
    const axis = axes[index];
    const option = axis?.kind === "alternatives" ? valueAt(axis.values, at[index] ?? 0) : "";
    return spaced(source.slice(piece.at, piece.at + piece.length), option).replace(
      /\{([a-z][a-z0-9_]{0,39})\}/g,
      (whole, name: string) => variableIn(name, axes, at) ?? whole,
    );
  });
  const hasHoles = pieces.some((piece) => piece.kind === "alternatives");
  return hasHoles
    ? filled
        .join("")
        .replace(/ {2,}/g, " ")
        .replace(/ +([,.;:!?])/g, "$1")
        .trim()
    : filled.join("");
}

/** `sea[ at night|]`: a space before the first option or after the last belongs to whatever is chosen, and to nothing if that is nothing. */
function spaced(bracket: string, option: string): string {
  if (option === "") return "";
  return `${/^\[\s/.test(bracket) ? " " : ""}${option}${/\s\]$/.test(bracket) ? " " : ""}`;
}

function variableIn(name: string, axes: readonly Axis[], at: readonly number[]): string | null {
  const index = axes.findIndex((axis) => axis.kind === "variable" && axis.name === name);
  const axis = axes[index];
  return axis?.kind === "variable" ? valueAt(axis.values, at[index] ?? 0) : null;
}

/** Whether an axis says what a variable is. */
const gives = (axis: Axis, name: string) => axis.kind === "subjects" || (axis.kind === "variable" && axis.name === name);

function openPieces(pieces: readonly Piece[], part: "text" | "negative", axes: readonly Axis[]): string | null {
  for (const piece of pieces)
    if (piece.kind === "variable" && !axes.some((axis) => gives(axis, piece.name))) return `{${piece.name}} has no values yet.`;
  const count = alternativesIn(pieces).length;
  const given = axes.flatMap((axis) => (axis.kind === "alternatives" && axis.place.in === part ? [axis.place.index] : []));
  if (given.some((index) => index >= count)) return "An axis names alternatives that are not in the prompt.";
  return given.length < count ? "These alternatives are no axis of the grid yet." : null;
}

function alternativesIn(pieces: readonly Piece[]): readonly Extract<Piece, { kind: "alternatives" }>[] {
  return pieces.filter((piece) => piece.kind === "alternatives");
}

function tooMany(count: number): string {
  return `This grid has ${count.toLocaleString("en-US")} cells; at most ${MAX_CELLS.toLocaleString("en-US")} can run. Leave some values out.`;
}
