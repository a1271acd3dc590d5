"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { rpc } from "@/lib/client/rpc";
import type { CardSummary } from "@/lib/domain/review/view";
import { ReasonDialog } from "../acts/reason-dialog";
import { useCardAct } from "../use-card-act";
import { MakePlaylist } from "./make-playlist";

const DECISIONS = {
  approve: { label: "Approve", title: "Approve", question: "Note", optional: true, variant: "primary" },
  "request-changes": {
    label: "Request changes",
    title: "Request changes to",
    question: "What should change?",
    optional: false,
    variant: "primary",
  },
  reject: { label: "Reject", title: "Reject", question: "Why are they not wanted?", optional: false, variant: "danger" },
} as const;
type Decision = keyof typeof DECISIONS;
const NAMES = Object.keys(DECISIONS) as Decision[];

export type DecideManyBarProps = { cards: readonly CardSummary[]; onClear: () => void };

/** One decision with one note on the cards that are chosen. Each is judged by its own rules; what is refused is said. */
export function DecideManyBar({ cards, onClear }: DecideManyBarProps) {
  const [asked, ask] = useState<Decision | null>(null);
  const acting = useCardAct();
  if (cards.length === 0) return null;
  const waiting = cards.flatMap(({ id: cardId, attemptId, status }) =>
    status === "in_review" && attemptId ? [{ cardId, attemptId }] : [],
  );
  const none = waiting.length === 0 ? "None of these cards waits for a decision." : null;
  const titleOf = (cardId: string) => cards.find(({ id }) => id === cardId)?.title ?? "A card";
  const decide = (decision: Decision, note: string) =>
    acting.run(
      {
        said: "The decisions are made.",
        notes: ({ cards: answers }) => {
          const done = answers.filter((answer) => answer.done).length;
          const refused = answers.flatMap(({ cardId, whyNot }) => (whyNot === null ? [] : [`${titleOf(cardId)}: ${whyNot}`]));
          return [`${done} of ${answers.length} cards.`, ...refused];
        },
        call: () => rpc.card.decideMany({ decision, note, cards: waiting }),
      },
      () => {
        ask(null);
        onClear();
      },
    );
  const words = asked && DECISIONS[asked];
  const count = waiting.length === 1 ? "1 card" : `${waiting.length} cards`;
  return (
    <section
      aria-label="Chosen cards"
      className="sticky bottom-2 z-10 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface px-3 py-2 shadow-float"
    >
      <p aria-live="polite" className="mr-auto text-sm max-sm:w-full">
        {cards.length} chosen{waiting.length === cards.length ? "" : `, ${waiting.length} wait for a decision`}
      </p>
      {NAMES.map((name) => (
        <Button
          key={name}
          size="small"
          {...(name === "request-changes" ? {} : { variant: DECISIONS[name].variant })}
          disabledReason={none}
          onClick={() => ask(name)}
        >
          {DECISIONS[name].label}
        </Button>
      ))}
      <MakePlaylist cardIds={cards.map(({ id }) => id)} />
      <Button size="small" variant="ghost" onClick={onClear}>
        Choose none
      </Button>
      {asked && words ? (
        <ReasonDialog
          onClose={() => ask(null)}
          title={`${words.title} ${count}`}
          description="One note for all of them. Each card is judged by its own rules, and what is refused is said."
          label={words.question}
          optional={words.optional}
          confirm={`${words.label}: ${count}`}
          variant={words.variant}
          isBusy={acting.isBusy}
          onConfirm={(note) => decide(asked, note)}
        />
      ) : null}
    </section>
  );
}
