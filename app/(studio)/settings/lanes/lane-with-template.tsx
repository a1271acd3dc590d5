"use client";
import { useState } from "react";
import { AcceptableDefectsField } from "@/components/review/terms/acceptable-defects-field";
import { FallbackField } from "@/components/review/terms/fallback-field";
import { OwnerField } from "@/components/review/terms/owner-field";
import { draftFromTemplate, termsOf } from "@/components/review/terms/terms-draft";
import { LaneForm } from "@/components/settings/lane-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { LaneView } from "@/lib/domain/lane/lane";

export type LaneWithTemplateProps = { lane: LaneView; engines: readonly { readonly id: string; readonly name: string }[] };

/** A lane's form with the fields of its card template, which are those of a card. */
export function LaneWithTemplate({ lane, engines }: LaneWithTemplateProps) {
  const [draft, setDraft] = useState(() => draftFromTemplate(lane.cardTemplate, lane.name));
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { goal, acceptableDefects, ownerId, retryLimit, fallbackPath } = termsOf(draft);
  return (
    <LaneForm
      lane={lane}
      engines={engines}
      template={{ goal, acceptableDefects, ownerId, retryLimit, fallbackPath }}
      templateFields={
        <>
          <Field label="Goal" optional>
            <Textarea
              rows={2}
              value={draft.goal}
              maxLength={4_000}
              placeholder="What pictures of this lane are usually for"
              onChange={(event) => change({ goal: event.currentTarget.value })}
            />
          </Field>
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
            <OwnerField value={draft.ownerId} onChange={(next) => change({ ownerId: next })} />
            <Field label="Retry limit" hint="After the first attempt">
              <Input
                type="number"
                inputMode="numeric"
                min={0}
                max={20}
                value={draft.retryLimit}
                onChange={(event) => change({ retryLimit: event.currentTarget.value })}
              />
            </Field>
          </div>
          <FallbackField value={draft.fallback} onChange={(fallback) => change({ fallback })} />
          <AcceptableDefectsField value={draft.acceptableDefects} onChange={(next) => change({ acceptableDefects: next })} />
        </>
      }
    />
  );
}
