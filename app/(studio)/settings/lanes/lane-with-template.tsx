"use client";
import { useState } from "react";
import { templateDraft, templateOf } from "@/components/review/terms/template-draft";
import { TemplatesField } from "@/components/review/terms/templates-field";
import { LaneForm } from "@/components/settings/lane-form";
import type { LaneView } from "@/lib/domain/lane/lane";

export type LaneWithTemplateProps = { lane: LaneView; engines: readonly { readonly id: string; readonly name: string }[] };

/** A lane's form with the fields of its card templates, which are those of a card. */
export function LaneWithTemplate({ lane, engines }: LaneWithTemplateProps) {
  const [drafts, setDrafts] = useState(() => lane.cardTemplates.map(templateDraft));
  return (
    <LaneForm
      lane={lane}
      engines={engines}
      templates={drafts.map(templateOf)}
      templateFields={<TemplatesField value={drafts} onChange={(next) => setDrafts([...next])} />}
    />
  );
}
