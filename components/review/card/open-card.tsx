"use client";
import { ImagePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { useRemembered } from "@/components/ui/remembered";
import { Tabs } from "@/components/ui/tabs";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { type AttemptView, type CardView, QUEUE_VIEWS } from "@/lib/domain/review/view";
import { CardDialogs, type CardQuestion } from "../acts/card-dialogs";
import { addresses } from "../addresses";
import { useQueue } from "../queue/use-queue";
import { useCardAct } from "../use-card-act";
import { AttemptCompare } from "./attempt-compare";
import { AttemptStack } from "./attempt-stack";
import { CardHistory } from "./card-history";
import { DecisionBar } from "./decision-bar";
import { DefectLists } from "./defect-lists";
import { GoalPanel } from "./goal-panel";
import type { Zoom } from "./picture-pane";
import { PictureStage } from "./picture-stage";
import { CENTRE, type Place } from "./place";
import { QueueRail } from "./queue-rail";
import { StageBar } from "./stage-bar";
import { useCardCommands } from "./use-card-commands";

type Face = "defects" | "attempts" | "history";

/** A card with its queue, its picture and its decision. */
export function OpenCard({ card }: { card: CardView }) {
  const router = useRouter();
  const [view, setView] = useQueryState("view", parseAsStringLiteral(QUEUE_VIEWS).withDefault("mine"));
  const queue = useQueue({ view });
  const [rail, keepRail] = useRemembered("selects.review.queue", "open");
  const panel = useRef<HTMLElement>(null);

  // The attempt somebody looks at stays under their eyes when a newer one arrives: nobody decides on a picture they have not seen.
  const [shownId, show] = useState(card.attempts.at(-1)?.id ?? null);
  const shown = card.attempts.find(({ id }) => id === shownId) ?? card.attempts.at(-1) ?? null;
  const current = card.attempts.at(-1) ?? null;
  const before = shown ? (card.attempts.find(({ number }) => number === shown.number - 1) ?? null) : null;

  const [isComparing, setComparing] = useState(false);
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [face, setFace] = useState<Face>("defects");
  const [marking, setMarking] = useState<Place | null>(null);
  const [activeDefect, activate] = useState<string | null>(null);
  const [question, ask] = useState<CardQuestion | null>(null);
  const acting = useCardAct();
  useCardCommands(card, ask);

  const showAttempt = (attempt: AttemptView | null | undefined) => {
    if (!attempt) return;
    show(attempt.id);
    setMarking(null);
    activate(null);
  };
  const here = queue.cards.findIndex(({ id }) => id === card.id);
  const goTo = (index: number) => {
    const next = queue.cards[index];
    if (next) router.push(addresses.card(next.id, view));
    return next !== undefined;
  };
  const following = queue.cards[here + 1] ?? queue.cards.find(({ id }) => id !== card.id);
  const next = following && { label: "Next card", run: () => router.push(addresses.card(following.id, view)) };

  // Arrows that scroll the panel are the panel's.
  const outsidePanel = (act: () => boolean) => () => (panel.current?.contains(document.activeElement) ? false : act());
  const stepAttempt = (by: number) => () => {
    const attempt = shown && card.attempts.find(({ number }) => number === shown.number + by);
    showAttempt(attempt);
    return Boolean(attempt);
  };
  useKeys("pictures", {
    compare: () => before !== null && setComparing(!isComparing),
    loupe: () => setZoom(zoom === "fit" ? "actual" : "fit"),
    up: outsidePanel(() => goTo(here - 1)),
    down: outsidePanel(() => goTo(here + 1)),
    left: outsidePanel(stepAttempt(-1)),
    right: outsidePanel(stepAttempt(1)),
  });

  const frozen = shown && shown.id !== current?.id ? "Only the newest attempt can be marked." : card.acts.mark.reason;
  const activateAnywhere = (defectId: string | null) => {
    activate(defectId);
    if (defectId !== null) setFace("defects");
  };
  return (
    <div className="flex h-full max-lg:flex-col max-lg:overflow-y-auto">
      {rail === "open" ? (
        <QueueRail
          cards={queue.cards}
          isLoading={queue.query.isPending}
          counts={queue.figures?.views ?? null}
          view={view}
          onView={(next) => void setView(next)}
          hereId={card.id}
          onHide={() => keepRail("closed")}
        />
      ) : null}
      <section aria-label="Picture" className="flex min-w-0 flex-col max-lg:h-[62svh] max-lg:shrink-0 lg:flex-1">
        {shown ? (
          <>
            <StageBar
              attempts={card.attempts}
              shown={shown}
              onShow={showAttempt}
              isComparing={isComparing && before !== null}
              onCompare={setComparing}
              zoom={zoom}
              onZoom={setZoom}
              isQueueShown={rail === "open"}
              onShowQueue={() => keepRail("open")}
            />
            {isComparing && before ? (
              <AttemptCompare before={before} after={shown} zoom={zoom} activeDefect={activeDefect} onActivateDefect={activateAnywhere} />
            ) : (
              <PictureStage
                key={shown.id}
                card={card}
                attempt={shown}
                isMarkable={frozen === null}
                marking={marking}
                onMarking={setMarking}
                zoom={zoom}
                activeDefect={activeDefect}
                onActivateDefect={activateAnywhere}
              />
            )}
          </>
        ) : (
          <EmptyState
            icon={<ImagePlus />}
            title="Nothing was submitted yet"
            action={<ButtonLink href={addresses.project(card.project.id)}>Open “{card.project.name}”</ButtonLink>}
          >
            Choose a variant on a board and send it to review: it becomes the first attempt of this card.
          </EmptyState>
        )}
      </section>
      <aside
        ref={panel}
        aria-label="Card"
        className="flex min-h-0 flex-col border-line bg-surface max-lg:min-h-max max-lg:border-t lg:w-96 lg:shrink-0 lg:border-l"
      >
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <GoalPanel card={card} onAsk={ask} />
          <div className="px-2 pt-1">
            <Tabs
              label="About this card"
              value={face}
              onChange={setFace}
              tabs={[
                {
                  id: "defects",
                  label: "Defects",
                  count: shown?.defects.length,
                  content: shown ? (
                    <DefectLists
                      card={card}
                      attempt={shown}
                      frozen={frozen}
                      acting={acting}
                      activeId={activeDefect}
                      onActivate={activateAnywhere}
                      onMark={() => setMarking(CENTRE)}
                      onAsk={ask}
                    />
                  ) : null,
                },
                {
                  id: "attempts",
                  label: "Attempts",
                  count: card.attempts.length,
                  content: <AttemptStack cardId={card.id} attempts={card.attempts} shownId={shown?.id ?? null} onShow={showAttempt} />,
                },
                { id: "history", label: "History", content: <CardHistory cardId={card.id} /> },
              ]}
            />
          </div>
        </div>
        <DecisionBar card={card} shown={shown} acting={acting} onAsk={ask} next={next} onShowCurrent={() => showAttempt(current)} />
      </aside>
      <CardDialogs card={card} attempt={shown} question={question} acting={acting} onClose={() => ask(null)} />
    </div>
  );
}
