"use client";
import { useSyncExternalStore } from "react";
import { useChord } from "../keyboard/keyboard-provider";
import { useKeys } from "../keyboard/use-keys";
import type { FilmDesk } from "./film-desk";

/** With Shift, to get through a clip without playing it. */
const MANY_FRAMES = 10;

/** What a transport shows of a desk and does to it, its keys bound while it is on screen. Playing has the key of whoever shows it. */
export function useFilmTransport(desk: FilmDesk, { inOverlay = false }: { inOverlay?: boolean } = {}) {
  const { frame, isPlaying, loop } = useSyncExternalStore(desk.subscribe, desk.state, desk.state);
  const keys = { back: useChord("frame-back"), on: useChord("frame-on"), play: useChord("loupe"), loop: useChord("loop-from") };
  useKeys(
    "film",
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
  return {
    clip: desk.first.clip,
    frame,
    isPlaying,
    loop,
    keys,
    onStep: desk.step,
    onToggle: desk.toggle,
    onFrame: desk.goTo,
    onLoop: () => desk.mark("from"),
    onUnloop: desk.unloop,
  };
}
