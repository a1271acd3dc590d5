"use client";
import { ArrowUp } from "lucide-react";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";

export type EngineOrderProps = {
  /** Every connected engine. */
  engines: readonly { readonly id: string; readonly name: string }[];
  /** Ids of those allowed, the first choice first. */
  allowed: readonly string[];
  disabled: boolean;
  onChange: (allowed: readonly string[]) => void;
};

/** Which engines a lane allows, in the order in which a run goes on when one of them fails. */
export function EngineOrder({ engines, allowed, disabled, onChange }: EngineOrderProps) {
  const nameOf = (id: string) => engines.find((engine) => engine.id === id)?.name ?? `${id}, not connected`;
  const rows = [...allowed, ...engines.map(({ id }) => id).filter((id) => !allowed.includes(id))];
  const raise = (id: string) => {
    const place = allowed.indexOf(id);
    const before = allowed[place - 1];
    if (before !== undefined) onChange([...allowed.slice(0, place - 1), id, before, ...allowed.slice(place + 1)]);
  };
  return (
    <fieldset className="grid grid-cols-1 gap-1">
      <legend className="mb-1 text-xs font-medium text-muted">Allowed engines</legend>
      {rows.map((id) => {
        const place = allowed.indexOf(id);
        return (
          <div key={id} className="flex min-h-7 items-center gap-2">
            <Checkbox
              label={place >= 0 && allowed.length > 1 ? `${place + 1}. ${nameOf(id)}` : nameOf(id)}
              checked={place >= 0}
              disabled={disabled}
              onChange={(isOn) => onChange(isOn ? [...allowed, id] : allowed.filter((other) => other !== id))}
            />
            {place > 0 ? (
              <IconButton
                size="small"
                label={`${nameOf(id)} earlier`}
                icon={<ArrowUp size={13} aria-hidden />}
                disabledReason={disabled ? "A lead or an admin does this." : null}
                onClick={() => raise(id)}
              />
            ) : null}
          </div>
        );
      })}
      <p className="text-xs text-faint text-pretty">
        {allowed.length === 0
          ? "None is chosen: every connected engine is allowed, and a run that fails goes on nowhere."
          : allowed.length === 1
            ? "Only this one is allowed."
            : "Only these are allowed. A run for a production card goes on at the next one when its engine says that it failed."}
      </p>
    </fieldset>
  );
}
