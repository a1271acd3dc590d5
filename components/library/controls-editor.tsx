"use client";
import { useQuery } from "@tanstack/react-query";
import { Lock, LockOpen } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ToggleSet } from "@/components/ui/toggle-set";
import { studio } from "@/lib/client/query";
import { useModelName } from "@/lib/client/use-model-name";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";
import { type Control, type ControlValue, settingText } from "@/lib/domain/engine/control";
import type { TemplateDraft } from "@/lib/domain/pattern/draft";
import { onModel } from "@/lib/domain/prompt/change-model";
import { MAX_SEED, type ModelChoice, type Quality, seedsWithin } from "@/lib/domain/prompt/recipe";

type EditorProps = { draft: TemplateDraft; onChange: (draft: TemplateDraft) => void };

const keyOf = ({ engineId, modelId }: Pick<ModelChoice, "engineId" | "modelId">) => `${engineId} ${modelId}`;
const choiceOf = ({ engineId, capabilities }: CatalogueModel): ModelChoice => ({
  engineId,
  modelId: capabilities.modelId,
  revision: capabilities.revision,
});

/** The model, the others it may be used on, and each control with its value and its lock. */
export function ControlsEditor({ draft, onChange }: EditorProps) {
  const nameOf = useModelName();
  const models = useQuery(studio.engine.listModels.queryOptions({ input: {} }));
  const model = models.data?.find((one) => keyOf(choiceOf(one)) === keyOf(draft.model));
  const change = (part: Partial<TemplateDraft>) => onChange({ ...draft, ...part });
  const setControls = (part: Partial<TemplateDraft["controls"]>) => change({ controls: { ...draft.controls, ...part } });
  const others = (models.data ?? []).filter((one) => keyOf(choiceOf(one)) !== keyOf(draft.model));
  const row = (control: string, label: string, field: ReactNode) => (
    <ControlRow
      key={control}
      label={label}
      isFree={draft.free.includes(control)}
      onFree={(isFree) => change({ free: isFree ? [...draft.free, control] : draft.free.filter((one) => one !== control) })}
    >
      {field}
    </ControlRow>
  );
  return (
    <section aria-label="Model and controls" className="grid gap-3">
      <Field
        label="Model"
        hint={model && model.capabilities.revision !== draft.model.revision ? "Saved with an older revision of it." : undefined}
      >
        <Select
          value={keyOf(draft.model)}
          onChange={(key) => {
            const next = models.data?.find((one) => keyOf(choiceOf(one)) === key);
            if (!next) return;
            onChange({ ...draft, ...onModel(draft, next), alternatives: draft.alternatives.filter((one) => keyOf(one) !== key) });
          }}
          options={[
            ...(model ? [] : [{ value: keyOf(draft.model), label: nameOf(draft.model), hint: "Not connected here" }]),
            ...(models.data ?? []).map((one) => ({ value: keyOf(choiceOf(one)), label: one.capabilities.name, hint: one.engineName })),
          ]}
        />
      </Field>
      {others.length > 0 ? (
        <div className="grid gap-1">
          <p className="text-xs font-medium text-muted">May also be used on</p>
          <ToggleSet
            label="May also be used on"
            options={others.map((one) => ({ value: keyOf(choiceOf(one)), label: one.capabilities.name }))}
            values={draft.alternatives.map(keyOf)}
            onChange={(keys) =>
              change({
                alternatives: [
                  ...draft.alternatives.filter(
                    (one) => keys.includes(keyOf(one)) || !others.some((other) => keyOf(choiceOf(other)) === keyOf(one)),
                  ),
                  ...others
                    .map(choiceOf)
                    .filter((one) => keys.includes(keyOf(one)) && !draft.alternatives.some((other) => keyOf(other) === keyOf(one))),
                ].slice(0, 8),
              })
            }
          />
        </div>
      ) : null}
      <div className="grid gap-1">
        <p className="text-xs text-faint text-pretty">
          A locked control stays as it is here; an open one can be set by whoever uses the pattern.
        </p>
        <ul className="divide-y divide-line rounded-md border border-line">
          {model && model.capabilities.aspectRatios.length > 0
            ? row(
                "aspectRatio",
                "Aspect ratio",
                <Select
                  label="Aspect ratio"
                  value={draft.controls.aspectRatio}
                  onChange={(aspectRatio) => setControls({ aspectRatio })}
                  options={model.capabilities.aspectRatios.map((value) => ({ value, label: value }))}
                />,
              )
            : null}
          {row(
            "quality",
            "Quality",
            <Select<Quality>
              label="Quality"
              value={draft.controls.quality}
              onChange={(quality) => setControls({ quality })}
              options={(model?.capabilities.qualities ?? [draft.controls.quality]).map((value) => ({ value, label: value }))}
            />,
          )}
          {row(
            "count",
            "Variants",
            <Select
              label="Variants"
              value={String(draft.count)}
              onChange={(count) => change({ count: Number(count), seeds: seedsWithin(draft.seeds, Number(count)) })}
              options={Array.from({ length: model?.capabilities.maxVariants ?? draft.count }, (_, at) => ({
                value: String(at + 1),
                label: `× ${at + 1}`,
              }))}
            />,
          )}
          {model?.capabilities.seeds === false ? null : row("seeds", "Seeds", <SeedsField draft={draft} onChange={onChange} />)}
          {(model?.capabilities.settings ?? []).map((control) =>
            row(
              `settings.${control.key}`,
              control.label,
              <SettingField
                control={control}
                value={draft.controls.settings[control.key] ?? control.default}
                onChange={(value) => setControls({ settings: { ...draft.controls.settings, [control.key]: value } })}
              />,
            ),
          )}
        </ul>
      </div>
    </section>
  );
}

