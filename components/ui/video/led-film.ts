"use client";
import { createContext, type RefObject, use, useEffect, useRef } from "react";

/** Where a film stands. */
export interface FilmStand {
  readonly isPlaying: boolean;
  /** From its beginning, to the frame. Milliseconds. */
  readonly ms: number;
}

/** A film that several screens show together. */
export interface LedFilm {
  /** Told of everything the person here does with it; null on the screens that follow. */
  readonly onStand: ((stand: FilmStand) => void) | null;
  /** Where it is to stand here; null: where it is left. */
  readonly led: FilmStand | null;
}

export const LedFilmContext = createContext<LedFilm | null>(null);

/** A screen that is late by less is not pulled along: it would stutter. Seconds. */
const LATE_S = 0.3;

/** Leads the others, or is led, where a film is shown together. `seek` stops it at a moment. Milliseconds. */
export function useLedFilm(player: RefObject<HTMLVideoElement | null>, seek: (ms: number) => void): void {
  const { onStand = null, led = null } = use(LedFilmContext) ?? {};
  const seekTo = useRef(seek);
  useEffect(() => {
    seekTo.current = seek;
  });
  useEffect(() => {
    const node = player.current;
    if (!node || !onStand) return;
    const tell = () => onStand({ isPlaying: !node.paused, ms: Math.round(node.currentTime * 1000) });
    const told = ["play", "pause", "seeked"];
    for (const event of told) node.addEventListener(event, tell);
    return () => {
      for (const event of told) node.removeEventListener(event, tell);
    };
  }, [player, onStand]);
  useEffect(() => {
    const node = player.current;
    if (!node || !led) return;
    if (!led.isPlaying) return seekTo.current(led.ms);
    const begin = () => {
      // It loops.
      const at = (led.ms / 1000) % (node.duration || Number.POSITIVE_INFINITY);
      if (Math.abs(node.currentTime - at) > LATE_S) node.currentTime = at;
      node.play().catch(() => undefined);
    };
    if (node.readyState >= node.HAVE_METADATA) return begin();
    node.addEventListener("loadedmetadata", begin, { once: true });
    return () => node.removeEventListener("loadedmetadata", begin);
  }, [player, led]);
}
