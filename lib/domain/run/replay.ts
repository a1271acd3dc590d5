import { z } from "zod";
import type { ModelCapabilities } from "../engine/capabilities";
import { madeRecipe } from "../prompt/made-recipe";
import type { ModelChoice, Recipe } from "../prompt/recipe";

/**
 * What an engine promises of a replay. `same-pixels`: it is deterministic and at the revision that made the picture.
 * `other-revision`: it is deterministic, but has changed since. `nothing`: it never promises pixels.
 */
export const ReplayPromise = z.enum(["same-pixels", "other-revision", "nothing"]);
export type ReplayPromise = z.infer<typeof ReplayPromise>;

/** What the engine promises when what `made` has made is run again on `model` as it is today. */
export function promiseOfReplay(
  made: ModelChoice,
  model: Pick<ModelCapabilities, "deterministic" | "seeds"> | undefined,
  revision: string,
): ReplayPromise {
  if (!model?.deterministic || !model.seeds) return "nothing";
  return made.revision === revision ? "same-pixels" : "other-revision";
}

/** The recipe that makes one variant again: its own, one picture, on the revision there is today – yesterday's cannot be asked for any more. */
export function replayRecipe(
  recipe: Recipe,
  made: ModelChoice,
  seed: number,
  model: Pick<ModelCapabilities, "seeds" | "revision"> | undefined,
): Recipe {
  return { ...madeRecipe(recipe, { ...made, revision: model?.revision ?? made.revision }, seed, model), count: 1 };
}

/** What is promised, in a sentence, before it is run. */
export function promiseWords(promise: ReplayPromise, name: string, made: string, revision: string): string {
  switch (promise) {
    case "same-pixels":
      return `${name} promises the same pixels, byte for byte: it is deterministic, and still at the revision that made this picture (${revision}).`;
    case "other-revision":
      return `${name} promises the same pixels only at the same revision. This picture was made at ${made}, and it is at ${revision} now: expect other pixels.`;
    case "nothing":
      return `${name} does not promise the same pixels: the recipe runs again as it was, and the picture may come out otherwise.`;
    default:
      return promise satisfies never;
  }
}

/** What came of it, in a sentence. `isSame` is null while it is being made, and for one that made nothing. */
export function replayOutcome(promise: ReplayPromise, isSame: boolean | null): string | null {
  if (isSame === null) return null;
  if (isSame) return promise === "same-pixels" ? "The same pixels, byte for byte, as promised." : "The same pixels, byte for byte.";
  return promise === "same-pixels" ? "Other pixels, although the same were promised." : "Other pixels; the same were not promised.";
}
