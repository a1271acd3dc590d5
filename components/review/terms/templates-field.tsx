"use client";
import { Copy, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { AcceptableDefectsField } from "./acceptable-defects-field";
import { DueRuleField } from "./due-rule-field";
import { FallbackField } from "./fallback-field";
import { RequiredChecksField } from "./required-checks-field";
import { StagesField } from "./stages-field";
import { copyOf, type TemplateDraft } from "./template-draft";
import { TemplateOwnerField } from "./template-owner-field";

const MOST_TEMPLATES = 20;

export type TemplatesFieldProps = { value: readonly TemplateDraft[]; onChange: (value: readonly TemplateDraft[]) => void };

/** The card templates of a lane: which there are, which is the default, and what the one shown says. */
export function TemplatesField({ value, onChange }: TemplatesFieldProps) {
  const [shownId, show] = useState(value[0]?.template.id ?? null);
  const shown = value.find(({ template }) => template.id === shownId) ?? value[0];
  if (!shown) return null;
  const { id } = shown.template;
  const isDefault = value[0] === shown;
  const add = () => {
    const made = copyOf(
      shown,
      value.map(({ template }) => template.name),
    );
    onChange([...value, made]);
    show(made.template.id);
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {value.length > 1 ? (
          <ToggleGroup
            label="Card template"
            value={id}
            onChange={show}
            options={value.map(({ template }, at) => ({
              value: template.id,
              label: at === 0 ? `${template.name} (default)` : template.name,
            }))}
          />
        ) : null}
        <Button
          size="small"
          variant="ghost"
          icon={<Copy size={13} aria-hidden />}
          disabledReason={value.length >= MOST_TEMPLATES ? `A lane has at most ${MOST_TEMPLATES} card templates.` : null}
          onClick={add}
        >
          Add a template
        </Button>
        {isDefault ? null : (
          <>
            <Button
              size="small"
              variant="ghost"
              icon={<Star size={13} aria-hidden />}
              onClick={() => onChange([shown, ...value.filter((each) => each !== shown)])}
            >
              Make it the default
            </Button>
            <Button
              size="small"
              variant="ghost"
              icon={<Trash2 size={13} aria-hidden />}
              onClick={() => onChange(value.filter((each) => each !== shown))}
            >
              Take it off
            </Button>
          </>
        )}
      </div>
      <TemplateFields key={id} draft={shown} onChange={(next) => onChange(value.map((each) => (each.template.id === id ? next : each)))} />
    </div>
  );
}

function TemplateFields({ draft, onChange }: { draft: TemplateDraft; onChange: (draft: TemplateDraft) => void }) {
  const { template, terms } = draft;
  const say = (part: Partial<TemplateDraft["template"]>) => onChange({ ...draft, template: { ...template, ...part } });
  const change = (part: Partial<TemplateDraft["terms"]>) => onChange({ ...draft, terms: { ...terms, ...part } });
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field label="Name of the template">
          <Input value={template.name} maxLength={80} onChange={(event) => say({ name: event.target.value })} />
        </Field>
        <Field label="Retry limit" hint="After the first attempt">
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={20}
            value={terms.retryLimit}
            onChange={(event) => change({ retryLimit: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Goal" optional hint="{product} or any other name in braces is filled in before the card is submitted.">
        <Textarea
          rows={2}
          value={terms.goal}
          maxLength={4_000}
          placeholder="What pictures of this lane are usually for"
          onChange={(event) => change({ goal: event.currentTarget.value })}
        />
      </Field>
      <TemplateOwnerField value={template.owner} onChange={(owner) => say({ owner })} />
      <StagesField value={terms.stages} onChange={(stages) => change({ stages })} />
      <DueRuleField value={template.due} onChange={(due) => say({ due })} />
      <FallbackField value={terms.fallback} onChange={(fallback) => change({ fallback })} />
      <AcceptableDefectsField value={terms.acceptableDefects} onChange={(acceptableDefects) => change({ acceptableDefects })} />
      <RequiredChecksField value={template.requiredChecks} onChange={(requiredChecks) => say({ requiredChecks })} />
    </>
  );
}
