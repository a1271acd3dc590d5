"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Check, FileText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { GoalValues } from "@/lib/domain/review/goal";
import type { MissingPart } from "@/lib/domain/review/missing-parts";
import type { CardSummary, CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import { CardThumb } from "../queue/card-thumb";
import { RetryMeter } from "../retry-meter";
import { CardStatusBadge } from "../status-badge";
import { GoalVariables } from "../terms/goal-variables";
import { MissingParts } from "../terms/missing-parts";
import { useCardAct } from "../use-card-act";
import { consequence } from "./consequence";
import { laneWarning, type SentVariant } from "./sent-variant";

export type ExistingCardProps = {
  variant: SentVariant;
  cards: readonly CardSummary[];
  firstCardId: string | null;
  onSent: (cardId: string) => void;
};

/** Submits the variant to a card of this project: as its first attempt, or as a retry. */
export function ExistingCard({ variant, cards, firstCardId, onSent }: ExistingCardProps) {
  const [cardId, choose] = useState(firstCardId);
  const card = useQuery({ ...studio.card.get.queryOptions({ input: { cardId: cardId ?? "" } }), enabled: cardId !== null });
  if (cards.length === 0)
    return (
      <EmptyState icon={<FileText />} title="No card waits for a picture">
        Start a new card: its lane brings goal, owner, retry limit and fallback path.
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3 pt-3">
      <fieldset className="max-h-56 min-w-0 overflow-y-auto rounded-md border border-line">
        <legend className="sr-only">Cards of this project</legend>
        {cards.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-pressed={each.id === cardId}
            onClick={() => choose(each.id)}
            className={clsx(
              "flex w-full items-center gap-2.5 border-b border-line p-2 text-left last:border-b-0",
              each.id === cardId ? "bg-accent-soft" : "hover:bg-hover",
            )}
          >
            <CardThumb picture={each.picture} className="h-9 w-12 shrink-0" />
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate text-sm font-medium">
                {each.title}
              </span>
              <span className="block truncate text-xs text-muted">
                {each.lane.name} · {each.owner?.name ?? "No owner"}
              </span>
            </span>
            <span className="flex flex-col items-end gap-0.5">
              <CardStatusBadge status={each.status} />
              <RetryMeter meter={each.meter} />
            </span>
            <Check size={14} aria-hidden className={each.id === cardId ? "text-accent-ink" : "invisible"} />
          </button>
        ))}
      </fieldset>
      {cardId === null ? <p className="text-xs text-faint">Choose the card this picture answers.</p> : null}
      {card.data ? <Submit key={card.data.id} card={card.data} variant={variant} onSent={onSent} /> : null}
      {card.isLoading ? <Skeleton className="h-24" /> : null}
    </div>
  );
}

const VARIABLES: MissingPart = "value for each variable of the goal";

function Submit({ card, variant, onSent }: { card: CardView; variant: SentVariant; onSent: (cardId: string) => void }) {
  const [note, setNote] = useState("");
  const [values, setValues] = useState<GoalValues>({});
  const acting = useCardAct();
  const router = useRouter();
  const lanes = useQuery(studio.lane.list.queryOptions({ input: {} }));
  const lane = lanes.data?.find(({ id }) => id === card.lane.id);
  // What stands for the variables goes along with the picture; everything else has to be on the card.
  const missing = card.missing.filter((part) => part !== VARIABLES || card.openVariables.some((name) => !values[name]?.trim()));
  const isOnlyVariables = card.missing.length === 1 && card.missing[0] === VARIABLES;
  const unready = isOnlyVariables ? (missing.length > 0 ? "Fill in the variables of the goal first." : null) : card.acts.submit.reason;
  const refusal = unready ?? (lane ? laneWarning(lane, variant) : null);
  const submit = () =>
    acting.run(
      {
        said: `Attempt ${card.attempts.length + 1} of “${card.title}” waits for a decision.`,
        next: { label: "Open card", run: () => router.push(addresses.card(card.id)) },
        call: () => rpc.card.submit({ cardId: card.id, variantId: variant.id, note, values, seenAttempt: card.attempts.length }),
      },
      () => onSent(card.id),
    );
  return (
    <>
      <p className="line-clamp-3 text-sm text-pretty">
        <span className="text-muted">Goal: </span>
        {card.goal === "" ? "none yet" : card.goal}
      </p>
      <GoalVariables names={card.openVariables} values={values} onChange={setValues} />
      {missing.length > 0 ? <MissingParts parts={missing} /> : <p className="text-xs text-muted">{consequence(card)}</p>}
      <Field label="Note to the reviewer" optional>
        <Textarea
          rows={2}
          value={note}
          maxLength={4_000}
          placeholder="What changed since last time"
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <ButtonLink href={addresses.card(card.id)} variant="ghost">
          Open the card
        </ButtonLink>
        <Button variant="primary" busy={acting.isBusy} disabledReason={refusal} onClick={submit}>
          Submit as attempt {card.attempts.length + 1}
        </Button>
      </div>
      {refusal ? <p className="text-xs text-warn">{refusal}</p> : null}
    </>
  );
}
