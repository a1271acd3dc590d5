"use client";
import { rpc } from "@/lib/client/rpc";
import type { DefectMark } from "@/lib/domain/review/defect";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { useCardAct } from "../use-card-act";
import { DEFECT_WORDS } from "../words";
import { DefectPins } from "./defect-pins";
import { DefectPopover } from "./defect-popover";
import { PicturePane, type Zoom } from "./picture-pane";
import { CENTRE, type Place, placeAt } from "./place";

export type PictureStageProps = {
  card: CardView;
  attempt: AttemptView;
  /** Only the current attempt can be marked. */
  isMarkable: boolean;
  /** Where a defect is about to be marked. */
  marking: Place | null;
  onMarking: (place: Place | null) => void;
  zoom: Zoom;
  activeDefect: string | null;
  onActivateDefect: (defectId: string | null) => void;
};

/** The attempt that is judged, with its defects; a press on it marks another one. */
export function PictureStage(props: PictureStageProps) {
  const { card, attempt, isMarkable, marking, onMarking, zoom, activeDefect, onActivateDefect } = props;
  const acting = useCardAct();
  const mark = (defect: DefectMark) =>
    acting.run(
      {
        said: `${DEFECT_WORDS[defect.kind].label} defect marked.`,
        call: () => rpc.card.recordDefect({ cardId: card.id, attemptId: attempt.id, defect }),
      },
      ({ defectId }) => {
        onMarking(null);
        onActivateDefect(defectId);
      },
    );
  return (
    <PicturePane attempt={attempt} zoom={zoom}>
      {isMarkable ? (
        <button
          type="button"
          aria-label="The picture. Press to mark a defect there; with Enter, in the middle."
          onClick={(event) => {
            // A press by keyboard counts no clicks and has no place of its own.
            const place = event.detail > 0 ? placeAt(event, event.currentTarget.getBoundingClientRect()) : CENTRE;
            onMarking(place);
          }}
          // Inside the edges: outside them the ground would cut it off.
          className="absolute inset-0 cursor-crosshair focus-visible:-outline-offset-2"
        />
      ) : null}
      <DefectPins defects={attempt.defects} activeId={activeDefect} onActivate={onActivateDefect} />
      {marking && isMarkable ? (
        <DefectPopover
          place={marking}
          onMove={onMarking}
          onCancel={() => onMarking(null)}
          onMark={mark}
          isBusy={acting.isBusy}
          acceptable={card.acceptableDefects}
        />
      ) : null}
    </PicturePane>
  );
}
