"use client";
import { BracketsIcon, Pause, Play, StepBack, StepForward, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Slider } from "@/components/ui/slider";
import { durationText } from "@/components/ui/video/duration-text";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { FilmDesk } from "./film-desk";

/** With Shift, to get through a clip without playing it. */
const MANY_FRAMES = 10;

/** One transport for all compared videos: they play, stop, step and go round together, to the frame. */
export function Transport({ desk, inOverlay }: { desk: FilmDesk; inOverlay: boolean }) {
  const { frame, isPlaying, loop } = useSyncExternalStore(desk.subscribe, desk.state, desk.state);
  const { frames, durationMs } = desk.first.clip;
  const [backKeys, onKeys, playKeys, loopKeys] = [useChord("frame-back"), useChord("frame-on"), useChord("loupe"), useChord("loop-from")];
  useKeys(
    "look",
    {
      "frame-back": () => desk.step(-1),
      "frame-on": () => desk.step(1),
      "frames-back": () => desk.step(-MANY_FRAMES),
      "frames-on": () => desk.step(MANY_FRAMES),
      "loop-from": () => desk.mark("from"),
      "loop-to": () => desk.mark("to"),
    },
    { inOverlay },
  );
  return (
    <fieldset aria-label="Video" className="flex items-center gap-1 rounded-md bg-raised px-2 py-1 shadow-float">
      <IconButton
        label="One frame back"
        icon={<StepBack size={15} aria-hidden />}
        keys={backKeys}
        side="top"
        onClick={() => desk.step(-1)}
      />
      <IconButton
        label={isPlaying ? "Pause" : "Play together"}
        icon={isPlaying ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
        keys={playKeys}
        side="top"
        onClick={desk.toggle}
      />
      <IconButton label="One frame on" icon={<StepForward size={15} aria-hidden />} keys={onKeys} side="top" onClick={() => desk.step(1)} />
      <div className="relative w-64">
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
          onChange={desk.goTo}
        />
      </div>
      {loop ? (
        <span className="flex items-center text-xs text-muted tabular-nums">
          Loop {loop.from + 1}–{loop.to + 1}
          <IconButton label="Take the loop off" icon={<X size={13} aria-hidden />} size="small" side="top" onClick={desk.unloop} />
        </span>
      ) : (
        <IconButton
          label="Loop from this frame"
          icon={<BracketsIcon size={15} aria-hidden />}
          keys={loopKeys}
          side="top"
          onClick={() => desk.mark("from")}
        />
      )}
    </fieldset>
  );
}
