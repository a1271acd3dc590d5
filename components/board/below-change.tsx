"use client";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useModelName } from "@/lib/client/use-model-name";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import type { Reach } from "@/lib/domain/prompt/below";
import { onModel } from "@/lib/domain/prompt/change-model";
import { type Difference, differenceBetween } from "@/lib/domain/prompt/difference";
import { MAX_PROMPT_LENGTH, type Recipe, seedsWithin } from "@/lib/domain/prompt/recipe";

export interface BelowChangeProps {
  /** The recipe of the prompt at the top as it is. */
  readonly was: Recipe;
  /** The same with what is to change. */
  readonly top: Recipe;
  readonly onTop: (top: Recipe) => void;
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
  readonly models: readonly CatalogueModel[];
  readonly error: string | null;
}

const SEEDS = [
  { value: "same", label: "As they are" },
  { value: "random", label: "New ones" },
] as const;

/** What to change at the top, thing by thing, and how far it reaches. Nothing is changed that was not chosen here. */
export function BelowChange({ was, top, onTop, reach, onReach, models, error }: BelowChangeProps) {
  const nameOf = useModelName();
  const model = models.find((row) => row.engineId === top.model.engineId && row.capabilities.modelId === top.model.modelId);
  const { controls } = top;
  const keyOf = ({ engineId, modelId }: Recipe["model"]) => `${engineId}/${modelId}`;
  const known = models.map((row) => ({ value: `${row.engineId}/${row.capabilities.modelId}`, label: row.capabilities.name }));
  const change = differenceBetween(was, top, nameOf);
  return (
    <>
      <Field label="The prompt at the top" error={error}>
        <Textarea
          value={top.text}
          maxLength={MAX_PROMPT_LENGTH}
          rows={2}
          onChange={(event) => onTop({ ...top, text: event.currentTarget.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]">
        <Labelled label="Model" wide>
          <Select
            label="Model"
            value={keyOf(top.model)}
            onChange={(value) => {
              const next = models.find((row) => `${row.engineId}/${row.capabilities.modelId}` === value);
              if (next) onTop(onModel(top, next));
            }}
            options={model ? known : [{ value: keyOf(top.model), label: nameOf(top.model) }, ...known]}
          />
        </Labelled>
        <Labelled label="Quality">
          <Select
            label="Quality"
            value={controls.quality}
            onChange={(quality) => onTop({ ...top, controls: { ...controls, quality } })}
            options={(model?.capabilities.qualities ?? [controls.quality]).map((value) => ({ value, label: value }))}
          />
        </Labelled>
        <Labelled label="Aspect ratio">
          <Select
            label="Aspect ratio"
            value={controls.aspectRatio}
            onChange={(aspectRatio) => onTop({ ...top, controls: { ...controls, aspectRatio } })}
            options={(model && model.capabilities.aspectRatios.length > 0 ? model.capabilities.aspectRatios : [controls.aspectRatio]).map(
              (value) => ({ value, label: value }),
            )}
          />
        </Labelled>
        <Labelled label="Variants">
          <Select
            label="Variants"
            value={String(top.count)}
            onChange={(count) => onTop({ ...top, count: Number(count), seeds: seedsWithin(top.seeds, Number(count)) })}
            options={Array.from({ length: model?.capabilities.maxVariants ?? top.count }, (_, index) => ({
              value: String(index + 1),
              label: `× ${index + 1}`,
            }))}
          />
        </Labelled>
        <Labelled label="Seeds">
          <Select
            label="Seeds"
            value={was.seeds.mode === "locked" && top.seeds.mode === "random" ? "random" : "same"}
            onChange={(seeds) => onTop({ ...top, seeds: seeds === "random" ? { mode: "random" } : was.seeds })}
            // What is drawn anew by itself has no other way.
            options={was.seeds.mode === "random" ? [{ value: "same", label: "New ones" }] : SEEDS}
          />
        </Labelled>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex min-w-0 flex-wrap items-center gap-1.5 text-xs text-muted">
          The change:
          {change.length === 0 ? " none – every prompt runs again as it was." : <DifferenceChips difference={change} />}
        </p>
        {change.length === 0 ? null : (
          <ToggleGroup<Reach>
            label="How far the change reaches"
            value={reach}
            onChange={onReach}
            options={[
              { value: "inherited", label: "What they inherit" },
              { value: "everywhere", label: "All of them" },
            ]}
          />
        )}
      </div>
      {change.length === 0 ? null : (
        <p className="text-xs text-faint text-pretty">
          {reach === "inherited"
            ? "It reaches every prompt below; where one changed the very same thing by itself, its own stays."
            : "It reaches every prompt below, also where one changed the very same thing by itself."}
        </p>
      )}
    </>
  );
}

const SIGNS: Partial<Record<Difference["kind"], string>> = { added: "+ ", removed: "− " };

/** What differs, a chip each. */
export function DifferenceChips({ difference }: { difference: readonly Difference[] }) {
  return difference.map(({ kind, text }) => (
    <Chip key={`${kind} ${text}`}>
      {SIGNS[kind]}
      {text}
    </Chip>
  ));
}

function Labelled({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "col-span-2 sm:col-span-1" : undefined}>
      <span aria-hidden className="text-xs text-muted">
        {label}
      </span>
      {children}
    </div>
  );
}
