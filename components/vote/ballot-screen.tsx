"use client";
import clsx from "clsx";
import { Equal, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Picture } from "@/components/ui/picture";
import { VideoPlayer } from "@/components/ui/video/video-player";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { BlindPicture, VoterView } from "@/lib/domain/vote/view";
import { pictureOf, usePreloaded } from "./use-preloaded";

export interface BallotScreenProps {
  readonly voteId: string;
  readonly title: string;
  readonly seat: VoterView;
  readonly pressed: number | null;
  readonly onChoose: (choice: number) => void;
  readonly onTakeBack: () => void;
}

/** Two to four pictures on neutral ground and nothing that tells them apart but themselves. */
export function BallotScreen({ voteId, title, seat, pressed, onChoose, onTakeBack }: BallotScreenProps) {
  usePreloaded(voteId, seat.pictures);
  useKeys("studio", { undo: onTakeBack });
  useKeys("vote", {
    "vote-1": () => onChoose(1),
    "vote-2": () => onChoose(2),
    "vote-3": () => onChoose(3),
    "vote-4": () => onChoose(4),
    "vote-tie": () => onChoose(0),
    "vote-back": onTakeBack,
  });
  const pictures = seat.question?.pictures ?? [];
  return (
    <div className="flex h-full flex-col bg-surround">
      <ul
        aria-label={title}
        className={clsx("grid min-h-0 flex-1 gap-3 p-3", pictures.length > 2 ? "grid-cols-2 grid-rows-2" : "grid-cols-2")}
      >
        {pictures.map((picture, index) => (
          <li key={`${seat.question?.id} ${picture.key}`} className="relative min-h-0 min-w-0">
            <Candidate
              voteId={voteId}
              picture={picture}
              place={index + 1}
              isPressed={pressed === index + 1}
              onChoose={() => onChoose(index + 1)}
            />
          </li>
        ))}
      </ul>
      <footer className="flex flex-wrap items-center justify-center gap-3 border-t border-line bg-surface px-3 py-2 text-sm">
        <p className="min-w-0 flex-1 truncate font-medium" dir="auto">
          {title}
        </p>
        <Button icon={<Equal size={14} aria-hidden />} keys="0" onClick={() => onChoose(0)}>
          As good as each other
        </Button>
        <Button
          variant="ghost"
          icon={<Undo2 size={14} aria-hidden />}
          keys="backspace"
          disabledReason={seat.answered === 0 ? "You have not answered anything yet." : null}
          onClick={onTakeBack}
        >
          Take back
        </Button>
        <p role="status" className="flex-1 text-right text-xs text-muted tabular-nums">
          {seat.answered} answered, about {seat.left} more
        </p>
      </footer>
    </div>
  );
}

interface CandidateProps {
  readonly voteId: string;
  readonly picture: BlindPicture;
  readonly place: number;
  readonly isPressed: boolean;
  readonly onChoose: () => void;
}

function Candidate({ voteId, picture, place, isPressed, onChoose }: CandidateProps) {
  const { width, height, thumbHash, video } = picture;
  const choose = (
    <button
      type="button"
      onClick={onChoose}
      aria-label={`Choose picture ${place}`}
      aria-pressed={isPressed}
      className={clsx(
        video ? "absolute top-2 left-2 z-10 rounded-md bg-surface p-1" : "absolute inset-0 z-10 rounded-md",
        isPressed ? "outline-2 -outline-offset-2 outline-accent-ink" : "hover:outline hover:-outline-offset-1 hover:outline-line-strong",
      )}
    >
      <span className={clsx(!video && "absolute bottom-2 left-1/2 -translate-x-1/2")}>
        <Kbd>{place}</Kbd>
      </span>
    </button>
  );
  return (
    <>
      {choose}
      {video ? (
        <VideoPlayer
          src={pictureOf(voteId, picture, "film")}
          poster={pictureOf(voteId, picture)}
          filmstrip={pictureOf(voteId, picture, "filmstrip")}
          width={width}
          height={height}
          video={video}
          label={`Video ${place}`}
          thumbHash={thumbHash}
          className="size-full"
        />
      ) : (
        <Picture
          src={pictureOf(voteId, picture)}
          width={width}
          height={height}
          alt={`Picture ${place}`}
          thumbHash={thumbHash}
          fit="contain"
          eager
          className="size-full bg-surround!"
        />
      )}
    </>
  );
}
