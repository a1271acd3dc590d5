"use client";
import { Plus, X } from "lucide-react";
import { v7 as newId } from "uuid";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RequiredCheck } from "@/lib/domain/review/required-check";

/** What most lanes ask; a lead may name anything else. */
const USUAL: readonly RequiredCheck[] = [
  { id: "disclosure", label: "The disclosure is decided", before: "publish" },
  { id: "rights", label: "The rights are cleared", before: "approval" },
];

const BEFORE = [
  { value: "approval", label: "Before approval" },
  { value: "publish", label: "Before publishing" },
] as const;

export type RequiredChecksFieldProps = { value: readonly RequiredCheck[]; onChange: (value: RequiredCheck[]) => void };

/** What a person has to tick for each attempt before it is approved or published. */
export function RequiredChecksField({ value, onChange }: RequiredChecksFieldProps) {
  const change = (id: string, part: Partial<RequiredCheck>) =>
    onChange(value.map((check) => (check.id === id ? { ...check, ...part } : check)));
  const free = USUAL.filter(({ id }) => !value.some((check) => check.id === id));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-xs font-medium text-muted">Required checks</legend>
      {value.map((check) => (
        <div key={check.id} className="grid grid-cols-[minmax(0,1fr)_1.75rem] gap-1.5 sm:grid-cols-[minmax(0,1fr)_10rem_1.75rem]">
          <Input
            aria-label="What is checked"
            value={check.label}
            maxLength={120}
            onChange={(event) => change(check.id, { label: event.target.value })}
          />
          <Select
            label={`${check.label}: when`}
            value={check.before}
            onChange={(before) => change(check.id, { before })}
            options={BEFORE}
            className="max-sm:order-last max-sm:col-span-2"
          />
          <IconButton
            label={`Take “${check.label}” off the list`}
            icon={<X size={14} aria-hidden />}
            onClick={() => onChange(value.filter(({ id }) => id !== check.id))}
          />
        </div>
      ))}
      {value.length === 0 ? <p className="text-xs text-faint">None: nobody has to tick anything.</p> : null}
      <div className="flex flex-wrap gap-1">
        {[...free, { id: "", label: "Another check", before: "approval" as const }].map((check) => (
          <Button
            key={check.id}
            size="small"
            variant="ghost"
            icon={<Plus size={13} aria-hidden />}
            onClick={() => onChange([...value, check.id === "" ? { ...check, id: newId(), label: "A check of ours" } : check])}
          >
            {check.label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
