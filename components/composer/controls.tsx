"use client";
import { Dices, Lock } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { MAX_SEED, type Quality, type Recipe, seedsWithin } from "@/lib/domain/prompt/recipe";
import { SettingControl } from "./setting-control";

export interface ControlsProps {
  readonly recipe: Recipe;
  readonly model: CatalogueModel;
  readonly onChange: (change: Partial<Recipe>) => void;
}

/** Only what the chosen model has. */
export function ComposerControls({ recipe, model, onChange }: ControlsProps) {
  const { capabilities } = model;
  const counts = Array.from({ length: capabilities.maxVariants }, (_, index) => String(index + 1));
  return (
    <div className="contents">
      {capabilities.aspectRatios.length > 0 ? (
        <div className="w-18">
          <Select
            label="Aspect ratio"
            value={recipe.controls.aspectRatio}
            onChange={(aspectRatio) => onChange({ controls: { ...recipe.controls, aspectRatio } })}
            options={capabilities.aspectRatios.map((ratio) => ({ value: ratio, label: ratio }))}
          />
        </div>
      ) : null}
      <div className="w-16">
        <Select
          label="Variants"
          value={String(recipe.count)}
          onChange={(count) => onChange({ count: Number(count), seeds: seedsWithin(recipe.seeds, Number(count)) })}
          options={counts.map((count) => ({ value: count, label: `× ${count}` }))}
        />
      </div>
      <ToggleGroup<Quality>
        label="Quality"
        value={recipe.controls.quality}
        onChange={(quality) => onChange({ controls: { ...recipe.controls, quality } })}
        options={capabilities.qualities.map((quality) => ({ value: quality, label: quality === "draft" ? "Draft" : "Final" }))}
      />
      {capabilities.settings.map((control) => (
        <SettingControl
          key={control.key}
          control={control}
          value={recipe.controls.settings[control.key] ?? control.default}
          onChange={(value) =>
            onChange({ controls: { ...recipe.controls, settings: { ...recipe.controls.settings, [control.key]: value } } })
          }
        />
      ))}
      {capabilities.seeds ? <SeedControl recipe={recipe} model={model} onChange={onChange} /> : null}
    </div>
  );
}

/** Random, or locked: one seed, or a list of them with a variant each. */
function SeedControl({ recipe, model, onChange }: ControlsProps) {
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
