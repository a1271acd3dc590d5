"use client";
import clsx from "clsx";
import { ArrowUpRight, LifeBuoy, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { TwoPrices } from "@/components/ui/two-prices";
import { rpc } from "@/lib/client/rpc";
import type { StaleReason } from "@/lib/domain/review/card";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import { CardThumb } from "../queue/card-thumb";
import { consequence } from "../send/consequence";
import { AttemptStatusBadge } from "../status-badge";
import type { CardActing } from "../use-card-act";
import { RecipeEdited } from "./recipe-edited";

export type AttemptStackProps = {
  card: CardView;
  acting: CardActing;
  shownId: string | null;
  onShow: (attempt: AttemptView) => void;
  /** The way from a draft to its final, for a variant. */
  finalise: (variantId: string) => ReactNode;
};

/** Every attempt, the newest on top: none is lost, whatever became of it. */
export function AttemptStack({ card, acting, shownId, onShow, finalise }: AttemptStackProps) {
  const { id: cardId, attempts } = card;
  if (attempts.length === 0) return <p className="px-4 py-6 text-center text-xs text-faint">Nothing was submitted yet.</p>;
  return (
    <ol className="flex flex-col gap-1 py-2">
      {attempts.toReversed().map((attempt) => (
        <li key={attempt.id} className={clsx("rounded-md p-2", attempt.id === shownId && "bg-accent-soft")}>
          <button
            type="button"
            aria-pressed={attempt.id === shownId}
            onClick={() => onShow(attempt)}
            className="flex w-full items-start gap-3 text-left"
          >
            <CardThumb picture={attempt.picture} className="h-14 w-18 shrink-0" />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm font-medium">
                Attempt {attempt.number}
                <AttemptStatusBadge status={attempt.status} stale={attempt.stale} />
                {attempt.viaFallback ? <Badge icon={<LifeBuoy size={12} aria-hidden />}>Fallback</Badge> : null}
                {attempt.renews === null ? null : <Badge icon={<RotateCcw size={12} aria-hidden />}>Attempt {attempt.renews} again</Badge>}
              </span>
              <span className="block text-xs text-muted">
                {attempt.submittedBy.name}, <RelativeTime at={attempt.submittedAt} />
              </span>
            </span>
          </button>
          {attempt.staleBecause ? <Stale card={card} attempt={attempt} because={attempt.staleBecause} acting={acting} /> : null}
          {attempt.note === "" ? null : <Words who={attempt.submittedBy.name} said={attempt.note} />}
          {attempt.decision?.note ? <Words who={attempt.decision.by.name} said={attempt.decision.note} /> : null}
          <p className="mt-1 flex items-center gap-2 pl-21 text-xs text-faint">
            <span className="font-mono" title={`SHA-256 ${attempt.contentHash}`}>
              {attempt.contentHash.slice(0, 10)}
            </span>
            {attempt.variant ? (
              <ButtonLink
                size="small"
                variant="ghost"
                icon={<ArrowUpRight size={12} aria-hidden />}
                href={addresses.retry({ boardId: attempt.variant.boardId, promptId: attempt.variant.promptId, cardId })}
              >
                Its prompt
              </ButtonLink>
            ) : null}
          </p>
          {attempt.variant ? <RunOfAttempt run={attempt.variant.run} /> : null}
          {attempt.variant && attempt.id === shownId ? <div className="mt-1 pl-21 empty:hidden">{finalise(attempt.variant.id)}</div> : null}
        </li>
      ))}
    </ol>
  );
}

const STALE_WORDS = {
  "newer-attempt": "It was approved, and a newer attempt took its place.",
  "other-file": "It was approved, and its file is another one by now.",
  "recipe-edited": "It was approved, and its recipe was edited since.",
} as const satisfies Record<StaleReason, string>;

/** What it was made with, and what its run was to cost, did, and why that differs. */
function RunOfAttempt({ run }: { run: NonNullable<AttemptView["variant"]>["run"] }) {
  return (
    <p className="mt-0.5 pl-21 text-xs text-faint text-pretty">
      {run.modelName} · <TwoPrices quoteMicros={run.quoteMicros} actualMicros={run.actualMicros} />
      {run.count > 1 ? ` for ${run.count} pictures` : null}
      {run.whyCharged ? <span className="block">{run.whyCharged}</span> : null}
    </p>
  );
}

type StaleProps = { card: CardView; attempt: AttemptView; because: StaleReason; acting: CardActing };

/** An approval that counts no more, and the way to ask for it again. */
function Stale(props: StaleProps) {
  return props.because === "recipe-edited" ? <RecipeEdited {...props} /> : <TakenOver {...props} />;
}

/** Its file, as it is now, becomes the next attempt. */
function TakenOver({ card, attempt, because, acting }: StaleProps) {
  const ask = () =>
    acting.run({
      said: `Approval is asked for again: the file of attempt ${attempt.number} is attempt ${card.attempts.length + 1} now.`,
      call: () =>
        rpc.card.submit({
          cardId: card.id,
          assetId: attempt.picture.assetId,
          note: `Asked again: attempt ${attempt.number} was approved before.`,
          seenAttempt: card.attempts.length,
        }),
    });
  return (
    <div className="mt-1 flex flex-col items-start gap-1 pl-21 text-xs text-muted">
      {STALE_WORDS[because]}
      <Button
        size="small"
        icon={<RotateCcw size={12} aria-hidden />}
        busy={acting.isBusy}
        disabledReason={card.acts.submit.reason}
        tip={consequence(card)}
        onClick={ask}
      >
        Ask for approval again
      </Button>
    </div>
  );
}

function Words({ who, said }: { who: string; said: string }) {
  return (
    <p className="mt-1 pl-21 text-xs text-pretty whitespace-pre-line">
      <span className="text-faint">{who}: </span>
      {said}
    </p>
  );
}
