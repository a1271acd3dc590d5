"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Picture } from "@/components/ui/picture";
import { Select } from "@/components/ui/select";
import type { Template } from "@/lib/domain/pattern/template";
import { refusalOfValue, type Variable } from "@/lib/domain/pattern/variable";
import { addresses } from "./addresses";
import { PictureField } from "./picture-field";

export type VariableFieldsProps = {
  variables: Template["variables"];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
  /** In a row, where height is dear: without the values seen to work. */
  isDense?: boolean;
};

/** A field for each variable, by what it takes; values seen to work are one press away. */
export function VariableFields({ variables, values, onChange, isDense = false }: VariableFieldsProps) {
  return variables.map((variable) => {
    const { name, default: fallback, examples, type } = variable;
    const value = values[name] ?? "";
    const set = (next: string) => onChange({ ...values, [name]: next });
    return (
      <div key={name} className="grid grid-cols-1 content-start gap-1">
        <Field label={<span className="font-mono">{name}</span>} optional={fallback !== null} error={refusalOfValue(variable, value)}>
          <Control variable={variable} value={value} onChange={set} />
        </Field>
        {examples.length > 0 && !isDense ? (
          <div className="flex flex-wrap gap-1">
            {examples.map((example) => (
              <Example
                key={example}
                isPressed={value === example}
                label={`${type.kind === "reference" ? "This picture" : example} for ${name}`}
                onPress={() => set(example)}
              >
                {type.kind === "reference" ? <Face assetId={example} /> : example}
              </Example>
            ))}
          </div>
        ) : null}
      </div>
    );
  });
}

/** Not an option anybody can write: those are trimmed. */
const NOTHING = " ";

type ControlProps = { variable: Variable; value: string; onChange: (value: string) => void };

function Control({ variable, value, onChange }: ControlProps) {
  const { name, type, default: fallback } = variable;
  switch (type.kind) {
    case "choice":
      return (
        <Select
          value={value === "" ? (fallback === "" ? NOTHING : fallback) : value}
          placeholder="Choose…"
          onChange={(next) => onChange(next === NOTHING ? "" : next)}
          options={[
            ...(fallback === "" ? [{ value: NOTHING, label: "Nothing" }] : []),
            ...type.options.map((option) => ({ value: option, label: option })),
          ]}
        />
      );
    case "number":
      return (
        <Input
          inputMode="decimal"
          value={value}
          placeholder={fallback || `${type.min} to ${type.max}`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "reference": {
      const shown = value === "" ? (fallback ?? "") : value;
      return (
        <div className="flex items-center gap-2">
          {shown === "" ? null : <Face assetId={shown} />}
          <PictureField label={shown === "" ? "Choose a picture" : "Another picture"} onChoose={onChange} />
          {value === "" ? null : (
            <IconButton
              label={`Take the picture of ${name} out`}
              size="small"
              icon={<X size={13} aria-hidden />}
              onClick={() => onChange("")}
            />
          )}
        </div>
      );
    }
    case "text":
      return (
        <Input
          value={value}
          maxLength={500}
          placeholder={fallback || (fallback === "" ? "Nothing" : "Give a value")}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return type satisfies never;
  }
}

const Face = ({ assetId }: { assetId: string }) => (
  <Picture src={addresses.picture(assetId, "thumb")} width={1} height={1} alt="" className="size-10 rounded-sm" />
);

type ExampleProps = { isPressed: boolean; label: string; onPress: () => void; children: ReactNode };

function Example({ isPressed, label, onPress, children }: ExampleProps) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      aria-label={label}
      onClick={onPress}
      className="min-h-6 max-w-full truncate rounded-md border border-line px-1.5 text-xs text-muted hover:border-line-strong hover:text-ink aria-pressed:border-transparent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
    >
      {children}
    </button>
  );
}
