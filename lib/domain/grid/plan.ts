import type { ModelCapabilities } from "../engine/capabilities";
import { MAX_PROMPT_LENGTH, type ModelChoice, type Recipe } from "../prompt/recipe";
import { quoteOf, refusalOf } from "../run/plan";
import { type Cell, cellsOf, type Grid, gridProblem } from "./expand";

/** A cell with its price, or with why it cannot run. */
export interface PlannedCell extends Cell {
  readonly refusal: string | null;
  readonly leastMicros: bigint;
  /** What is held for it. 0 when it cannot run. */
  readonly mostMicros: bigint;
}

/** A grid before it is started: every cell with its price, and what they are together. */
export interface Planned {
  readonly cells: readonly PlannedCell[];
  /** Of the cells that can run. */
  readonly runs: number;
  readonly pictures: number;
  readonly leastMicros: bigint;
  readonly mostMicros: bigint;
  /** Why nothing of it can run, or null. */
  readonly refusal: string | null;
}

/** Prices every cell of a grid. `modelOf` gives what a model can do, undefined where it cannot be used. */
export function planGrid(grid: Grid, modelOf: (model: ModelChoice) => ModelCapabilities | undefined): Planned {
  const problem = gridProblem(grid);
  if (problem !== null) return { cells: [], runs: 0, pictures: 0, leastMicros: 0n, mostMicros: 0n, refusal: problem };
  const cells = cellsOf(grid).map((cell): PlannedCell => {
    const model = modelOf(cell.recipe.model);
    const refusal = tooLong(cell.recipe) ?? refusalOf(cell.recipe, model);
    const price = model && refusal === null ? quoteOf(cell.recipe, model) : { leastMicros: 0n, mostMicros: 0n };
    return { ...cell, refusal, ...price };
  });
  const able = cells.filter(({ refusal }) => refusal === null);
  return {
    cells,
    runs: able.length,
    pictures: able.reduce((sum, { recipe }) => sum + recipe.count, 0),
    leastMicros: able.reduce((sum, cell) => sum + cell.leastMicros, 0n),
    mostMicros: able.reduce((sum, cell) => sum + cell.mostMicros, 0n),
    refusal: able.length === 0 ? (cells[0]?.refusal ?? null) : null,
  };
}

/** Why cells cannot run, each reason once, the most frequent first. */
export function refusalsOf({ cells }: Planned): readonly string[] {
  const counts = new Map<string, number>();
  for (const { refusal } of cells) if (refusal !== null) counts.set(refusal, (counts.get(refusal) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([refusal]) => refusal);
}

/** Values can make a text longer than any prompt may be. */
function tooLong({ text, negative }: Recipe): string | null {
  if (Math.max(text.length, negative.length) <= MAX_PROMPT_LENGTH) return null;
  return `With these values the prompt is longer than ${MAX_PROMPT_LENGTH.toLocaleString("en-US")} characters.`;
}
