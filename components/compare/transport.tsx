"use client";
import { Pause, Play, StepBack, StepForward } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { durationText } from "@/components/ui/video/duration-text";
import { frameAt, middleOf, sameMoment } from "@/lib/domain/compare/in-step";
import type { ComparedPicture } from "./compared";

export interface TransportProps {
  /** Where the players are: each says by `data-picture` which picture it shows. */
  readonly room: RefObject<HTMLElement | null>;
  readonly pictures: readonly ComparedPicture[];
}

type Moving = ComparedPicture & { readonly video: NonNullable<ComparedPicture["video"]> };

const isMoving = (picture: ComparedPicture): picture is Moving => picture.video !== null;
/** How far players may drift apart while they play, in frames of the first. */
const MOST_DRIFT = 1.5;

/** One transport for all compared videos: they play, stop and step together, to the frame. Nothing without a video. */
export function Transport({ room, pictures }: TransportProps) {
  const moving = pictures.filter(isMoving);
  const [first] = moving;
  const [frame, setFrame] = useState(0);
  const [isPlaying, setPlaying] = useState(false);

  const playerOf = ({ id }: Moving) => room.current?.querySelector<HTMLVideoElement>(`video[data-picture="${id}"]`) ?? null;

  // The first one leads; the others are called back when they drift, because players have no common clock.
  useEffect(() => {
    if (!isPlaying || !first) return;
    let request = 0;
    const follow = () => {
      const lead = playerOf(first);
      if (lead) {
        setFrame(frameAt(first.video, lead.currentTime));
        const drift = (MOST_DRIFT * first.video.durationMs) / 1000 / first.video.frames;
        for (const other of moving.slice(1)) {
          const player = playerOf(other);
          const wanted = Math.min(lead.currentTime, other.video.durationMs / 1000);
          if (player && !player.seeking && Math.abs(player.currentTime - wanted) > drift) player.currentTime = wanted;
        }
      }
      request = requestAnimationFrame(follow);
    };
    request = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(request);
  });

  if (!first) return null;
  const { video } = first;
  const pause = () => {
    setPlaying(false);
    for (const each of moving) playerOf(each)?.pause();
  };
  const goTo = (next: number) => {
    pause();
    const to = (next + video.frames) % video.frames;
    setFrame(to);
    for (const each of moving) {
      const player = playerOf(each);
      if (player) player.currentTime = each === first ? middleOf(video, to) : sameMoment(video, to, each.video);
    }
  };
  const play = () => {
    setPlaying(true);
    // A player that may not start (the page is hidden, say) stays where it is; the others go on.
    for (const each of moving)
      void playerOf(each)
        ?.play()
        .catch(() => undefined);
  };
  return (
    <fieldset aria-label="Video" className="flex items-center gap-1 rounded-md bg-raised px-2 py-1 shadow-float">
      <IconButton label="One frame back" icon={<StepBack size={15} aria-hidden />} side="top" onClick={() => goTo(frame - 1)} />
      <IconButton
        label={isPlaying ? "Pause" : "Play together"}
        icon={isPlaying ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
        side="top"
        onClick={isPlaying ? pause : play}
      />
      <IconButton label="One frame on" icon={<StepForward size={15} aria-hidden />} side="top" onClick={() => goTo(frame + 1)} />
      <div className="w-64">
        <Slider
          label="Frame"
          min={0}
          max={video.frames - 1}
          step={1}
          value={frame}
          format={(at) => `${at + 1} of ${video.frames} · ${durationText(video.durationMs)}`}
          onChange={goTo}
        />
      </div>
    </fieldset>
  );
}
