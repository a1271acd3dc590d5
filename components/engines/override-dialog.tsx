"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { type CommercialUse, REGION_NAMES, REGIONS, type Region, type Watermark } from "@/lib/domain/engine/catalogue-entry";
import {
  MOST_WHY,
  OVERRIDE_NAMES,
  type OverrideName,
  type OverrideValue,
  type RouteView,
  type SystemView,
} from "@/lib/domain/engine/override";
import { COMMERCIAL_WORDS, WATERMARK_WORDS } from "./fact-words";

export type OverrideDialogProps = {
  /** The system as it is on the route. */
  entry: SystemView;
  route: RouteView | null;
  fact: OverrideName;
  onClose: () => void;
};

/** What a lead says of one fact, of which routes, and why. Mount it to ask. */
export function OverrideDialog({ entry, route, fact, onClose }: OverrideDialogProps) {
  const queries = useQueryClient();
  const before = entry.overrides.find(({ said }) => said.fact === fact);
  const [said, say] = useState<OverrideValue | null>(before?.said ?? firstOf(entry, fact));
  const [why, setWhy] = useState(before?.why ?? "");
  const hasRoutes = fact !== "hidden" && new Set(entry.routes.map(({ engineId }) => engineId)).size > 1;
  const [reach, setReach] = useState<"here" | "everywhere">(before?.engineId === null || !hasRoutes ? "everywhere" : "here");
  const save = useMutation(
    studio.engine.overrideFact.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }),
      onSuccess: onClose,
    }),
  );
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={fact === "hidden" ? `Hide ${entry.name}` : `${OVERRIDE_NAMES[fact]}: ${entry.name}`}
      description={
        fact === "hidden"
          ? "Nobody in this workspace can run it any more, whatever a lane allows. What was made with it stays."
          : "What holds for this workspace, in place of the catalogue. It counts before every run, again in the worker, and when something is published."
      }
      submitLabel={fact === "hidden" ? "Hide" : "Save"}
      disabledReason={said === null ? "Say what holds here." : why.trim() === "" ? "Say why: others will ask." : null}
      busy={save.isPending}
      onSubmit={() =>
        said && save.mutate({ entryId: entry.id, said, why: why.trim(), engineId: reach === "here" && route ? route.engineId : null })
      }
    >
      {said === null || said.fact === "hidden" ? null : <Value said={said} say={say} />}
      {hasRoutes && route ? (
        <Field label="Holds" hint="A contract with one host says nothing of another.">
          <Select<"here" | "everywhere">
            value={reach}
            onChange={setReach}
            options={[
              { value: "here", label: `When ${route.standing.engineName} runs it` },
              { value: "everywhere", label: "Whoever runs it" },
            ]}
          />
        </Field>
      ) : null}
      <Field
        label="Why"
        hint="A contract, a plan, a decision: shown beside the fact with your name."
        error={save.error ? sentenceOf(save.error) : null}
      >
        <Textarea rows={2} value={why} maxLength={MOST_WHY} onChange={(event) => setWhy(event.currentTarget.value)} />
      </Field>
    </FormDialog>
  );
}

/** Where the dialog begins: with the catalogue's value, or the most careful one where it knows none. */
function firstOf(entry: SystemView, fact: OverrideName): OverrideValue {
  switch (fact) {
    case "licence":
      return { fact, value: entry.licence.value ?? "" };
    case "commercialUse":
      return { fact, value: entry.commercialUse.value ?? "no" };
    case "residency":
      return { fact, value: [...(entry.residency.value ?? [])] };
    case "watermark":
      return { fact, value: entry.watermark.value ?? "visible" };
    case "latency":
      return { fact, value: entry.latency.value ?? { leastSeconds: 10, mostSeconds: 60 } };
    case "hidden":
      return { fact, value: true };
    default:
      return fact satisfies never;
  }
}

function Value({ said, say }: { said: Exclude<OverrideValue, { fact: "hidden" }>; say: (said: OverrideValue) => void }) {
  switch (said.fact) {
    case "licence":
      return (
        <Field label="Licence">
          <Input value={said.value} maxLength={300} onChange={(event) => say({ ...said, value: event.currentTarget.value })} />
        </Field>
      );
    case "commercialUse":
      return (
        <Field label="Commercial use">
          <Select<CommercialUse> value={said.value} onChange={(value) => say({ ...said, value })} options={optionsOf(COMMERCIAL_WORDS)} />
        </Field>
      );
    case "watermark":
      return (
        <Field label="Watermark">
          <Select<Watermark> value={said.value} onChange={(value) => say({ ...said, value })} options={optionsOf(WATERMARK_WORDS)} />
        </Field>
      );
    case "residency":
      return (
        <fieldset className="grid gap-1.5 sm:grid-cols-2">
          <legend className="mb-1 text-xs font-medium text-muted">Where data is processed</legend>
          {REGIONS.map((region) => (
            <Checkbox
              key={region}
              label={REGION_NAMES[region]}
              checked={said.value.includes(region)}
              onChange={(isOn) => say({ ...said, value: REGIONS.filter((each) => (each === region ? isOn : said.value.includes(each))) })}
            />
          ))}
        </fieldset>
      );
    case "latency": {
      const seconds = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : 0);
      return (
        <div className="grid grid-cols-2 gap-3">
          <Field label="Seconds at least">
            <Input
              inputMode="numeric"
              value={String(said.value.leastSeconds)}
              onChange={(event) => say({ ...said, value: { ...said.value, leastSeconds: seconds(event.currentTarget.value) } })}
            />
          </Field>
          <Field label="Seconds at most">
            <Input
              inputMode="numeric"
              value={String(said.value.mostSeconds)}
              onChange={(event) => say({ ...said, value: { ...said.value, mostSeconds: seconds(event.currentTarget.value) } })}
            />
          </Field>
        </div>
      );
    }
    default:
      return said satisfies never;
  }
}

const optionsOf = <Key extends Region | CommercialUse | Watermark>(words: Readonly<Record<Key, string>>) =>
  (Object.entries(words) as [Key, string][]).map(([value, label]) => ({ value, label }));
