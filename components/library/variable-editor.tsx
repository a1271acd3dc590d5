"use client";
import { Undo2, X } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Picture } from "@/components/ui/picture";
import { Select } from "@/components/ui/select";
import { Slider } from "@/components/ui/slider";
import { retypeVariable, type VariableDraft } from "@/lib/domain/pattern/draft";
import { VARIABLE_KINDS, type Variable, VariableName } from "@/lib/domain/pattern/variable";
import { REFERENCE_ROLES } from "@/lib/domain/prompt/recipe";
import { addresses } from "./addresses";
import { ExampleChips } from "./example-chips";
import { PictureField } from "./picture-field";

const KIND_WORDS = {
  text: { label: "Text", hint: "Any words" },
  choice: { label: "Choice", hint: "One of the options" },
  number: { label: "Number", hint: "Between two bounds" },
  reference: { label: "Reference", hint: "A picture, in a role" },
} as const satisfies Record<Variable["type"]["kind"], { label: string; hint: string }>;

export type VariableEditorProps = {
  variable: VariableDraft;
  onChange: (part: Partial<Omit<VariableDraft, "name">>) => void;
  onRename: (name: string) => void;
  /** Back to words, or out of the references. */
  onRemove: () => void;
};

/** One variable: what it is called, what it takes, whether it must be given, and what stands for it when it is not. */
export function VariableEditor({ variable, onChange, onRename, onRemove }: VariableEditorProps) {
  const { name, type, isRequired, examples } = variable;
  const isPicture = type.kind === "reference";
  return (
    <li className="grid gap-2 p-2.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-2 sm:grid-cols-[minmax(6rem,9rem)_7rem_minmax(0,1fr)_auto]">
        <NameField name={name} onRename={onRename} />
        <Select
          label={`Kind of {${name}}`}
          value={type.kind}
          onChange={(kind) => onChange(retypeVariable(variable, kind))}
          options={VARIABLE_KINDS.map((value) => ({ value, ...KIND_WORDS[value] }))}
          className="max-sm:order-3"
        />
        <div className="max-sm:order-4">
          <Checkbox label="Has to be given" checked={isRequired} onChange={(next) => onChange({ isRequired: next })} />
        </div>
        <IconButton
          label={isPicture ? `Take {${name}} out` : `Turn {${name}} back into words`}
          icon={isPicture ? <X size={14} aria-hidden /> : <Undo2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <TypeFields variable={variable} onChange={onChange} />
      {isPicture && isRequired ? null : <DefaultField variable={variable} onChange={onChange} />}
      {type.kind === "text" || type.kind === "number" ? (
        <ExampleChips name={name} examples={examples} onChange={(next) => onChange({ examples: [...next] })} />
      ) : null}
    </li>
  );
}

/** What stands for it when nothing is given. A default makes a variable one that may be left out. */
function DefaultField({ variable, onChange }: Pick<VariableEditorProps, "variable" | "onChange">) {
  const { name, type, isRequired, fallback } = variable;
  if (type.kind === "reference")
    return (
      <div className="flex min-w-0 items-center gap-2 text-xs text-faint">
        <span className="shrink-0">When none is given:</span>
        {fallback === "" ? <span>no picture</span> : <Face assetId={fallback} />}
        <PictureField label={fallback === "" ? "A picture" : "Another"} onChoose={(assetId) => onChange({ fallback: assetId })} />
        {fallback === "" ? null : (
          <IconButton
            label={`No picture for {${name}}`}
            size="small"
            icon={<X size={12} aria-hidden />}
            onClick={() => onChange({ fallback: "" })}
          />
        )}
      </div>
    );
  if (type.kind === "choice")
    return (
      <div className="flex min-w-0 items-center gap-2 text-xs text-faint">
        <span className="shrink-0">When nothing is chosen:</span>
        <Select
          label={`Default of {${name}}`}
          value={isRequired ? REQUIRED : fallback === "" ? NOTHING : fallback}
          onChange={(next) =>
            onChange(next === REQUIRED ? { isRequired: true, fallback: "" } : { isRequired: false, fallback: next.trim() })
          }
          options={[
            { value: REQUIRED, label: "it has to be chosen" },
            { value: NOTHING, label: "nothing stands there" },
            ...type.options.map((option) => ({ value: option, label: option })),
          ]}
          className="max-w-56"
        />
      </div>
    );
  return (
    <Input
      aria-label={`Default of {${name}}`}
      placeholder={isRequired ? "No default: it has to be given" : "Nothing stands there when none is given"}
      value={isRequired ? "" : fallback}
      maxLength={500}
      onChange={({ currentTarget: { value } }) => onChange({ fallback: value, isRequired: value.trim() === "" })}
    />
  );
}

/** Not options anybody can write: those are trimmed. */
const REQUIRED = "  ";
const NOTHING = " ";

/** A name takes hold when it is left, so that the text does not change with every letter. */
function NameField({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const isName = typed === null || VariableName.safeParse(typed).success;
  const settle = () => {
    if (typed !== null && isName) onRename(typed);
    setTyped(null);
  };
  return (
    <Input
      mono
      aria-label={`Name of {${name}}`}
      aria-invalid={!isName}
      value={typed ?? name}
      maxLength={40}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        settle();
      }}
      className="text-accent-ink"
    />
  );
}

