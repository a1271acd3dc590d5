"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PencilLine, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import { OVERRIDE_NAMES, type OverrideName, type RouteView, type SystemView } from "@/lib/domain/engine/override";
import { OverrideDialog } from "./override-dialog";

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
  return (
    <>
      {override ? (
        <span className="block text-xs text-muted text-pretty">
          <span className="font-medium text-accent-ink">
            {override.engineId === null || !route ? "Your workspace says so." : `Your workspace says so of ${route.standing.engineName}.`}
          </span>{" "}
          {override.by}, <RelativeTime at={override.at} />: {override.why}
          {catalogueText === undefined ? null : <span className="block text-faint">Catalogue: {catalogueText}</span>}
        </span>
      ) : null}
      <span className="mt-1 flex flex-wrap gap-1.5">
        <Button
          size="small"
          variant="ghost"
          icon={<PencilLine size={12} aria-hidden />}
          disabledReason={refusal}
          onClick={() => ask(true)}
          aria-label={fact === "hidden" ? `Hide ${entry.name} here` : `Say otherwise: ${name}`}
        >
          {fact === "hidden"
            ? override
              ? "Change why"
              : "Hide here"
            : override
              ? "Change"
              : isKnown
                ? "Say otherwise"
                : "Say what holds here"}
        </Button>
        {override ? (
          <Button
            size="small"
            variant="ghost"
            icon={<Undo2 size={12} aria-hidden />}
            disabledReason={refusal}
            busy={reset.isPending}
            onClick={() => reset.mutate({ entryId: entry.id, fact, engineId: override.engineId })}
            aria-label={fact === "hidden" ? `Show ${entry.name} again` : `Back to the catalogue: ${name}`}
          >
            {fact === "hidden" ? "Show again" : "Back to the catalogue"}
          </Button>
        ) : null}
      </span>
      {reset.error ? (
        <span role="alert" className="block text-xs text-bad text-pretty">
          {sentenceOf(reset.error)}
        </span>
      ) : null}
      {isAsking ? <OverrideDialog entry={entry} route={route} fact={fact} onClose={() => ask(false)} /> : null}
    </>
  );
}
