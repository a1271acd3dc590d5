"use client";
import clsx from "clsx";
import { Pause, Play, Volume2, VolumeX } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "../icon-button";
import { thumbHashUrl } from "../thumb-hash-url";
import { durationText } from "./duration-text";
import { useLedFilm } from "./led-film";

export type VideoPlayerProps = {
  /** Addresses of the video itself, its first frame and its filmstrip. */
  src: string;
  poster: string;
  filmstrip: string;
  /** Pixels; their ratio holds the place before anything is loaded. */
  width: number;
  height: number;
  video: { readonly durationMs: number; readonly frames: number };
  /** What it is called. */
  label: string;
  /** Base64 ThumbHash of the poster, shown until that is there. */
  thumbHash?: string | null | undefined;
  /** Laid exactly over the picture of the video. */
  children?: ReactNode;
  /** Stretches of the video to be found on the filmstrip. Milliseconds. */
  spans?: readonly { readonly id: string; readonly fromMs: number; readonly toMs: number }[] | undefined;
  /** Told where it stands, in milliseconds, whenever it moves. */
  onTime?: ((ms: number) => void) | undefined;
  /** Goes there when this changes. Milliseconds; null: stays. */
  goTo?: number | null | undefined;
  className?: string;
};

/**
 * A video behind its poster: muted, in a loop; a press on it plays it. Below it, so that nothing of the picture is ever covered,
 * play, sound, and the filmstrip to run over by pointer or by arrow keys, a frame at a time. Nothing moves by itself.
 */
export function VideoPlayer(props: VideoPlayerProps) {
  const { src, poster, filmstrip, width, height, video, label, thumbHash, children, spans = [], onTime, goTo = null, className } = props;
  const player = useRef<HTMLVideoElement>(null);
  const [frame, setFrame] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [isMuted, setMuted] = useState(true);
  const placeholder = useMemo(() => thumbHashUrl(thumbHash), [thumbHash]);
  const { durationMs, frames } = video;
  const frameSeconds = durationMs / 1000 / frames;

  useEffect(() => {
    const node = player.current;
    if (!node) return;
    const follow = () => setFrame(Math.min(frames - 1, Math.floor(node.currentTime / frameSeconds)));
    const told = () => setPlaying(!node.paused);
    const listened = { timeupdate: follow, play: told, pause: told, click: () => turn(node) };
    for (const [event, heard] of Object.entries(listened)) node.addEventListener(event, heard);
    return () => {
      for (const [event, heard] of Object.entries(listened)) node.removeEventListener(event, heard);
    };
  }, [frames, frameSeconds]);

  const seek = useCallback(
    (to: number) => {
      const node = player.current;
      if (!node) return;
      node.pause();
      // The middle of a frame: aimed at its start, rounding may show the one before.
      node.currentTime = (to + 0.5) * frameSeconds;
      setFrame(to);
    },
    [frameSeconds],
  );
  useLedFilm(player, (ms) => seek(Math.min(frames - 1, Math.floor(ms / 1000 / frameSeconds))));
  useEffect(() => {
    if (goTo !== null) seek(Math.min(frames - 1, Math.round(goTo / 1000 / frameSeconds)));
  }, [goTo, frames, frameSeconds, seek]);
  useEffect(() => onTime?.(Math.round(frame * frameSeconds * 1000)), [onTime, frame, frameSeconds]);
  // Not left to the slider: while the video plays its value is as old as the last timeupdate, a quarter of a second.
  const step = (event: KeyboardEvent) => {
    const node = player.current;
    if (!node) return;
    const to = sought(event.key, Math.floor(node.currentTime / frameSeconds), frames);
    if (to === null) return;
    event.preventDefault();
    seek(to);
  };
  return (
    <div className={clsx("grid gap-1", className)}>
      <div className="relative">
        <video
          ref={player}
          src={src}
          poster={poster}
          aria-label={`${label}, video of ${durationText(durationMs)}`}
          muted={isMuted}
          loop
          playsInline
          preload="metadata"
          style={{ aspectRatio: `${width} / ${height}`, ...(placeholder ? { backgroundImage: `url(${placeholder})` } : {}) }}
          className="max-h-full w-full rounded-md bg-surround bg-contain bg-center bg-no-repeat object-contain"
        />
        {children}
      </div>
      <div className="flex h-8 items-center gap-1">
        <IconButton
          label={isPlaying ? "Pause" : "Play"}
          icon={isPlaying ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
          side="top"
          onClick={() => player.current && turn(player.current)}
        />
        <div
          className="relative h-8 min-w-0 flex-1 overflow-hidden rounded-sm bg-inset bg-[length:100%_100%]"
          style={{ backgroundImage: `url(${filmstrip})` }}
        >
          {spans.map(({ id, fromMs, toMs }) => (
            <span
              key={id}
              aria-hidden
              className="absolute bottom-0 h-1.5 min-w-1.5 rounded-full bg-bad-strong ring-1 ring-black/60"
              style={{ left: `${(fromMs / durationMs) * 100}%`, width: `${((toMs - fromMs) / durationMs) * 100}%` }}
            />
          ))}
          <span
            aria-hidden
            className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.6)]"
            style={{ left: `${((frame + 0.5) / frames) * 100}%` }}
          />
          <input
            type="range"
            aria-label={`Frame of ${label}`}
            aria-valuetext={`Frame ${frame + 1} of ${frames}`}
            min={0}
            max={frames - 1}
            step={1}
            value={frame}
            onChange={(event) => seek(event.currentTarget.valueAsNumber)}
            onKeyDown={step}
            className="absolute inset-0 m-0 size-full cursor-ew-resize appearance-none bg-transparent opacity-0 focus-visible:opacity-100
            focus-visible:outline-2 focus-visible:-outline-offset-2 [&::-moz-range-thumb]:opacity-0 [&::-webkit-slider-thumb]:opacity-0"
          />
        </div>
        <span aria-hidden className="min-w-12 text-center text-2xs text-muted tabular-nums">
          {frame + 1} / {frames}
        </span>
        <IconButton
          label="Sound"
          pressed={!isMuted}
          icon={isMuted ? <VolumeX size={15} aria-hidden /> : <Volume2 size={15} aria-hidden />}
          side="top"
          onClick={() => setMuted(!isMuted)}
        />
      </div>
    </div>
  );
}

/** Plays what stands and stops what plays. A browser that will not play says so by standing still. */
function turn(video: HTMLVideoElement): void {
  if (video.paused) video.play().catch(() => undefined);
  else video.pause();
}

/** The frame a slider's key leads to from frame `at`, or null when the key says nothing to a slider. */
function sought(key: string, at: number, frames: number): number | null {
  const leap = Math.max(1, Math.round(frames / 10));
  const targets: Record<string, number> = {
    Home: 0,
    End: frames - 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - leap,
    PageUp: at + leap,
  };
  const to = targets[key];
  return to === undefined ? null : Math.min(frames - 1, Math.max(0, to));
}
