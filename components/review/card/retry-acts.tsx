"use client";
import { useMutation } from "@tanstack/react-query";
import { ImageUp, RotateCcw, UserRoundCog, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Elapsed } from "@/components/ui/elapsed";
import { Meter } from "@/components/ui/meter";
import { Skeleton } from "@/components/ui/skeleton";
import { TwoPrices } from "@/components/ui/two-prices";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import { fallbackSentence } from "@/lib/domain/review/fallback";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { OUTCOME_WORDS, outcomeOf, reasonOf } from "@/lib/domain/run/outcome";
import { isFinished } from "@/lib/domain/run/states";
import type { RunView } from "@/lib/domain/run/view";
import type { CardQuestion } from "../acts/card-dialogs";
import { addresses } from "../addresses";
import { useFallbackRun } from "./use-fallback-run";

export type RetryActsProps = { card: CardView; current: AttemptView | null; onAsk: (question: CardQuestion) => void };

/** Another attempt is wanted: by whom it is made, and the way there. While the studio makes it, how far it is. */
export function RetryActs({ card, current, onAsk }: RetryActsProps) {
  const run = useFallbackRun(card.fallbackRunId);
  if (run === undefined) return <Skeleton className="h-14" />;
  if (run && !isFinished(run.status)) return <UnderWay card={card} run={run} />;
  return (
    <div className="flex flex-col gap-2">
      {current?.decision?.note ? (
        <p className="max-h-24 overflow-y-auto border-l-2 border-warn pl-2 text-sm whitespace-pre-line text-pretty">
          {current.decision.note}
        </p>
      ) : null}
      {run && run.status !== "succeeded" ? <Ended run={run} /> : null}
      <ByPeople card={card} current={current} onAsk={onAsk} />
      {card.acts.submit.reason ? <p className="text-xs text-muted">{card.acts.submit.reason}</p> : null}
      {isFallbackAwaited(card) && card.fallbackPath ? (
        <p className="text-xs text-muted text-pretty">
          The fallback path is taken and allows one more attempt, which uses no retry. {run ? "" : fallbackSentence(card.fallbackPath.kind)}
        </p>
      ) : null}
    </div>
  );
}

const isFallbackAwaited = ({ fallbackTakenAt, attempts }: CardView) =>
  fallbackTakenAt !== null && !attempts.some(({ viaFallback }) => viaFallback);

function ByPeople({ card, current, onAsk }: RetryActsProps) {
  const source = current?.variant ?? card.attempts.findLast((attempt) => attempt.variant)?.variant ?? null;
  const isManual = isFallbackAwaited(card) && card.fallbackPath?.kind === "manual";
  const notMine = useRefusal("run.start");
  const wayOn = source ? "Open board to retry" : "Open the project to retry";
  const place = source && { boardId: source.boardId, promptId: source.promptId, cardId: card.id };
  const board =
    notMine === null ? (
      <ButtonLink
        variant={isManual ? "quiet" : "primary"}
        icon={<RotateCcw size={14} aria-hidden />}
        href={place ? addresses.retry(place) : addresses.project(card.project.id)}
      >
        {wayOn}
      </ButtonLink>
    ) : (
      <Button icon={<RotateCcw size={14} aria-hidden />} disabledReason={notMine}>
        {wayOn}
      </Button>
    );
  return (
    <div className="flex flex-wrap gap-2">
      {isManual ? null : board}
      <SubmitFile card={card} onAsk={onAsk} isWanted={isManual} />
      {isManual ? (
        <Button
          icon={<UserRoundCog size={14} aria-hidden />}
          disabledReason={card.acts.handOverWork.reason}
          onClick={() => onAsk({ kind: "hand-over-work" })}
        >
          {card.maker ? "Hand the work over" : "Give the work to somebody"}
        </Button>
      ) : null}
      {isManual ? board : null}
    </div>
  );
}

/** The way in for a file. `isWanted`: a file is what is waited for. */
export function SubmitFile({ card, onAsk, isWanted = false }: Pick<RetryActsProps, "card" | "onAsk"> & { isWanted?: boolean }) {
  return (
    <Button
      variant={isWanted && card.acts.submit.allowed ? "primary" : "quiet"}
      icon={<ImageUp size={14} aria-hidden />}
      disabledReason={card.acts.submit.reason}
      onClick={() => onAsk({ kind: "submit-file" })}
    >
      Submit a file
    </Button>
  );
}

type Of = { run: RunView };

/** Nobody has to do anything: the picture becomes the attempt by itself. */
function UnderWay({ card, run }: Of & { card: CardView }) {
  const cancel = useMutation(studio.run.cancel.mutationOptions());
  const notMine = useRefusal("run.cancel");
  const outcome = outcomeOf(run);
  return (
    <section aria-label="Made by the studio" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 text-sm">
          The studio makes attempt {card.attempts.length + 1}.
          <span className="flex flex-wrap gap-x-1.5 text-xs text-muted">
            <span className={outcome === "needs-person" ? "text-warn" : undefined}>
              {run.status === "queued" ? "Waiting for its turn" : OUTCOME_WORDS[outcome]}
            </span>
            <span aria-hidden>·</span>
            <Elapsed since={run.createdAt} />
            <span aria-hidden>·</span>
            <TwoPrices quoteMicros={run.quoteMicros} actualMicros={run.actualMicros} />
          </span>
        </p>
        {run.status === "unknown" || notMine !== null ? null : (
          <Button
            size="small"
            icon={<X size={13} aria-hidden />}
            busy={cancel.isPending || run.cancelAsked}
            onClick={() => cancel.mutate({ runId: run.id })}
          >
            Cancel
          </Button>
        )}
      </div>
      {outcome === "under-way" ? (
        <Meter
          label={`Progress of attempt ${card.attempts.length + 1}`}
          labelHidden
          fraction={run.status === "processing" ? (run.progress.fraction ?? null) : null}
        />
      ) : null}
      <p className="text-xs text-muted text-pretty">Its picture is submitted by itself, and uses no retry.</p>
    </section>
  );
}

/** The run left no picture: people go on. */
function Ended({ run }: Of) {
  const reason = run.failure?.sentence ?? reasonOf(run);
  return (
    <p className="text-xs text-pretty">
      <span className="font-medium text-warn">{OUTCOME_WORDS[outcomeOf(run)]}:</span> the studio’s own run left no picture
      {reason ? ` (${reason})` : ""}, so the attempt has to be made by hand.
    </p>
  );
}
