"use client";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { useDraftElsewhere } from "@/lib/client/recipe/draft-side";
import { recipeOfVariant, type ShownRecipe } from "@/lib/client/recipe/shown-recipe";
import { sentenceOf } from "@/lib/client/sentence";
import { RecipePanel } from "./recipe-panel";
import { ReplayButton } from "./replay-button";

/** The recipe of a variant where no composer is; using it leads to the composer of its board. */
export function VariantRecipe({ variantId }: { variantId: string }) {
  const detail = useQuery(studio.variant.getMany.queryOptions({ input: { variantIds: [variantId] }, meta: { isQuiet: true } }));
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {}, meta: { isQuiet: true } }));
  const failed = detail.error ?? models.error;
  const variant = detail.data?.[0];
  if (failed)
    return (
      <p role="alert" className="text-sm text-bad text-pretty">
        {sentenceOf(failed)}
      </p>
    );
  if (!detail.data || !models.data) return <Skeleton className="h-40 w-full rounded-md" />;
  return variant ? <Elsewhere key={variantId} shown={recipeOfVariant(variant, models.data)} /> : null;
}

function Elsewhere({ shown }: { shown: ShownRecipe }) {
  const side = useDraftElsewhere(shown);
  return <RecipePanel shown={shown} side={side} replay={<ReplayButton variantId={shown.variantId ?? ""} />} />;
}
