"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { REGION_NAMES, REGIONS } from "@/lib/domain/engine/catalogue-entry";
import type { LanePolicy } from "@/lib/domain/lane/policy";
import { formatMicros, parseDollars } from "@/lib/domain/money/micros";

export type PolicyFieldsProps = { policy: LanePolicy; disabled: boolean; onChange: (policy: LanePolicy) => void };

/** What a lane asks of an engine beyond being on its list. What the catalogue does not know of an engine meets no rule. */
export function PolicyFields({ policy, disabled, onChange }: PolicyFieldsProps) {
  const [ceiling, setCeiling] = useState(
    policy.mostMicrosEach === null ? "" : formatMicros(BigInt(policy.mostMicrosEach)).replace("$", ""),
  );
  const isWrong = ceiling.trim() !== "" && parseDollars(ceiling) === null;
  return (
    <div className="grid grid-cols-1 gap-3 border-t border-line pt-3">
      <p className="text-xs font-semibold text-ink">
        Rules <span className="font-normal text-faint">Checked before a run, and again before it is sent.</span>
      </p>
      <fieldset className="grid gap-1 sm:grid-cols-2">
        <legend className="mb-1 text-xs font-medium text-muted">Data may be processed in</legend>
        {REGIONS.map((region) => (
          <Checkbox
            key={region}
            label={capitalised(REGION_NAMES[region])}
            checked={policy.regions.includes(region)}
            disabled={disabled}
            onChange={(isOn) => {
              const regions = isOn ? [...policy.regions, region] : policy.regions.filter((other) => other !== region);
              onChange({ ...policy, regions });
            }}
          />
        ))}
        <p className="text-xs text-faint sm:col-span-2">{policy.regions.length === 0 ? "None is chosen: anywhere." : "Only there."}</p>
      </fieldset>
      <Checkbox
        label="Output may be used commercially"
        checked={policy.commercialUse}
        disabled={disabled}
        onChange={(commercialUse) => onChange({ ...policy, commercialUse })}
      />
      <Checkbox
        label="No watermark"
        checked={policy.noWatermark}
        disabled={disabled}
        onChange={(noWatermark) => onChange({ ...policy, noWatermark })}
      />
      <Field
        label="Most a picture may cost, in dollars"
        optional
        className="max-w-80"
        error={isWrong ? "This is no amount. Write it like 0.05." : null}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={ceiling}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setCeiling(text);
            const micros = text.trim() === "" ? null : parseDollars(text);
            if (text.trim() === "" || micros !== null) onChange({ ...policy, mostMicrosEach: micros?.toString() ?? null });
          }}
        />
      </Field>
    </div>
  );
}

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
