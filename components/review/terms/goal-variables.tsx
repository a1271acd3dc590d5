"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { GoalValues } from "@/lib/domain/review/goal";

export type GoalVariablesProps = { names: readonly string[]; values: GoalValues; onChange: (values: GoalValues) => void };

/** What stands for the variables of a goal. */
export function GoalVariables({ names, values, onChange }: GoalVariablesProps) {
  if (names.length === 0) return null;
  return (
    <fieldset className="grid gap-2 sm:grid-cols-2">
      <legend className="mb-1 text-xs font-medium text-muted">Variables of the goal</legend>
      {names.map((name) => (
        <Field key={name} label={<span className="font-mono">{`{${name}}`}</span>}>
          <Input
            value={values[name] ?? ""}
            maxLength={500}
            placeholder={`What is meant by ${name.replaceAll("_", " ")} here`}
            onChange={(event) => onChange({ ...values, [name]: event.target.value })}
          />
        </Field>
      ))}
    </fieldset>
  );
}
