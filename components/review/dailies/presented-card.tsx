"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { useRemembered } from "@/components/ui/remembered";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { CardView } from "@/lib/domain/review/view";
import { CardDialogs, type CardQuestion } from "../acts/card-dialogs";
import { DecisionBar } from "../card/decision-bar";
import { PictureStage } from "../card/picture-stage";
import { RetryMeter } from "../retry-meter";
import { CardStatusBadge } from "../status-badge";
import { useCardAct } from "../use-card-act";
import { useSeen } from "../use-seen";

/** The card everybody looks at: its picture as large as the window allows, the goal, and the decision. */
export function PresentedCard({ cardId }: { cardId: string }) {
  const card = useQuery(studio.card.get.queryOptions({ input: { cardId } }));
  if (card.data) return <Presented card={card.data} />;
  if (card.isError) return <ErrorState title={sentenceOf(card.error)} onRetry={() => void card.refetch()} />;
  return <Skeleton className="m-6 min-h-0 flex-1" />;
}

function Presented({ card }: { card: CardView }) {
  const [note, setNote] = useRemembered(`selects.note.${card.id}`, "");
  const [question, ask] = useState<CardQuestion | null>(null);
  const [activeDefect, activate] = useState<string | null>(null);
  const acting = useCardAct();
  const attempt = card.attempts.at(-1) ?? null;
  useSeen(card);
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
      <section aria-label="Picture" className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:h-[48svh] max-lg:shrink-0">
        {attempt ? (
          <PictureStage
            key={attempt.id}
            card={card}
            attempt={attempt}
            isMarkable={false}
            tool={null}
            marking={null}
            onMarking={() => undefined}
            zoom="fit"
            activeDefect={activeDefect}
            onActivateDefect={activate}
          />
        ) : (
          <p className="m-auto text-sm text-muted">Nothing was submitted to this card yet.</p>
        )}
      </section>
      <aside aria-label="Card" className="flex flex-col border-line bg-surface max-lg:border-t lg:w-96 lg:shrink-0 lg:border-l">
        <div className="min-h-0 flex-1 p-4 lg:overflow-y-auto">
          <h2 dir="auto" className="text-lg leading-6 font-semibold text-pretty wrap-anywhere">
            {card.title}
          </h2>
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
            <CardStatusBadge status={card.status} />
            <span>{card.owner?.name ?? "No owner"}</span>
            <RetryMeter meter={card.meter} />
          </div>
          <p dir="auto" className="mt-3 text-sm whitespace-pre-line text-pretty wrap-anywhere">
            {card.goal === "" ? "No goal yet." : card.goal}
          </p>
        </div>
        <DecisionBar
          card={card}
          shown={attempt}
          acting={acting}
          onAsk={ask}
          note={note}
          onNote={setNote}
          next={undefined}
          onShowCurrent={() => undefined}
        />
      </aside>
      <CardDialogs
        card={card}
        attempt={attempt}
        question={question}
        acting={acting}
        onClose={() => ask(null)}
        onRejected={() => setNote("")}
      />
    </div>
  );
}
