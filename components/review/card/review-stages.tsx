"use client";
import { Check, Clock, Hourglass, RotateCcw, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CardView, StageView } from "@/lib/domain/review/view";
import type { CardQuestion } from "../acts/card-dialogs";

const SAID = {
  approved: { icon: Check, word: "approved", colour: "text-ok" },
  changes_requested: { icon: RotateCcw, word: "requested changes", colour: "text-warn" },
  rejected: { icon: X, word: "rejected", colour: "text-bad" },
} as const;

/** Who decides in which order, who has, and who is awaited. */
export function ReviewStages({ card, onAsk }: { card: CardView; onAsk: (question: CardQuestion) => void }) {
  if (card.stages.length === 0) return null;
  const isInReview = card.status === "in_review";
  return (
    <section className="mt-3" aria-label="Stages">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 text-2xs font-medium text-faint">Stages</h2>
        {card.acts.delegate.allowed ? (
          <Button size="small" variant="ghost" className="-my-1" onClick={() => onAsk({ kind: "delegate" })}>
            Give a seat away
          </Button>
        ) : null}
      </div>
      <ol className="mt-1 flex flex-col gap-1.5">
        {card.stages.map((stage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place in the order
          <li key={at} className="border-l-2 border-line pl-2 text-xs">
            <p className="flex flex-wrap gap-x-2">
              <span className="font-medium">{stage.name}</span>
              <span className="text-faint">{isInReview ? <Standing stage={stage} /> : RULE[stage.rule]}</span>
            </p>
            <ul className="mt-0.5 flex flex-col gap-0.5">
              {stage.seats.map((seat) => (
                <Seat key={seat.person.id} seat={seat} isAwaited={isInReview && stage.state === "open"} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

const RULE = { first: "the first decides", all: "all must approve" } as const;

function Standing({ stage }: { stage: StageView }) {
  if (stage.state === "passed") return "passed";
  if (stage.state === "open") return RULE[stage.rule];
  return stage.opensAt ? (
    <>
      begins <RelativeTime at={stage.opensAt} /> at the latest
    </>
  ) : (
    "not yet begun"
  );
}

function Seat({ seat: { person, said }, isAwaited }: { seat: StageView["seats"][number]; isAwaited: boolean }) {
  if (said) {
    const { icon: Icon, word, colour } = SAID[said.verdict];
    return (
      <li className="text-muted">
        <Icon size={12} aria-hidden className={`mr-1.5 inline ${colour}`} />
        {person.name} {word}, <RelativeTime at={said.at} />
        {said.note === "" ? null : <span className="block pl-4.5 whitespace-pre-line wrap-anywhere">{said.note}</span>}
      </li>
    );
  }
  const Icon = isAwaited ? Clock : Hourglass;
  return (
    <li className={isAwaited ? "text-ink" : "text-faint"}>
      <Icon size={12} aria-hidden className={`mr-1.5 inline ${isAwaited ? "text-accent-ink" : ""}`} />
      {person.name}
      {isAwaited ? " is awaited" : ""}
    </li>
  );
}
