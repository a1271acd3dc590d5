"use client";
import { Select } from "@/components/ui/select";
import { type CatalogueModel, MODEL_CATEGORIES, type ModelCategory } from "@/lib/domain/engine/capabilities";
import { onModel } from "@/lib/domain/prompt/change-model";
import type { Recipe } from "@/lib/domain/prompt/recipe";

const CATEGORY_WORDS: Readonly<Record<ModelCategory, string>> = {
  "image.generate": "Make pictures",
  "image.edit": "Edit a picture",
  "video.generate": "Make videos",
};

const keyOf = (model: { readonly engineId: string; readonly modelId: string }) => `${model.engineId} ${model.modelId}`;

export interface ModelPickerProps {
  readonly recipe: Recipe;
  readonly models: readonly CatalogueModel[];
  readonly onChange: (recipe: Recipe) => void;
}

/** Category first, then model. What the recipe holds goes along as far as the model takes it. */
export function ModelPicker({ recipe, models, onChange }: ModelPickerProps) {
  const options = MODEL_CATEGORIES.flatMap((category) =>
    models
      .filter(({ capabilities }) => capabilities.category === category)
      .map(({ engineId, capabilities, description }) => ({
        value: keyOf({ engineId, modelId: capabilities.modelId }),
        label: capabilities.name,
        group: CATEGORY_WORDS[category],
        hint: description,
      })),
  );
  return (
    <div className="w-28 @3xl:w-32 @4xl:w-40">
      <Select
        label="Model"
        value={keyOf(recipe.model)}
        options={options}
        onChange={(key) => {
          const model = models.find(({ engineId, capabilities }) => keyOf({ engineId, modelId: capabilities.modelId }) === key);
          if (model) onChange(onModel(recipe, model));
        }}
      />
    </div>
  );
}
