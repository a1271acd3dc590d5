"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PencilLine, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { RouteView } from "@/lib/domain/engine/override";
import { PriceDialog } from "./price-dialog";

export type PriceSaysProps = { route: RouteView; catalogueText: string };

/** Who of this workspace entered a route's price and when – with the way back – or the way to enter one. Nothing where none is entered. */
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
      {entered ? (
        <span className="block text-xs text-muted text-pretty">
          <span className="font-medium text-accent-ink">Your workspace says so.</span> {entered.by}, <RelativeTime at={entered.at} />
          <span className="block text-faint">Catalogue: {catalogueText}</span>
        </span>
      ) : null}
      <span className="mt-1 flex flex-wrap gap-1.5">
        <Button
          size="small"
          variant="ghost"
          icon={<PencilLine size={12} aria-hidden />}
          disabledReason={refusal}
          onClick={() => ask(true)}
          aria-label={`Say otherwise: Price of ${modelName}`}
        >
          {entered ? "Change" : catalogueText === "not known" ? "Enter the price" : "Say otherwise"}
        </Button>
        {entered ? (
          <Button
            size="small"
            variant="ghost"
            icon={<Undo2 size={12} aria-hidden />}
            disabledReason={refusal}
            busy={reset.isPending}
            onClick={() => reset.mutate({ engineId, modelId, micros: null })}
            aria-label={`Back to the catalogue: Price of ${modelName}`}
          >
            Back to the catalogue
          </Button>
        ) : null}
      </span>
      {reset.error ? (
        <span role="alert" className="block text-xs text-bad text-pretty">
          {sentenceOf(reset.error)}
        </span>
      ) : null}
      {isAsking ? <PriceDialog engineId={engineId} modelId={modelId} onClose={() => ask(false)} /> : null}
    </>
  );
}
