"use client";
import { useQuery } from "@tanstack/react-query";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { ToggleSet } from "@/components/ui/toggle-set";
import { studio } from "@/lib/client/query";
import { canOwn } from "@/lib/domain/review/edit-card";
import type { TemplateOwner } from "@/lib/domain/review/template";
import { OwnerField } from "./owner-field";

const WAYS = [
  { value: "open", label: "Left open", hint: "Whoever writes the card names somebody" },
  { value: "person", label: "One person" },
  { value: "rotation", label: "Rotation by load", hint: "Whoever has the fewest open cards when it is submitted" },
] as const;
type Way = (typeof WAYS)[number]["value"];

/** Who decides on the cards of a template. */
export function TemplateOwnerField({ value, onChange }: { value: TemplateOwner | null; onChange: (value: TemplateOwner | null) => void }) {
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const deciders = (members.data?.items ?? []).filter((member) => canOwn(member.role));
  const choose = (way: Way) => {
    if (way === "open") onChange(null);
    else if (way === "rotation") onChange({ kind: "rotation", among: [] });
    else onChange(deciders[0] ? { kind: "person", memberId: deciders[0].id } : null);
  };
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Field label="Owner" hint={value?.kind === "rotation" && value.among.length === 0 ? "Every reviewer takes part." : null}>
        <Select value={value?.kind ?? "open"} onChange={choose} options={WAYS} />
      </Field>
      {value?.kind === "person" ? (
        <OwnerField
          label="Who decides"
          value={value.memberId}
          onChange={(memberId) => onChange(memberId === null ? null : { kind: "person", memberId })}
        />
      ) : null}
      {value?.kind === "rotation" ? (
        <div className="flex flex-col gap-1">
          <p className="text-xs font-medium text-muted">Among whom</p>
          <ToggleSet
            label="Among whom"
            options={deciders.map((member) => ({ value: member.id, label: member.displayName }))}
            values={value.among}
            onChange={(among) => onChange({ kind: "rotation", among })}
          />
        </div>
      ) : null}
    </div>
  );
}
