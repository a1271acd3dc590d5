"use client";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { dueRuleInWords } from "@/lib/domain/review/due";
import { REFUSALS } from "@/lib/domain/review/refusal";
import type { CardTemplate } from "@/lib/domain/review/template";
import { AcceptableDefectsField } from "./acceptable-defects-field";
import { FallbackField } from "./fallback-field";
import { OwnerField } from "./owner-field";
import { StagesField } from "./stages-field";
import type { TermsDraft } from "./terms-draft";

export type TermsFormProps = {
  draft: TermsDraft;
  onChange: (draft: TermsDraft) => void;
  /** What the card starts from, where its terms are its own to leave. */
  template?: CardTemplate;
  /** What belongs to the goal: the values of its variables. */
  belowGoal?: ReactNode;
  /** Something was submitted: owner and limit have acts of their own from then on. */
  isSubmitted?: boolean;
};

/** Everything a card says. */
export function TermsForm({ draft, onChange, template, belowGoal, isSubmitted = false }: TermsFormProps) {
  const isRotation = draft.ownerId === null && template?.owner?.kind === "rotation";
  const change = (part: Partial<TermsDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="flex flex-col gap-3">
      <Field label="Title">
        <Input value={draft.title} maxLength={200} onChange={(event) => change({ title: event.target.value })} />
      </Field>
      <Field label="Goal" hint="What the picture is for and what it must show. The decision is measured against this.">
        <Textarea value={draft.goal} maxLength={4_000} onChange={(event) => change({ goal: event.target.value })} />
      </Field>
      {belowGoal}
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_6.5rem_9.5rem]">
        <OwnerField
          value={draft.ownerId}
          onChange={(ownerId) => change({ ownerId })}
          disabled={isSubmitted}
          hint={
            isSubmitted
              ? REFUSALS.owner_by_hand_over.sentence
              : isRotation
                ? "Whoever has the fewest open cards, unless you name somebody."
                : null
          }
        />
        <Field label="Retry limit" hint={isSubmitted ? "Fixed since the first attempt." : "After the first attempt"}>
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={20}
            value={draft.retryLimit}
            disabled={isSubmitted}
            onChange={(event) => change({ retryLimit: event.target.value })}
          />
        </Field>
        <Field label="Due" optional hint={template?.due && draft.dueOn === "" ? `${dueRuleInWords(template.due)}.` : null}>
          <Input type="date" value={draft.dueOn} onChange={(event) => change({ dueOn: event.target.value })} />
        </Field>
      </div>
      <FallbackField value={draft.fallback} onChange={(fallback) => change({ fallback })} />
      <StagesField value={draft.stages} onChange={(stages) => change({ stages })} />
      <AcceptableDefectsField value={draft.acceptableDefects} onChange={(acceptableDefects) => change({ acceptableDefects })} />
    </div>
  );
}
