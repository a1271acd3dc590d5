"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import { OVERRIDE_NAMES, type OverrideName, type RouteView, type SystemView } from "@/lib/domain/engine/override";
import { OverrideDialog } from "./override-dialog";
import { SaysOtherwise } from "./says-otherwise";

export type WorkspaceSaysProps = {
  /** The system as it is on the route. */
  entry: SystemView;
  route: RouteView | null;
  fact: OverrideName;
  /** What the catalogue says where the workspace says otherwise. */
  catalogueText?: string;
};

/** Who of this workspace says otherwise, why and when – with the way back – or the way to say so. */
export function WorkspaceSays({ entry, route, fact, catalogueText }: WorkspaceSaysProps) {
  const queries = useQueryClient();
  const refusal = useRefusal("engine.price");
  const [isAsking, ask] = useState(false);
  const reset = useMutation(
    studio.engine.resetFact.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }),
    }),
  );
  const override = entry.overrides.find(({ said }) => said.fact === fact);
  const name = OVERRIDE_NAMES[fact];
  const isKnown = fact === "hidden" || entry[fact].value !== null;
  const sentence =
    override?.engineId == null || !route ? "Your workspace says so." : `Your workspace says so of ${route.standing.engineName}.`;
  const sayText = override ? "Change" : isKnown ? "Say otherwise" : "Say what holds here";
  return (
    <>
      <SaysOtherwise
        said={override ? { ...override, sentence } : null}
        catalogueText={catalogueText}
        say={{
          text: fact === "hidden" ? (override ? "Change why" : "Hide here") : sayText,
          label: fact === "hidden" ? `Hide ${entry.name} here` : `Say otherwise: ${name}`,
          onClick: () => ask(true),
        }}
        back={{
          text: fact === "hidden" ? "Show again" : "Back to the catalogue",
          label: fact === "hidden" ? `Show ${entry.name} again` : `Back to the catalogue: ${name}`,
          isBusy: reset.isPending,
          onClick: () => override && reset.mutate({ entryId: entry.id, fact, engineId: override.engineId }),
        }}
        refusal={refusal}
        problem={reset.error ? sentenceOf(reset.error) : null}
      />
      {isAsking ? <OverrideDialog entry={entry} route={route} fact={fact} onClose={() => ask(false)} /> : null}
    </>
  );
}
