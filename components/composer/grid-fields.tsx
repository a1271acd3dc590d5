"use client";
import clsx from "clsx";
import { Grid2x2Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { ToggleSet } from "@/components/ui/toggle-set";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { type Axis, Axis as AxisShape, axisName } from "@/lib/domain/grid/axis";
import { type GridDraft, variablesIn, withOptions } from "@/lib/domain/grid/draft";
import { axesOfWording } from "@/lib/domain/grid/expand";
import { axisTitle } from "@/lib/domain/grid/words";
import { MAX_SEED, type Recipe } from "@/lib/domain/prompt/recipe";
import { addableAxes, choicesOf, modelOf } from "./grid-choices";
import { ReferencesField } from "./references-field";
import { ValuesField } from "./values-field";

export interface GridFieldsProps {
  readonly recipe: Recipe;
  readonly grid: GridDraft;
  readonly models: readonly CatalogueModel[];
  readonly onRecipe: (change: Partial<Recipe>) => void;
  readonly onGrid: (change: Partial<GridDraft>) => void;
}

/** The axes of the grid that is being written, each with its values as a field. Nothing while the prompt makes none. */
export function GridFields({ recipe, grid, models, onRecipe, onGrid }: GridFieldsProps) {
  const alternatives = axesOfWording(recipe).filter((axis) => axis.kind === "alternatives");
  const variables = variablesIn(recipe);
  const put = (index: number, axis: Axis | null) =>
    onGrid({ axes: grid.axes.flatMap((other, place) => (place === index ? (axis ? [axis] : []) : [other])) });
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-x-4 gap-y-1.5 empty:hidden">
      {alternatives.map((axis) => (
        <Row key={axisName(axis)} title={axisTitle(axis)} mark="bg-accent-soft">
          <ValuesField
            label={`Alternatives ${axis.place.index + 1}`}
            placeholder="red | blue | green"
            values={axis.values}
            onChange={(values) => {
              // Fewer than two are no alternatives: the brackets go with the bar, in the text itself.
              if (values.length >= 2) onRecipe({ [axis.place.in]: withOptions(recipe[axis.place.in], axis.place.index, values) });
            }}
          />
        </Row>
      ))}
      {variables.map((name) => (
        <Row key={name} title={`{${name}}`} mark="bg-ok-soft">
          <ValuesField
            label={`Values of ${name}`}
            placeholder="one, or several with | between"
            values={grid.variables[name] ?? []}
            onChange={(values) => onGrid({ variables: { ...grid.variables, [name]: values } })}
          />
        </Row>
      ))}
      {grid.axes.map((axis, index) => (
        <Row
          key={axisName(axis)}
          title={axisTitle(axis)}
          mark="bg-hover"
          isWide={axis.kind === "references"}
          onRemove={() => put(index, null)}
        >
          {axis.kind === "seed" ? (
            <ValuesField
              label="Seeds of the grid"
              placeholder="1 | 2 | 3"
              values={axis.values.map(String)}
              onChange={(values) => {
                const seeds = [
                  ...new Set(values.flatMap((value) => (/^\d{1,10}$/.test(value) ? [Math.min(Number(value), MAX_SEED)] : []))),
                ];
                if (seeds.length > 0) put(index, { kind: "seed", values: seeds });
              }}
            />
          ) : axis.kind === "references" ? (
            <ReferencesField
              axis={axis}
              tray={recipe.references}
              roles={modelOf(recipe, models)?.capabilities.referenceRoles ?? []}
              onChange={(next) => put(index, next)}
            />
          ) : (
            <ToggleSet
              label={axisTitle(axis)}
              options={choicesOf(axis, recipe, models)}
              values={axis.values.map((value) => JSON.stringify(value))}
              onChange={(values) => {
                const next = withValues(axis, values);
                if (next) put(index, next);
              }}
            />
          )}
        </Row>
      ))}
    </div>
  );
}

/** The button that adds an axis beyond the words: seeds, engines, any control of the model. */
export function AddAxis({ recipe, grid, models, onGrid }: Omit<GridFieldsProps, "onRecipe">) {
  const free = addableAxes(recipe, models).filter(({ axis }) => !grid.axes.some((other) => axisName(other) === axisName(axis)));
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <Button size="small" variant="ghost" icon={<Grid2x2Plus size={14} aria-hidden />} tip="Several runs at once, as a grid">
          <span className="@max-4xl:sr-only">Grid</span>
        </Button>
      }
    >
      {free.map(({ axis, hint }) => (
        <MenuItem key={axisName(axis)} onSelect={() => onGrid({ axes: [...grid.axes, axis] })}>
          {axisTitle(axis)} <span className="text-xs text-faint">{hint}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

interface RowProps {
  readonly title: string;
  readonly mark: string;
  /** It takes the whole line. */
  readonly isWide?: boolean;
  readonly onRemove?: () => void;
  readonly children: ReactNode;
}

function Row({ title, mark, isWide = false, onRemove, children }: RowProps) {
  return (
    <div className={clsx("flex min-w-0 items-center gap-1.5", isWide && "col-span-full")}>
      <span className={`max-w-28 shrink-0 truncate rounded-sm px-1.5 py-0.5 font-mono text-2xs ${mark}`}>{title}</span>
      <div className="min-w-0 flex-1">{children}</div>
      {onRemove ? (
        <IconButton size="small" side="top" label={`Take ${title} out of the grid`} icon={<X size={13} aria-hidden />} onClick={onRemove} />
      ) : null}
    </div>
  );
}

/** An axis of the same kind with these values, as text; null when there are none. */
function withValues(axis: Axis, values: readonly string[]): Axis | null {
  return AxisShape.safeParse({ ...axis, values: values.map((value): unknown => JSON.parse(value)) }).data ?? null;
}
