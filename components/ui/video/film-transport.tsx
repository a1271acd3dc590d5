import clsx from "clsx";
import { BracketsIcon, Pause, Play, StepBack, StepForward, X } from "lucide-react";
import { IconButton } from "../icon-button";
import { Slider } from "../slider";
import { durationText } from "./duration-text";

export type FilmTransportProps = {
  /** The video whose frames are counted. */
  clip: { readonly durationMs: number; readonly frames: number };
  /** From 0. */
  frame: number;
  isPlaying: boolean;
  /** The frames that are gone round, both included. */
  loop: { readonly from: number; readonly to: number } | null;
  /** Which keys do the same. */
  keys: Readonly<Record<"back" | "on" | "play" | "loop", string | undefined>>;
  onStep: (by: 1 | -1) => void;
  onToggle: () => void;
  onFrame: (frame: number) => void;
  onLoop: () => void;
  onUnloop: () => void;
  className?: string;
};

/** One transport for several videos: they play, stop, step and go round together, to the frame. */
export function FilmTransport({ clip, frame, isPlaying, loop, keys, className, ...on }: FilmTransportProps) {
  const { frames, durationMs } = clip;
  return (
    <fieldset aria-label="Video" className={clsx("flex min-w-0 items-center gap-1 rounded-md px-2 py-1", className)}>
      <IconButton
        label="One frame back"
        icon={<StepBack size={15} aria-hidden />}
        keys={keys.back}
        side="top"
        onClick={() => on.onStep(-1)}
      />
      <IconButton
        label={isPlaying ? "Pause" : "Play together"}
        icon={isPlaying ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
        keys={keys.play}
        side="top"
        onClick={on.onToggle}
      />
      <IconButton
        label="One frame on"
        icon={<StepForward size={15} aria-hidden />}
        keys={keys.on}
        side="top"
        onClick={() => on.onStep(1)}
      />
      <div className="relative w-64 min-w-24">
        {loop ? (
          <span
            aria-hidden
            className="pointer-events-none absolute bottom-0 h-0.5 rounded-full bg-accent"
            style={{ left: `${(loop.from / frames) * 100}%`, width: `${((loop.to - loop.from + 1) / frames) * 100}%` }}
          />
        ) : null}
        <Slider
          label="Frame"
          min={0}
          max={frames - 1}
          step={1}
          value={frame}
          format={(at) => `${at + 1} of ${frames} · ${durationText(durationMs)}`}
          onChange={on.onFrame}
        />
      </div>
      {loop ? (
        <span className="flex items-center text-xs text-muted tabular-nums">
          Loop {loop.from + 1}–{loop.to + 1}
          <IconButton label="Take the loop off" icon={<X size={13} aria-hidden />} size="small" side="top" onClick={on.onUnloop} />
        </span>
      ) : (
        <IconButton
          label="Loop from this frame"
          icon={<BracketsIcon size={15} aria-hidden />}
          keys={keys.loop}
          side="top"
          onClick={on.onLoop}
        />
      )}
    </fieldset>
  );
}
