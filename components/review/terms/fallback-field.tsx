"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { type FallbackKind, fallbackSentence } from "@/lib/domain/review/fallback";
import { FALLBACK_WORDS } from "../words";
import type { FallbackDraft } from "./terms-draft";
import { usePicturesOffered } from "./use-pictures-offered";

const KINDS = (Object.keys(FALLBACK_WORDS) as FallbackKind[]).map((value) => ({
  value,
  label: FALLBACK_WORDS[value],
  hint: fallbackSentence(value),
}));

export type FallbackFieldProps = { value: FallbackDraft | null; onChange: (value: FallbackDraft) => void; disabled?: boolean };

/** What happens when the retries are used up, agreed before the first attempt. */
export function FallbackField({ value, onChange, disabled = false }: FallbackFieldProps) {
  // What was said to one path is no word to another; on the way back it is there again.
  const [left, leave] = useState<readonly FallbackDraft[]>([]);
  const choose = (kind: FallbackKind) => {
    if (kind === value?.kind) return;
    leave([...left.filter((path) => path.kind !== value?.kind), ...(value ? [value] : [])]);
    onChange(left.find((path) => path.kind === kind) ?? { kind, target: null, note: "" });
  };
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Field label="When retries are used up">
        <Select value={value?.kind ?? null} onChange={choose} options={KINDS} placeholder="Choose the fallback path…" disabled={disabled} />
      </Field>
      {value ? <Target value={value} onChange={(target) => onChange({ ...value, target })} disabled={disabled} /> : null}
      {value ? (
        <Field label="Note to the fallback path" optional className="sm:col-span-2">
          <Input
            value={value.note}
            maxLength={1_000}
            disabled={disabled}
            placeholder="What whoever takes it should know"
            onChange={(event) => onChange({ ...value, note: event.target.value })}
          />
        </Field>
      ) : null}
    </div>
  );
}

type TargetProps = { value: FallbackDraft; onChange: (target: string | null) => void; disabled: boolean };

function Target(props: TargetProps) {
  switch (props.value.kind) {
    case "engine":
      return <EngineTarget {...props} />;
    case "pattern":
      return <PatternTarget {...props} />;
    case "library-asset":
      return <AssetTarget {...props} />;
    case "manual":
      return <PersonTarget {...props} />;
    case "stop":
      return null;
    default:
      return props.value.kind satisfies never;
  }
}

function EngineTarget({ value, onChange, disabled }: TargetProps) {
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {} }));
  const engines = new Map((models.data ?? []).map((model) => [model.engineId, model.engineName]));
  const options = [...engines].map(([id, label]) => ({ value: id, label }));
  return (
    <Field label="Which engine">
      <Select value={value.target} onChange={onChange} options={options} disabled={disabled} />
    </Field>
  );
}

function PatternTarget({ value, onChange, disabled }: TargetProps) {
  const libraries = useQuery(studio.library.list.queryOptions({ input: {} }));
  const options = (libraries.data ?? []).flatMap((library) =>
    library.patterns.map((pattern) => ({ value: pattern.id, label: pattern.name, hint: library.name })),
  );
  return (
    <Field label="Which pattern">
      <Combobox value={value.target} onChange={onChange} options={options} disabled={disabled} />
    </Field>
  );
}

function AssetTarget({ value, onChange, disabled }: TargetProps) {
  const options = usePicturesOffered({ films: true });
  return (
    <Field label="Which picture or film">
      <Combobox value={value.target} onChange={onChange} options={options} disabled={disabled} />
    </Field>
  );
}

const ANYBODY = "anybody";

function PersonTarget({ value, onChange, disabled }: TargetProps) {
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const people = (members.data?.items ?? []).map((member) => ({ value: member.id, label: member.displayName, hint: member.role }));
  return (
    <Field label="By whom">
      <Select
        value={value.target ?? ANYBODY}
        onChange={(next) => onChange(next === ANYBODY ? null : next)}
        options={[{ value: ANYBODY, label: "Whoever takes it" }, ...people]}
        disabled={disabled}
      />
    </Field>
  );
}
