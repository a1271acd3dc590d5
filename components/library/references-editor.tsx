"use client";
import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Picture } from "@/components/ui/picture";
import { Select } from "@/components/ui/select";
import { Slider } from "@/components/ui/slider";
import { MAX_REFERENCES, REFERENCE_ROLES, type Reference } from "@/lib/domain/prompt/recipe";
import { addresses } from "./addresses";
import { PictureField } from "./picture-field";
import { roleAndWeight } from "./words";

export type ReferencesEditorProps = { references: readonly Reference[]; onChange: (references: Reference[]) => void };

/** The pictures every use leans on: what each does and how strongly. */
export function ReferencesEditor({ references, onChange }: ReferencesEditorProps) {
  const change = (index: number, part: Partial<Reference>) =>
    onChange(references.map((reference, at) => (at === index ? { ...reference, ...part } : reference)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-xs font-medium text-muted">References in every picture</legend>
      {references.length > 0 ? (
        <ul className="grid gap-2 sm:grid-cols-2">
          {references.map((reference, index) => (
            <li key={`${reference.assetId} ${reference.role}`} className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-2">
              <Picture
                src={addresses.picture(reference.assetId, "thumb")}
                width={1}
                height={1}
                alt={`Reference: ${roleAndWeight(reference)}`}
                className="rounded-sm"
              />
              <div className="grid gap-1">
                <Select
                  label={`Role of reference ${index + 1}`}
                  value={reference.role}
                  onChange={(role) => change(index, { role })}
                  options={REFERENCE_ROLES.map((role) => ({
                    value: role,
                    label: role,
                    disabledReason: references.some(
                      (other, at) => at !== index && other.assetId === reference.assetId && other.role === role,
                    )
                      ? "This picture has that role already."
                      : null,
                  }))}
                />
                <Slider
                  label="Weight"
                  min={0}
                  max={1}
                  step={0.05}
                  value={reference.weight}
                  format={(weight) => `${Math.round(weight * 100)} %`}
                  onChange={(weight) => change(index, { weight })}
                />
              </div>
              <IconButton
                label={`Leave out the reference ${roleAndWeight(reference)}`}
                size="small"
                icon={<X size={13} aria-hidden />}
                onClick={() => onChange(references.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {references.length < MAX_REFERENCES ? (
        <div>
          <PictureField
            label="Add a reference"
            onChoose={(assetId) => {
              const role = REFERENCE_ROLES.find((one) => !references.some((other) => other.assetId === assetId && other.role === one));
              if (role) onChange([...references, { assetId, role, weight: 0.6 }]);
            }}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
