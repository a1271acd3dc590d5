"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { RouteView } from "@/lib/domain/engine/override";
import { PriceDialog } from "./price-dialog";
import { SaysOtherwise } from "./says-otherwise";

export type PriceSaysProps = { route: RouteView; catalogueText: string };

/** Who of this workspace entered a route's price, when and why – with the way back – or the way to enter one. Nothing where none is entered. */
export function PriceSays({ route: { engineId, modelId, standing }, catalogueText }: PriceSaysProps) {
  const queries = useQueryClient();
  const refusal = useRefusal("engine.price");
  const [isAsking, ask] = useState(false);
  const reset = useMutation(
    studio.engine.setPrice.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }),
    }),
  );
  const { entered, enteredPer, modelName } = standing;
  if (enteredPer === null) return null;
  return (
    <>
      <SaysOtherwise
        said={entered ? { sentence: "Your workspace says so.", ...entered } : null}
        catalogueText={catalogueText}
        say={{
          text: entered ? "Change" : catalogueText === "not known" ? "Enter the price" : "Say otherwise",
          label: `Say otherwise: Price of ${modelName}`,
          onClick: () => ask(true),
        }}
        back={{
          text: "Back to the catalogue",
          label: `Back to the catalogue: Price of ${modelName}`,
          isBusy: reset.isPending,
          onClick: () => reset.mutate({ engineId, modelId, micros: null }),
        }}
        refusal={refusal}
        problem={reset.error ? sentenceOf(reset.error) : null}
      />
      {isAsking ? <PriceDialog engineId={engineId} modelId={modelId} onClose={() => ask(false)} /> : null}
    </>
  );
}