function TypeFields({ variable, onChange }: Pick<VariableEditorProps, "variable" | "onChange">) {
  const { name, type } = variable;
  switch (type.kind) {
    case "text":
      return null;
    case "choice":
      return (
        <ExampleChips
          name={name}
          noun="option"
          examples={type.options}
          onChange={(options) => onChange({ type: { ...type, options: [...options] } })}
        />
      );
    case "number":
      return (
        <div className="flex flex-wrap items-center gap-2 text-xs text-faint">
          From
          <NumberField
            label={`Smallest {${name}}`}
            value={type.min}
            onChange={(min) => min !== null && onChange({ type: { ...type, min } })}
          />
          to
          <NumberField
            label={`Largest {${name}}`}
            value={type.max}
            onChange={(max) => max !== null && onChange({ type: { ...type, max } })}
          />
          in steps of
          <NumberField
            label={`Step of {${name}}`}
            value={type.step}
            placeholder="any"
            onChange={(step) => onChange({ type: { ...type, step } })}
          />
        </div>
      );
    case "reference":
      return (
        <div className="flex flex-wrap items-center gap-3 text-xs text-faint">
          <Select
            label={`Role of {${name}}`}
            value={type.role}
            onChange={(role) => onChange({ type: { ...type, role } })}
            options={REFERENCE_ROLES.map((role) => ({ value: role, label: role }))}
            className="max-w-36"
          />
          <div className="w-44">
            <Slider
              label="Weight"
              min={0}
              max={1}
              step={0.05}
              value={type.weight}
              format={(weight) => `${Math.round(weight * 100)} %`}
              onChange={(weight) => onChange({ type: { ...type, weight } })}
            />
          </div>
        </div>
      );
    default:
      return type satisfies never;
  }
}

type NumberFieldProps = { label: string; value: number | null; placeholder?: string; onChange: (value: number | null) => void };

/** A number while it is typed: "-" and "0." are on their way to one. */
function NumberField({ label, value, placeholder = "", onChange }: NumberFieldProps) {
  const said = value === null ? "" : String(value);
  const [typed, setTyped] = useState({ text: said, means: said });
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      placeholder={placeholder}
      value={typed.means === said ? typed.text : said}
      onChange={({ currentTarget: { value: text } }) => {
        const number = text.trim() === "" ? null : Number(text);
        const isNumber = number === null || Number.isFinite(number);
        setTyped({ text, means: isNumber ? (number === null ? "" : String(number)) : said });
        if (isNumber) onChange(number);
      }}
      className="max-w-20"
    />
  );
}

const Face = ({ assetId }: { assetId: string }) => (
  <Picture src={addresses.picture(assetId, "thumb")} width={1} height={1} alt="" className="size-8 rounded-sm" />
);
