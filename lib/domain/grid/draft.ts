import { z } from "zod";
import { VariableName } from "../pattern/variable";
import { PlainText, type Recipe } from "../prompt/recipe";
import { Axis, axisName, Skip } from "./axis";
import { axesOfWording } from "./expand";
import { type Piece, wordingOf } from "./wording";

/**
 * What a prompt that is being written says beyond its words: values of its variables, further axes, cells left out.
 * Tolerant of a prompt that changes under it: what the words do not name any more waits until they do again.
 */
export const GridDraft = z.strictObject({
  variables: z.record(VariableName, z.array(PlainText)).default({}),
  /** Axes that are not in the words: seeds, engines, controls. */
  axes: z.array(Axis).default([]),
  skips: z.array(Skip).default([]),
  /** The axes the skips were made for; with others they mean other cells, and do not count. */
  skipsFor: z.string().default(""),
});
export type GridDraft = z.infer<typeof GridDraft>;

export const NO_GRID: GridDraft = { variables: {}, axes: [], skips: [], skipsFor: "" };

/** The names of a recipe's variables, each once, in the order they are read; those inside alternatives too. */
export function variablesIn(recipe: Pick<Recipe, "text" | "negative">): readonly string[] {
  const names = [recipe.text, recipe.negative].flatMap((text) => {
    const wording = wordingOf(text);
    return wording.kind === "pieces" ? wording.pieces.flatMap(namesIn) : [];
  });
  return [...new Set(names)];
}

function namesIn(piece: Piece): readonly string[] {
  if (piece.kind === "variable") return [piece.name];
  if (piece.kind === "words") return [];
  return piece.options.flatMap((option) => [...option.matchAll(/\{([a-z][a-z0-9_]{0,39})\}/g)].map(([, name = ""]) => name));
}

/** Every axis of a draft: the words' alternatives, its variables, then what was added. A variable without a value makes none. */
export function axesOf(recipe: Pick<Recipe, "text" | "negative">, draft: Pick<GridDraft, "variables" | "axes">): readonly Axis[] {
  const variables = variablesIn(recipe).flatMap((name): Axis[] => {
    const values = distinct((draft.variables[name] ?? []).map((value) => value.trim()).filter((value) => value !== ""));
    return values.length === 0 ? [] : [{ kind: "variable", name, values }];
  });
  return [...axesOfWording(recipe), ...variables, ...draft.axes];
}

/** Whether skips were made for these axes. */
export const skipsKey = (axes: readonly Axis[]) => JSON.stringify(axes.map((axis) => [axisName(axis), axis.values]));

export function skipsOf(draft: GridDraft, axes: readonly Axis[]): readonly Skip[] {
  return draft.skipsFor === skipsKey(axes) ? draft.skips : [];
}

/** What a grid was started with, to be written again. */
export function draftOfAxes(axes: readonly Axis[]): GridDraft {
  const variables = axes.flatMap((axis) => (axis.kind === "variable" ? [[axis.name, axis.values] as const] : []));
  const added = axes.filter(({ kind }) => kind !== "alternatives" && kind !== "variable");
  return { ...NO_GRID, variables: Object.fromEntries(variables), axes: added };
}

/** The text with other options in its `index`-th alternatives. */
export function withOptions(text: string, index: number, options: readonly string[]): string {
  const wording = wordingOf(text);
  if (wording.kind === "mistake") return text;
  const piece = wording.pieces.filter(({ kind }) => kind === "alternatives")[index];
  if (!piece) return text;
  const written = options.map((option) => option.replace(/[[\]|\\]/g, (sign) => `\\${sign}`)).join("|");
  const bracket = text.slice(piece.at, piece.at + piece.length);
  const [before, after] = [/^\[\s/.test(bracket) ? " " : "", /\s\]$/.test(bracket) ? " " : ""];
  return `${text.slice(0, piece.at)}[${before}${written}${after}]${text.slice(piece.at + piece.length)}`;
}

/** A text without alternatives or variables as it is meant: `\[` is a bracket. A mistake stays as it is. */
export function plainText(text: string): string {
  const wording = wordingOf(text);
  if (wording.kind === "mistake" || wording.pieces.some(({ kind }) => kind !== "words")) return text;
  return wording.pieces.map((piece) => (piece.kind === "words" ? piece.text : "")).join("");
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
