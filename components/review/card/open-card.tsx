"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { ImagePlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { useRemembered } from "@/components/ui/remembered";
import { unless } from "@/components/ui/unless";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { studio } from "@/lib/client/query";
import { compareAddress } from "@/lib/domain/compare/address";
import { type ComparedMember, MAX_COMPARED } from "@/lib/domain/compare/comparison";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { CardDialogs, type CardQuestion } from "../acts/card-dialogs";
import { addresses } from "../addresses";
import { useCardAct } from "../use-card-act";
import { useSeen } from "../use-seen";
import { AttemptCompare } from "./attempt-compare";
import { CardPanel, type CardPanelProps } from "./card-panel";
import { GoalStrip } from "./goal-strip";
import { MarkTools } from "./mark-tools";
import { CENTRE, type Marking, type Tool } from "./marking";
import type { Zoom } from "./picture-pane";
import { PictureStage } from "./picture-stage";
import { QueueRail } from "./queue-rail";
import { StageBar } from "./stage-bar";
import { useCardCommands } from "./use-card-commands";
import { useQueueWalk } from "./use-queue-walk";
import { useShownAttempt } from "./use-shown-attempt";

/** A card with its queue, its picture and its decision. */
export function OpenCard({ card, finalise, faults }: { card: CardView } & Pick<CardPanelProps, "finalise" | "faults">) {
  const router = useRouter();
  const queue = useQueueWalk(card.id);
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const [rail, keepRail] = useRemembered("selects.review.queue", "open");
  const { current, shown, before, after, show } = useShownAttempt(card.attempts, me.data?.memberId ?? null);
  const [isComparing, setComparing] = useState(false);
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [marking, setMarking] = useState<Marking | null>(null);
  const [tool, setTool] = useState<Tool | "play" | null>(null);
  const [activeDefect, activate] = useState<string | null>(null);
  const [note, setNote] = useRemembered(`selects.note.${card.id}`, "");
  const [question, ask] = useState<CardQuestion | null>(null);
  const acting = useCardAct();
  const panel = useRef<HTMLElement>(null);
  useCardCommands(card, ask);
  useSeen(card);

  const showAttempt = (attempt: AttemptView | null) => {
    if (!attempt) return false;
    show(attempt);
    setMarking(null);
    activate(null);
    return true;
  };
  const isVideo = Boolean(shown?.picture.video);
  const held = tool ?? (isVideo ? "play" : "box");
  const markCentre = () => {
    setComparing(false);
    setMarking({ ...CENTRE, outline: null, during: null });
  };
  // Arrows that scroll the panel are the panel's.
  const outsidePanel = (act: () => boolean) => () => (panel.current?.contains(document.activeElement) ? false : act());
  useKeys("pictures", {
    compare: () => before !== null && setComparing(!isComparing),
    loupe: () => setZoom(zoom === "fit" ? "actual" : "fit"),
    up: outsidePanel(() => queue.walk(-1)),
    down: outsidePanel(() => queue.walk(1)),
    left: outsidePanel(() => showAttempt(before)),
    right: outsidePanel(() => showAttempt(after)),
  });

  const comparable = shown === null ? [] : closelyCompared(shown, card.attempts);
  const notComparable = comparable.length < 2 ? "There is only one picture here." : null;
  const compareClosely = () => unless(notComparable, () => router.push(compareAddress(comparable, location.pathname)));
  useKeys("review", { "compare-closely": compareClosely });

  const frozen = shown?.id === current?.id ? card.acts.mark.reason : "Only the newest attempt can be marked.";
  const pins = { zoom, activeDefect, onActivateDefect: activate };
  return (
    <div className="flex h-full max-lg:flex-col max-lg:overflow-y-auto">
      <GoalStrip card={card} />
      {rail === "open" ? <QueueRail queue={queue} hereId={card.id} onHide={() => keepRail("closed")} /> : null}
      <section
        aria-label="Picture"
        className={clsx(
          "flex min-w-0 flex-col max-lg:shrink-0 lg:flex-1",
          // Two pictures lie below each other there.
          isComparing && before ? "max-lg:h-[80svh]" : "max-lg:h-[48svh]",
        )}
      >
        {shown ? (
          <>
            <StageBar
              attempts={card.attempts}
              shown={shown}
              onShow={showAttempt}
              isComparing={isComparing && before !== null}
              onCompare={setComparing}
              onCompareClosely={compareClosely}
              notComparable={notComparable}
              zoom={zoom}
              onZoom={setZoom}
              tools={frozen === null && !isComparing ? <MarkTools tool={held} onTool={setTool} isVideo={isVideo} /> : null}
              isQueueShown={rail === "open"}
              onShowQueue={() => keepRail("open")}
            />
            {isComparing && before ? (
              <AttemptCompare before={before} after={shown} {...pins} />
            ) : (
              <PictureStage
                key={shown.id}
                card={card}
                attempt={shown}
                isMarkable={frozen === null}
                tool={held === "play" ? null : held}
                marking={marking}
                onMarking={setMarking}
                {...pins}
              />
            )}
          </>
        ) : (
          <NothingSubmitted card={card} />
        )}
      </section>
      <CardPanel
        finalise={finalise}
        faults={faults}
        ref={panel}
        card={card}
        shown={shown}
        onShow={showAttempt}
        frozen={frozen}
        activeId={activeDefect}
        onActivate={activate}
        onMark={markCentre}
        acting={acting}
        onAsk={ask}
        note={note}
        onNote={setNote}
        next={queue.next}
      />
      <CardDialogs
        card={card}
        attempt={shown}
        question={question}
        acting={acting}
        onClose={() => ask(null)}
        onRejected={() => setNote("")}
      />
    </div>
  );
}

/** What is compared of a card: the pictures an attempt offers, else the newest attempts, oldest first. */
function closelyCompared({ options }: AttemptView, attempts: readonly AttemptView[]): ComparedMember[] {
  if (options.length > 1) return options.slice(0, MAX_COMPARED).map(({ assetId }) => ({ kind: "asset", id: assetId }));
  return [...attempts]
    .sort((one, other) => one.number - other.number)
    .slice(-MAX_COMPARED)
    .map(({ variant, picture }) => (variant ? { kind: "variant", id: variant.id } : { kind: "asset", id: picture.assetId }));
}

function NothingSubmitted({ card }: { card: CardView }) {
  return (
    <EmptyState
      icon={<ImagePlus />}
      title="Nothing was submitted yet"
      action={<ButtonLink href={addresses.project(card.project.id)}>Open the project</ButtonLink>}
    >
      Choose a variant on a board and send it to review: it becomes the first attempt of this card.
    </EmptyState>
  );
}
