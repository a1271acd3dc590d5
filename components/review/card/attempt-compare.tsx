"use client";
import { useEffect, useSyncExternalStore } from "react";
import { FilmTransport } from "@/components/ui/video/film-transport";
import type { FilmDesk } from "@/lib/client/film/film-desk";
import { FilmFrame } from "@/lib/client/film/film-frame";
import { FilmDeskContext, useFilmDesk } from "@/lib/client/film/use-film-desk";
import { useFilmTransport } from "@/lib/client/film/use-film-transport";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { frameAt, middleOf } from "@/lib/domain/compare/in-step";
import type { AttemptView } from "@/lib/domain/review/view";
import { AttemptStatusBadge } from "../status-badge";
import { DefectPins } from "./defect-pins";
import { frameMsOf, isSeenAt } from "./marking";
import { PicturePane, type Zoom } from "./picture-pane";
import { RecalledDefect, recalledOn } from "./recalled-defect";

export type AttemptCompareProps = {
  before: AttemptView;
  after: AttemptView;
  zoom: Zoom;
  activeDefect: string | null;
  onActivateDefect: (defectId: string | null) => void;
};

/** An attempt beside the one before it: what was asked for, and whether it came. Films go in step, by one transport. */
export function AttemptCompare({ before, after, zoom, activeDefect, onActivateDefect }: AttemptCompareProps) {
  const attempts = [before, after];
  const desk = useFilmDesk(longestFirst(attempts));
  // Where a picture is looked at closer, films are played: both have the key one looks with.
  useKeys("pictures", desk ? { loupe: desk.toggle } : {});
  useMomentOf(desk, attempts, activeDefect);
  return (
    <FilmDeskContext value={desk}>
      <div className="flex min-h-0 flex-1 flex-col gap-px bg-line sm:flex-row">
        {attempts.map((attempt) => (
          <figure key={attempt.id} className="flex min-h-0 min-w-0 flex-1 flex-col">
            <Compared {...{ attempt, attempts, zoom, desk, activeDefect, onActivateDefect }} />
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
      {desk ? <Transport desk={desk} /> : null}
    </FilmDeskContext>
  );
}

function Transport({ desk }: { desk: FilmDesk }) {
  return (
    <div className="flex justify-center border-t border-line bg-surface">
      <FilmTransport {...useFilmTransport(desk)} />
    </div>
  );
}

/** The film that lasts longest sets the time: of a shorter one the last frame stays, and nothing is out of reach. */
function longestFirst(attempts: readonly AttemptView[]) {
  return attempts
    .map(({ id, picture }) => ({ id, video: picture.video }))
    .sort((one, other) => (other.video?.durationMs ?? 0) - (one.video?.durationMs ?? 0));
}

/** Both go to where the defect that is pointed at begins. */
function useMomentOf(desk: FilmDesk | null, attempts: readonly AttemptView[], activeDefect: string | null): void {
  const found = attempts.find(({ defects }) => defects.some(({ id }) => id === activeDefect));
  const fromMs = found?.defects.find(({ id }) => id === activeDefect)?.during?.fromMs ?? null;
  const video = found?.picture.video ?? null;
  const frame =
    desk && video && fromMs !== null
      ? frameAt(desk.first.clip, middleOf(video, Math.round((fromMs / video.durationMs) * video.frames)))
      : null;
  useEffect(() => {
    if (frame !== null) desk?.goTo(frame);
  }, [desk, frame]);
}

type ComparedProps = Omit<AttemptCompareProps, "before" | "after"> & {
  attempt: AttemptView;
  attempts: readonly AttemptView[];
  desk: FilmDesk | null;
};

/** One of them with its defects, on a film those of the moment it stands at. */
function Compared({ attempt, attempts, zoom, desk, activeDefect, onActivateDefect }: ComparedProps) {
  const { id, number, picture, defects } = attempt;
  const { assetId, fileName, video } = picture;
  const frameNow = () => desk?.frameOf(id) ?? 0;
  const frame = useSyncExternalStore(desk?.subscribe ?? neverChanges, frameNow, frameNow);
  const frameMs = frameMsOf(picture);
  const recalled = recalledOn(attempt, attempts, activeDefect);
  const label = `Attempt ${number}, ${fileName}`;
  return (
    <PicturePane
      attempt={attempt}
      zoom={zoom}
      film={desk && video ? <FilmFrame picture={{ id, assetId, label, video }} style={{ width: "100%", height: "100%" }} /> : null}
    >
      <DefectPins
        defects={defects}
        picture={picture}
        isSeen={({ id: defectId, during }) => defectId === activeDefect || isSeenAt(during, frame * frameMs, frameMs)}
        activeId={activeDefect}
        onActivate={onActivateDefect}
      />
      {recalled ? <RecalledDefect defect={recalled} picture={picture} /> : null}
    </PicturePane>
  );
}

const neverChanges = () => () => undefined;
