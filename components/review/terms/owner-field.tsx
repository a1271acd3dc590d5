"use client";
import { useQuery } from "@tanstack/react-query";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { studio } from "@/lib/client/query";
import { canOwn } from "@/lib/domain/review/edit-card";

export type OwnerFieldProps = {
  value: string | null;
  onChange: (memberId: string | null) => void;
  label?: string;
  disabled?: boolean;
  hint?: string | null;
};

/** Who decides: a reviewer, a lead or an admin. Says so when the chosen one would have to decide on their own attempt. */
export function OwnerField({ value, onChange, label = "Owner", disabled = false, hint }: OwnerFieldProps) {
  const members = useQuery(studio.member.list.queryOptions({ input: {} }));
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const options = (members.data?.items ?? [])
    .filter((member) => canOwn(member.role))
    .map((member) => ({
      value: member.id,
      label: member.id === me.data?.memberId ? `${member.displayName} (you)` : member.displayName,
      hint: member.state === "waiting" ? `${member.role}, has not joined yet` : member.role,
    }));
  const isMe = value !== null && value === me.data?.memberId;
  const said = isMe ? "Nobody decides on their own attempt: what you submit yourself, somebody else has to decide." : "The owner decides.";
  return (
    <Field label={label} hint={hint ?? said}>
      <Combobox value={value} onChange={onChange} options={options} placeholder="Who decides?" disabled={disabled} />
    </Field>
  );
}
