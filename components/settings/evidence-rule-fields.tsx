"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { EvidenceRule } from "@/lib/domain/pattern/label/rule";

export type EvidenceRuleFieldsProps = { rule: EvidenceRule; onChange: (rule: EvidenceRule) => void };

/** What a pattern's version proves before it may be called `production`. Values that make no sense are kept to the field. */
export function EvidenceRuleFields({ rule, onChange }: EvidenceRuleFieldsProps) {
  const [cells, setCells] = useState(String(rule.minCells));
  const [bound, setBound] = useState(String(Math.round(rule.lowerBound * 1000) / 10));
  const read = (cells: string, bound: string) =>
    EvidenceRule.safeParse({
      minCells: cells.trim() === "" ? null : Number(cells),
      lowerBound: bound.trim() === "" ? null : Number(bound) / 100,
    });
  const problemOf = (field: keyof EvidenceRule) => {
    const { error } = read(cells, bound);
    return error?.issues.some(({ path }) => path[0] === field) ?? false;
  };
  const write = (nextCells: string, nextBound: string) => {
    setCells(nextCells);
    setBound(nextBound);
    const { data } = read(nextCells, nextBound);
    if (data) onChange(data);
  };
  return (
    <div className="grid grid-cols-1 gap-3 border-t border-line pt-3 sm:grid-cols-2">
      <p className="text-xs font-semibold text-ink sm:col-span-2">
        Evidence{" "}
        <span className="font-normal text-faint">
          What a pattern proves in trials before it may be labelled production. The strictest production lane counts.
        </span>
      </p>
      <Field label="Cells that count, at least" error={problemOf("minCells") ? "A whole number from 1 to 1,000." : null}>
        <Input inputMode="numeric" autoComplete="off" value={cells} onChange={(event) => write(event.currentTarget.value, bound)} />
      </Field>
      <Field
        label="Pass rate, at least, in percent"
        hint="The lower end of the 95 % interval."
        error={problemOf("lowerBound") ? "A number from 0 to 99.9." : null}
      >
        <Input inputMode="decimal" autoComplete="off" value={bound} onChange={(event) => write(cells, event.currentTarget.value)} />
      </Field>
    </div>
  );
}