type ControlRowProps = { label: string; isFree: boolean; onFree: (isFree: boolean) => void; children: ReactNode };

function ControlRow({ label, isFree, onFree, children }: ControlRowProps) {
  return (
    <li className="grid grid-cols-[minmax(5rem,7rem)_minmax(0,1fr)_auto] items-center gap-2 px-2.5 py-1.5 text-sm">
      <span className="truncate text-muted">{label}</span>
      <div className="max-w-56">{children}</div>
      <IconButton
        label={isFree ? `${label} is open. Lock it` : `${label} is locked. Open it`}
        icon={isFree ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
        pressed={!isFree}
        onClick={() => onFree(!isFree)}
      />
    </li>
  );
}

/** Taken when it is left: a list is typed one number after another. */
function SeedsField({ draft, onChange }: EditorProps) {
  const { seeds } = draft;
  const said = seeds.mode === "locked" ? seeds.values.join(", ") : "";
  return (
    <Input
      key={said}
      mono
      aria-label="Seeds"
      inputMode="numeric"
      placeholder="new ones each run"
      defaultValue={said}
      onBlur={(event) => onChange({ ...draft, seeds: seedsFrom(event.currentTarget.value, draft.count) })}
    />
  );
}

function seedsFrom(text: string, count: number): TemplateDraft["seeds"] {
  const values = text.split(/[^\d]+/).flatMap((part) => (part === "" ? [] : [Math.min(Number(part), MAX_SEED)]));
  return values.length === 0 ? { mode: "random" } : { mode: "locked", values: values.slice(0, count) };
}

type SettingFieldProps = { control: Control; value: ControlValue; onChange: (value: ControlValue) => void };

function SettingField({ control, value, onChange }: SettingFieldProps) {
  if (control.kind === "toggle") return <Checkbox label={settingText(control, value)} checked={value === true} onChange={onChange} />;
  if (control.kind === "choice")
    return <Select label={control.label} value={String(value)} options={control.options} onChange={onChange} />;
  return (
    <Input
      aria-label={control.unit === null ? control.label : `${control.label} in ${control.unit}`}
      type="number"
      min={control.min}
      max={control.max}
      step={control.step}
      value={String(value)}
      onChange={(event) => {
        if (event.currentTarget.value !== "") onChange(event.currentTarget.valueAsNumber);
      }}
    />
  );
}
