"use client";
import { useState } from "react";
import { rpc } from "@/lib/client/rpc";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { DefectMark } from "@/lib/domain/review/defect";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { useCardAct } from "../use-card-act";
import { DefectOutlines } from "./defect-outlines";
import { DefectPins } from "./defect-pins";
import { DefectPopover } from "./defect-popover";
import { MarkGround } from "./mark-ground";
import { frameMsOf, isSeenAt, type Marking, playingWith, type Tool } from "./marking";
import { PicturePane, type Zoom } from "./picture-pane";
import { RecalledDefect, recalledOn } from "./recalled-defect";

export type PictureStageProps = {
  card: CardView;
  attempt: AttemptView;
  /** Only the current attempt can be marked. */
  isMarkable: boolean;
  /** What a drag draws; null: a video is played, not marked. */
  tool: Tool | null;
  /** Where a defect is about to be marked. */
  marking: Marking | null;
  onMarking: (marking: Marking | null) => void;
  zoom: Zoom;
  activeDefect: string | null;
  onActivateDefect: (defectId: string | null) => void;
};

/** The attempt that is judged, with its defects; a press on it marks another one, a drag draws around it. */
export function PictureStage(props: PictureStageProps) {
  const { card, attempt, isMarkable, tool, marking, onMarking, zoom, activeDefect, onActivateDefect } = props;
  const { picture, defects } = attempt;
  const [ms, setMs] = useState(0);
  const acting = useCardAct();
  const kinds = useDefectKinds();
  const mark = (defect: DefectMark) =>
    acting.run(
      {
        said: `${kinds.labelOf(defect.kind)} defect marked.`,
        call: () => rpc.card.recordDefect({ cardId: card.id, attemptId: attempt.id, defect }),
      },
      ({ defectId }) => {
        onMarking(null);
        onActivateDefect(defectId);
      },
    );
  const recalled = recalledOn(attempt, card.attempts, activeDefect);
  // Until a time is said, it is the one that is looked at.
  const begun = marking && picture.video ? { ...marking, during: marking.during ?? { fromMs: ms, toMs: ms } } : marking;
  return (
    <PicturePane attempt={attempt} zoom={zoom} playing={playingWith(recalled ? [...defects, recalled] : defects, activeDefect, setMs)}>
      {isMarkable && tool ? (
        <MarkGround
          tool={tool}
          width={picture.width}
          height={picture.height}
          isScrolled={zoom === "actual"}
          onMark={(place) => onMarking({ ...place, during: null })}
        />
      ) : null}
      <DefectPins
        defects={defects}
        picture={picture}
        isSeen={({ id, during }) => id === activeDefect || isSeenAt(during, ms, frameMsOf(picture))}
        activeId={activeDefect}
        onActivate={onActivateDefect}
      />
      {recalled ? <RecalledDefect defect={recalled} picture={picture} /> : null}
      {begun && isMarkable ? (
        <>
          <DefectOutlines outlines={[{ ...begun, id: "new", tone: "new", isActive: true }]} width={picture.width} height={picture.height} />
          <DefectPopover
            marking={begun}
            onMarking={onMarking}
            durationMs={picture.video?.durationMs ?? null}
            onCancel={() => onMarking(null)}
            onMark={mark}
            isBusy={acting.isBusy}
            acceptable={card.acceptableDefects}
          />
        </>
      ) : null}
    </PicturePane>
  );
}
