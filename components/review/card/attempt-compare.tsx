"use client";
import { useState } from "react";
import type { AttemptView } from "@/lib/domain/review/view";
import { AttemptStatusBadge } from "../status-badge";
import { DefectPins } from "./defect-pins";
import { frameMsOf, isSeenAt, playingWith } from "./marking";
import { PicturePane, type Zoom } from "./picture-pane";

export type AttemptCompareProps = {
  before: AttemptView;
  after: AttemptView;
  zoom: Zoom;
  activeDefect: string | null;
  onActivateDefect: (defectId: string | null) => void;
};

/** An attempt beside the one before it: what was asked for, and whether it came. */
export function AttemptCompare({ before, after, zoom, activeDefect, onActivateDefect }: AttemptCompareProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-px bg-line sm:flex-row">
      {[before, after].map((attempt) => (
        <figure key={attempt.id} className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Compared {...{ attempt, zoom, activeDefect, onActivateDefect }} />
          <figcaption className="flex h-16 flex-col justify-center gap-0.5 border-t border-line bg-surface px-3 py-1.5">
            <span className="flex items-center gap-2 text-xs font-medium">
              Attempt {attempt.number}
              <AttemptStatusBadge status={attempt.status} stale={attempt.stale} />
            </span>
            <span className="line-clamp-2 text-xs text-muted">{attempt.decision?.note || attempt.note || "No note."}</span>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

/** One of them with its defects, on a film those of the moment it stands at. */
function Compared({
  attempt,
  zoom,
  activeDefect,
  onActivateDefect,
}: Omit<AttemptCompareProps, "before" | "after"> & { attempt: AttemptView }) {
  const { picture, defects } = attempt;
  const [ms, setMs] = useState(0);
  return (
    <PicturePane attempt={attempt} zoom={zoom} playing={playingWith(attempt, activeDefect, setMs)}>
      <DefectPins
        defects={defects}
        picture={picture}
        isSeen={({ id, during }) => id === activeDefect || isSeenAt(during, ms, frameMsOf(picture))}
        activeId={activeDefect}
        onActivate={onActivateDefect}
      />
    </PicturePane>
  );
}
