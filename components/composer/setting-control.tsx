"use client";
import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Control, type ControlValue, settingText } from "@/lib/domain/engine/control";

export interface SettingControlProps {
  readonly control: Control;
  readonly value: ControlValue;
  readonly onChange: (value: ControlValue) => void;
}

/** More values than this are typed, not chosen from a list. */
const MOST_LISTED = 12;

/** One setting of the chosen model, with its name in sight. */
export function SettingControl({ control, value, onChange }: SettingControlProps) {
  const caption = useId();
  if (control.kind === "toggle") return <Checkbox label={control.label} checked={value === true} onChange={onChange} />;
  return (
    <div className="flex items-center gap-1.5">
      <span id={caption} className="text-xs text-faint">
        {control.label}
      </span>
      {control.kind === "choice" ? (
        <div className="w-28">
          <Select label={control.label} value={String(value)} options={control.options} onChange={onChange} />
        </div>
      ) : (
        <NumberField control={control} value={Number(value)} onChange={onChange} />
      )}
    </div>
  );
}

type NumberControl = Extract<Control, { kind: "number" }>;

function NumberField({ control, value, onChange }: { control: NumberControl; value: number; onChange: (value: number) => void }) {
  const steps = Math.floor((control.max - control.min) / control.step + 1e-6) + 1;
  if (steps > MOST_LISTED)
    return (
      <div className="w-20">
        <Input
          aria-label={control.unit === null ? control.label : `${control.label} in ${control.unit}`}
          type="number"
          min={control.min}
          max={control.max}
          step={control.step}
          value={Number.isNaN(value) ? "" : String(value)}
          onChange={(event) => {
            // An empty field would be 0, which nobody typed.
            if (event.currentTarget.value !== "") onChange(event.currentTarget.valueAsNumber);
          }}
        />
      </div>
    );
  const values = Array.from({ length: steps }, (_, step) => Number((control.min + step * control.step).toFixed(6)));
  return (
    <div className="w-18">
      <Select
        label={control.label}
        value={String(value)}
        options={values.map((each) => ({ value: String(each), label: settingText(control, each) }))}
        onChange={(next) => onChange(Number(next))}
      />
    </div>
  );
}
