"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Route } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Picture } from "@/components/ui/picture";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { LaneView } from "@/lib/domain/lane/lane";
import { fillGoal, type GoalValues, openVariables } from "@/lib/domain/review/goal";
import { missingParts } from "@/lib/domain/review/missing-parts";
import type { CardTemplate } from "@/lib/domain/review/template";
import { addresses } from "../addresses";
import { GoalVariables } from "../terms/goal-variables";
import { MissingParts } from "../terms/missing-parts";
import { draftFromTemplate, termsOf } from "../terms/terms-draft";
import { TermsForm } from "../terms/terms-form";
import { useCardAct } from "../use-card-act";

/** A picture that is sent with others: exactly one of the two ids. */
export type SentPicture = {
  readonly variantId?: string;
  readonly assetId?: string;
  /** What is shown of it. */
  readonly shown: { readonly assetId: string; readonly width: number; readonly height: number; readonly thumbHash: string };
};

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
  const { lanes, likely } = props;
  const [laneId, setLaneId] = useState((lanes.find(({ kind }) => kind === likely) ?? lanes[0])?.id ?? null);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const lane = lanes.find(({ id }) => id === laneId);
  const template = lane?.cardTemplates.find(({ id }) => id === templateId) ?? lane?.cardTemplates[0];
  if (!lane || !template)
    return (
      <EmptyState icon={<Route />} title="There is no lane">
        A lead sets up lanes in the settings; every card belongs to one.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3 pt-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Lane">
          <Select value={laneId} onChange={setLaneId} options={lanes.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        {lane.cardTemplates.length > 1 ? (
          <Field label="Card template">
            <Select
              value={template.id}
              onChange={setTemplateId}
              options={lane.cardTemplates.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        ) : null}
      </div>
      <ManyForm key={template.id} {...props} lane={lane} template={template} />
    </div>
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
  const missing = missingParts({ ...terms, goal: fillGoal(draft.goal, variables, values), startedFrom: template });
  const refused = checks.data?.filter(({ problem }) => problem !== null).length ?? 0;
  const refusal =
    draft.title.trim() === ""
      ? "A card needs a title."
      : missing.length > 0
        ? "Fill in what is missing first."
        : refused > 0
          ? `The lane refuses ${refused === 1 ? "one of the pictures" : `${refused} of the pictures`}; see above.`
          : null;
  const send = () =>
    acting.run(
      {
        said: as === "cards" ? `${pictures.length} cards are in review.` : `“${draft.title}” is in review with ${pictures.length} options.`,
        notes: ({ notes }) => notes,
        next: {
          label: as === "cards" ? "Open the queue" : "Open card",
          run: ({ cards }) => router.push(as === "cards" || !cards[0] ? addresses.queue : addresses.card(cards[0].cardId)),
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
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup label="How they are sent" value={as} onChange={setAs} options={WAYS} />
        <p className="text-xs text-muted text-pretty">
          {as === "cards"
            ? "The titles are numbered; each card has its own attempts."
            : "Whoever decides chooses one; the approval is of that one."}
        </p>
      </div>
      <Pictures pictures={pictures} checks={checks.data ?? []} />
      <TermsForm draft={draft} onChange={setDraft} template={template} />
      <GoalVariables names={variables} values={values} onChange={setValues} />
      <Field label="Note to the reviewer" optional>
        <Textarea rows={2} value={note} maxLength={4_000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-surface px-1 pt-3">
        <div className="min-w-0 flex-1">
          <MissingParts parts={missing} />
          {missing.length === 0 && refusal ? <p className="mt-1 text-xs text-warn">{refusal}</p> : null}
        </div>
        <Button variant="primary" busy={acting.isBusy} disabledReason={refusal} onClick={send}>
          {as === "cards" ? `Create ${pictures.length} cards and submit` : "Create and submit"}
        </Button>
      </div>
    </>
  );
}

type Check = { readonly problem: string | null; readonly waitsOn: readonly { readonly cardId: string; readonly title: string }[] };

/** Each picture with what the lane would say of it. */
function Pictures({ pictures, checks }: { pictures: readonly SentPicture[]; checks: readonly Check[] }) {
  return (
    <ol className="flex max-h-48 flex-col gap-1.5 overflow-y-auto">
      {pictures.map(({ shown }, at) => {
        const check = checks[at];
        const waits = check?.waitsOn.map(({ title }) => `“${title}”`).join(", ") ?? "";
        const Icon = check?.problem ? CircleAlert : CircleCheck;
        return (
          <li key={shown.assetId} className="flex items-center gap-2 text-xs">
            <Picture
              src={addresses.picture(shown.assetId, "thumb")}
              width={shown.width}
              height={shown.height}
              thumbHash={shown.thumbHash}
              alt={`Picture ${at + 1}`}
              className="h-9 w-12 shrink-0 rounded-sm"
            />
            {check ? (
              <span className={`flex min-w-0 items-start gap-1 text-pretty ${check.problem ? "text-warn" : "text-muted"}`}>
                <Icon size={13} aria-hidden className="mt-px shrink-0" />
                {check.problem ?? (waits === "" ? "Ready to be sent." : `Waits for a decision on ${waits} already.`)}
              </span>
            ) : (
              <span className="text-faint">Being checked…</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
