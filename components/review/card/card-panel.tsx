"use client";
import { type ReactNode, type Ref, useEffect, useRef, useState } from "react";
import { Tabs } from "@/components/ui/tabs";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { AttemptView } from "@/lib/domain/review/view";
import { FromGuests } from "../share/from-guests";
import { TalkPanel } from "../talk/talk-panel";
import { useTalk } from "../talk/use-talk";
import { AcceptableList } from "./acceptable-list";
import { AttemptStack } from "./attempt-stack";
import { CardHistory } from "./card-history";
import { DecisionBar, type DecisionBarProps } from "./decision-bar";
import { FoundDefects, type FoundDefectsProps } from "./found-defects";
import { GoalPanel } from "./goal-panel";
import { RecheckList } from "./recheck-list";

type Face = "defects" | "comments" | "attempts" | "history";

export type CardPanelProps = Omit<DecisionBarProps, "onShowCurrent"> &
  Pick<FoundDefectsProps, "frozen" | "activeId" | "onActivate" | "onMark"> & {
    ref: Ref<HTMLElement>;
    onShow: (attempt: AttemptView) => void;
    /** The way from a draft to its final, for a variant. */
    finalise: (variantId: string) => ReactNode;
    /** Looks for faults of an attempt before people decide; `frozen`: why none can be marked. */
    faults: (attemptId: string, frozen: string | null) => ReactNode;
  };

/** Beside the picture: the goal, what was found, every attempt and act, and below them the decision. */
export function CardPanel({ ref, onShow, finalise, faults, ...props }: CardPanelProps) {
  const { card, shown, onAsk, activeId, onActivate, frozen, onMark, ...deciding } = props;
  const { acting } = deciding;
  const [face, setFace] = useState<Face>("defects");
  // A notice of what was said leads to where it stands.
  useEffect(() => {
    if (window.location.hash === "#comments") setFace("comments");
  }, []);
  const current = card.attempts.at(-1);
  const talk = useTalk(card.id);
  const box = useRef<{ focus: () => void }>(null);
  const comment = (defectId: string | null) => {
    setFace("comments");
    onActivate(defectId);
    // The box is there once the tab is.
    requestAnimationFrame(() => box.current?.focus());
  };
  useKeys("review", { talk: () => shown !== null && comment(activeId) });
  return (
    <aside
      ref={ref}
      aria-label="Card"
      className="flex min-h-0 flex-col border-line bg-surface max-lg:min-h-max max-lg:border-t lg:w-96 lg:shrink-0 lg:border-l"
    >
      <div className="min-h-0 flex-1 lg:overflow-y-auto">
        <GoalPanel card={card} onAsk={onAsk} />
        <div className="px-2 pt-1">
          <Tabs
            label="About this card"
            // A defect that is pointed at on the picture is shown in its list, or talked about where people talk.
            value={activeId === null || face === "comments" ? face : "defects"}
            onChange={(next) => {
              setFace(next);
              onActivate(null);
            }}
            tabs={[
              {
                id: "defects",
                label: "Defects",
                count: shown?.defects.length,
                content: (
                  <div className="flex flex-col gap-4 px-2 py-3">
                    {shown && shown.id === current?.id ? (
                      <RecheckList {...{ card, frozen, acting, activeId, onActivate }} attemptId={shown.id} />
                    ) : null}
                    {shown ? (
                      <FoundDefects
                        {...{ card, frozen, acting, activeId, onActivate, onMark, onAsk }}
                        attempt={shown}
                        talk={talk}
                        onComment={comment}
                      />
                    ) : null}
                    {shown ? faults(shown.id, frozen) : null}
                    {shown ? <FromGuests {...{ card, shown, frozen, acting, onActivate }} /> : null}
                    <AcceptableList lines={card.acceptableDefects} attempt={shown} />
                  </div>
                ),
              },
              {
                id: "comments",
                label: <TalkLabel unread={talk.unread} />,
                count: talk.threads.filter(({ resolved }) => resolved === null).length || undefined,
                content: shown ? (
                  <TalkPanel
                    ref={box}
                    card={card}
                    talk={talk}
                    shown={shown}
                    topic={shown.defects.find(({ id }) => id === activeId) ?? null}
                    onTopic={onActivate}
                  />
                ) : (
                  <p className="px-2 py-3 text-xs text-faint">What is submitted here can be commented on.</p>
                ),
              },
              {
                id: "attempts",
                label: "Attempts",
                count: card.attempts.length,
                content: <AttemptStack card={card} acting={acting} shownId={shown?.id ?? null} onShow={onShow} finalise={finalise} />,
              },
              { id: "history", label: "History", content: <CardHistory cardId={card.id} /> },
            ]}
          />
        </div>
      </div>
      <DecisionBar {...deciding} card={card} shown={shown} onAsk={onAsk} onShowCurrent={() => current && onShow(current)} />
    </aside>
  );
}

function TalkLabel({ unread }: { unread: number }) {
  return (
    <>
      Comments
      {unread > 0 ? (
        <span className="flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-2xs font-semibold text-on-accent">
          {unread}
          <span className="sr-only"> new</span>
        </span>
      ) : null}
    </>
  );
}
