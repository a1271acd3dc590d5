"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { rpc } from "@/lib/client/rpc";
import type { LaneView } from "@/lib/domain/lane/lane";
import { type GoalValues, openVariables } from "@/lib/domain/review/goal";
import type { CardTemplate } from "@/lib/domain/review/template";
import { addresses } from "../addresses";
import { GoalVariables } from "../terms/goal-variables";
import { MissingParts } from "../terms/missing-parts";
import { draftFromTemplate, missingOf, termsOf } from "../terms/terms-draft";
import { TermsForm } from "../terms/terms-form";
import { useCardAct } from "../use-card-act";
import { LaneTemplate } from "./lane-template";
import { SendFooter } from "./send-footer";
import { laneWarning, type SentVariant, titleFrom } from "./sent-variant";

export type NewCardProps = {
  projectId: string;
  variant: SentVariant;
  lanes: readonly LaneView[];
  onSent: (cardId: string) => void;
  /** A card was made but nothing submitted to it: on purpose, or because submitting was refused. */
  onKept: (cardId: string) => void;
};

/** A new card from a lane's template, everything in it still to be changed, with the variant as its first attempt. */
export function NewCard(props: NewCardProps) {
  const { lanes, variant } = props;
  // What is of final quality is most likely meant to go out; a draft is not.
  return (
    <LaneTemplate lanes={lanes} likely={variant.quality === "final" ? "production" : "exploration"}>
      {(lane, template) => <CardForm key={template.id} {...props} lane={lane} template={template} />}
    </LaneTemplate>
  );
}

type CardFormProps = NewCardProps & { lane: LaneView; template: CardTemplate };

function CardForm({ projectId, variant, lane, template, onSent, onKept }: CardFormProps) {
  const [draft, setDraft] = useState(() => draftFromTemplate(template, titleFrom(variant.recipe.text)));
  const [values, setValues] = useState<GoalValues>({});
  const acting = useCardAct();
  const router = useRouter();
  const terms = termsOf(draft);
  const variables = openVariables({ goal: draft.goal, startedFrom: template });
  const missing = missingOf(draft, template, values);
  const untitled = draft.title.trim() === "" ? "A card needs a title." : null;
  const create = () => rpc.card.create({ projectId, laneId: lane.id, templateId: template.id, title: draft.title, terms, values });

  const submit = () =>
    acting.run(
      {
        said: `“${draft.title}” is in review.`,
        notes: ({ notes }) => notes,
        next: { label: "Open card", run: ({ cardId }) => router.push(addresses.card(cardId)) },
        call: async () => {
          const created = await create();
          const { cardId } = created;
          try {
            await rpc.card.submit({ cardId, variantId: variant.id, seenAttempt: 0 });
          } catch (refusal) {
            onKept(cardId);
            throw refusal;
          }
          return created;
        },
      },
      ({ cardId }) => onSent(cardId),
    );
  const keep = () =>
    acting.run(
      { said: `“${draft.title}” is kept as a draft; nothing was submitted.`, notes: ({ notes }) => notes, call: create },
      ({ cardId }) => onKept(cardId),
    );
  const refusal = missing.length > 0 ? "Fill in what is missing first." : laneWarning(lane, variant);
  return (
    <>
      <TermsForm
        draft={draft}
        onChange={setDraft}
        template={template}
        belowGoal={<GoalVariables names={variables} values={values} onChange={setValues} />}
      />
      <SendFooter>
        <div className="min-w-0 flex-1">
          {missing.length === 0 && refusal ? <p className="text-xs text-warn">{refusal}</p> : <MissingParts parts={missing} />}
        </div>
        <Button busy={acting.isBusy} disabledReason={untitled} onClick={keep}>
          Keep as a draft
        </Button>
        <Button variant="primary" busy={acting.isBusy} disabledReason={refusal} onClick={submit}>
          Create and submit
        </Button>
      </SendFooter>
    </>
  );
}
