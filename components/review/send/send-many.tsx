"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import type { LaneView } from "@/lib/domain/lane/lane";
import { type GoalValues, openVariables } from "@/lib/domain/review/goal";
import type { CardTemplate } from "@/lib/domain/review/template";
import { addresses } from "../addresses";
import { GoalVariables } from "../terms/goal-variables";
import { MissingParts } from "../terms/missing-parts";
import { draftFromTemplate, missingOf, termsOf } from "../terms/terms-draft";
import { TermsForm } from "../terms/terms-form";
import { useCardAct } from "../use-card-act";
import { CheckedPictures, type SentPicture } from "./checked-pictures";
import { LaneTemplate } from "./lane-template";
import { SendFooter } from "./send-footer";

export type SendManyProps = {
  projectId: string;
  pictures: readonly SentPicture[];
  lanes: readonly LaneView[];
  /** A first title. */
  title: string;
  /** The lane these pictures are most likely meant for. */
  likely: LaneView["kind"];
  onSent: () => void;
};

/** Several pictures to review at once: a card each, or one card of which they are the options. */
export function SendMany(props: SendManyProps) {
  return (
    <LaneTemplate lanes={props.lanes} likely={props.likely}>
      {(lane, template) => <ManyForm key={template.id} {...props} lane={lane} template={template} />}
    </LaneTemplate>
  );
}

const WAYS = [
  { value: "cards", label: "A card each" },
  { value: "options", label: "Options of one card" },
] as const;
type Way = (typeof WAYS)[number]["value"];

function ManyForm({ projectId, pictures, lane, template, title, onSent }: SendManyProps & { lane: LaneView; template: CardTemplate }) {
  const [as, setAs] = useState<Way>("cards");
  const [draft, setDraft] = useState(() => draftFromTemplate(template, title));
  const [values, setValues] = useState<GoalValues>({});
  const [note, setNote] = useState("");
  const acting = useCardAct();
  const router = useRouter();
  const sent = pictures.map(({ variantId, assetId }) => (variantId ? { variantId } : { assetId: assetId ?? "" }));
  const checks = useQuery(studio.card.checkSubmission.queryOptions({ input: { laneId: lane.id, pictures: sent } }));
  const terms = termsOf(draft);
  const variables = openVariables({ goal: draft.goal, startedFrom: template });
  const missing = missingOf(draft, template, values);
  const refused = checks.data?.filter(({ problem }) => problem !== null).length ?? 0;
  const refusal =
    missing.length > 0
      ? "Fill in what is missing first."
      : checks.error
        ? sentenceOf(checks.error)
        : refused > 0
          ? `The lane refuses ${refused === 1 ? "one of the pictures" : `${refused} of the pictures`}; see above.`
          : null;
  const isOne = pictures.length === 1;
  const send = () =>
    acting.run(
      {
        said: isOne
          ? `“${draft.title}” is in review.`
          : as === "cards"
            ? `${pictures.length} cards are in review.`
            : `“${draft.title}” is in review with ${pictures.length} options.`,
        notes: ({ notes }) => notes,
        next: {
          label: as === "cards" && !isOne ? "Open the queue" : "Open card",
          run: ({ cards: [first, ...others] }) =>
            router.push(first && others.length === 0 ? addresses.card(first.cardId) : addresses.queue),
        },
        call: () =>
          rpc.card.submitMany({
            projectId,
            laneId: lane.id,
            templateId: template.id,
            as,
            title: draft.title,
            terms,
            values,
            note: note.trim(),
            pictures: sent,
          }),
      },
      onSent,
    );
  return (
    <>
      {isOne ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <ToggleGroup label="How they are sent" value={as} onChange={setAs} options={WAYS} />
          <p className="text-xs text-muted text-pretty">
            {as === "cards"
              ? "The titles are numbered; each card has its own attempts."
              : "Whoever decides chooses one; the approval is of that one."}
          </p>
        </div>
      )}
      <CheckedPictures pictures={pictures} checks={checks.data ?? []} />
      <TermsForm
        draft={draft}
        onChange={setDraft}
        template={template}
        belowGoal={<GoalVariables names={variables} values={values} onChange={setValues} />}
      />
      <Field label="Note to the reviewer" optional>
        <Textarea rows={2} value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <SendFooter>
        <div className="min-w-0 flex-1">
          {missing.length === 0 && refusal ? <p className="text-xs text-warn">{refusal}</p> : <MissingParts parts={missing} />}
        </div>
        <Button variant="primary" busy={acting.isBusy} disabledReason={refusal} onClick={send}>
          {as === "cards" && !isOne ? `Create ${pictures.length} cards and submit` : "Create and submit"}
        </Button>
      </SendFooter>
    </>
  );
}
