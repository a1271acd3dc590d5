"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { studio } from "@/lib/client/query";
import type { Recipe } from "@/lib/domain/prompt/recipe";

/** The price of the recipe while it is written; the text does not change it, so only what does is asked for. */
export function useQuote(projectId: string, recipe: Recipe) {
  const { controls, count, model, references } = useDeferredValue(recipe);
  const asked: Recipe = {
    ...recipe,
    text: recipe.text.trim() === "" ? "" : "…",
    negative: "",
    references,
    controls,
    count,
    model,
    seeds: { mode: "random" },
  };
  return useQuery(
    studio.run.quote.queryOptions({ input: { projectId, recipe: asked }, placeholderData: keepPreviousData, meta: { isQuiet: true } }),
  );
}
