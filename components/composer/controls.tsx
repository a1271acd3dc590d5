"use client";
import { Dices, Lock } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { settingText } from "@/lib/domain/engine/control";
import { MAX_SEED, type Quality, type Recipe, seedsWithin } from "@/lib/domain/prompt/recipe";
import { SettingControl } from "./setting-control";

/** What of a pattern may be set by whoever uses it. */
export interface PatternLocks {
  isFree(control: string): boolean;
  takes(model: CatalogueModel): boolean;
}

export interface ControlsProps {
  readonly recipe: Recipe;
  readonly model: CatalogueModel;
  /** Null where nothing is locked. */
  readonly locks: PatternLocks | null;
  readonly onChange: (change: Partial<Recipe>) => void;
}

/** Only what the chosen model has; what a pattern locks is shown, not set. */
export function ComposerControls({ recipe, model, locks, onChange }: ControlsProps) {
  const { capabilities } = model;
  const counts = Array.from({ length: capabilities.maxVariants }, (_, index) => String(index + 1));
  const { controls, seeds } = recipe;
  const orLocked = (control: string, label: string, value: string, field: ReactNode) =>
    locks === null || locks.isFree(control) ? field : <Locked key={control} label={label} value={value} />;
  return (
    <div className="contents">
      {capabilities.aspectRatios.length > 0
        ? orLocked(
            "aspectRatio",
            "Aspect ratio",
            controls.aspectRatio,
            <div className="w-18">
              <Select
                label="Aspect ratio"
                value={controls.aspectRatio}
                onChange={(aspectRatio) => onChange({ controls: { ...controls, aspectRatio } })}
                options={capabilities.aspectRatios.map((ratio) => ({ value: ratio, label: ratio }))}
              />
            </div>,
          )
        : null}
      {orLocked(
        "count",
        "Variants",
        `× ${recipe.count}`,
        <div className="w-16">
          <Select
            label="Variants"
            value={String(recipe.count)}
            onChange={(count) => onChange({ count: Number(count), seeds: seedsWithin(seeds, Number(count)) })}
            options={counts.map((count) => ({ value: count, label: `× ${count}` }))}
          />
        </div>,
      )}
      {orLocked(
        "quality",
        "Quality",
        controls.quality === "draft" ? "Draft" : "Final",
        <ToggleGroup<Quality>
          label="Quality"
          value={controls.quality}
          onChange={(quality) => onChange({ controls: { ...controls, quality } })}
          options={capabilities.qualities.map((quality) => ({ value: quality, label: quality === "draft" ? "Draft" : "Final" }))}
        />,
      )}
      {capabilities.settings.map((control) => {
        const value = controls.settings[control.key] ?? control.default;
        return orLocked(
          `settings.${control.key}`,
          control.label,
          settingText(control, value),
          <SettingControl
            key={control.key}
            control={control}
            value={value}
            onChange={(next) => onChange({ controls: { ...controls, settings: { ...controls.settings, [control.key]: next } } })}
          />,
        );
      })}
      {capabilities.seeds
        ? orLocked(
            "seeds",
            "Seeds",
            seeds.mode === "locked" ? seeds.values.join(", ") : "new seeds",
            <SeedControl recipe={recipe} model={model} onChange={onChange} />,
          )
        : null}
    </div>
  );
}

/** A control the pattern has settled, with its value. */
function Locked({ label, value }: { label: string; value: string }) {
  return (
    <span
      title={`${label}: locked by the pattern`}
      className="inline-flex h-7 max-w-40 items-center gap-1 rounded-md border border-dashed border-line px-2 text-sm text-muted"
    >
      <Lock size={12} className="shrink-0 text-faint" aria-hidden />
      <span className="sr-only">{label}, locked by the pattern:</span>
      <span className="truncate">{value}</span>
    </span>
  );
}

/** Random, or locked: one seed, or a list of them with a variant each. */
function SeedControl({ recipe, model, onChange }: Omit<ControlsProps, "locks">) {
  const { seeds } = recipe;
  const isLocked = seeds.mode === "locked";
  const joined = isLocked ? seeds.values.join(", ") : "";
  const [typed, setTyped] = useState({ text: joined, means: joined });
  return (
    <div className="flex items-center gap-1">
      <IconButton
        label={isLocked ? "Seeds are locked. Draw new ones each run" : "Seeds are random. Lock them"}
        icon={isLocked ? <Lock size={14} aria-hidden /> : <Dices size={15} aria-hidden />}
        pressed={isLocked}
        side="top"
        onClick={() => onChange({ seeds: isLocked ? { mode: "random" } : { mode: "locked", values: [1] } })}
      />
      {isLocked ? (
        <div className="w-32">
          <Input
            aria-label="Seeds, one a variant"
            mono
            inputMode="numeric"
            placeholder="7, 42, 99"
            value={typed.means === joined ? typed.text : joined}
            onChange={(event) => {
              const text = event.currentTarget.value.replace(/[^\d,\s]/g, "");
              const numbers = text.split(/[,\s]+/).flatMap((part) => (part === "" ? [] : [Math.min(Number(part), MAX_SEED)]));
              const values = (numbers.length === 0 ? [0] : numbers).slice(0, model.capabilities.maxVariants);
              setTyped({ text, means: values.join(", ") });
              onChange({ seeds: { mode: "locked", values }, count: Math.max(recipe.count, values.length) });
            }}
          />
        </div>
      ) : null}
    </div>
  );
}
