"use client";
import { createContext, use, useMemo } from "react";
import type { Clip } from "@/lib/domain/compare/in-step";
import { createFilmDesk, type Film, type FilmDesk } from "./film-desk";

/** What moves the videos on this surface; null when there are none. */
export const FilmDeskContext = createContext<FilmDesk | null>(null);
export const useSharedDesk = () => use(FilmDeskContext);

/** A picture that may be a video; null for one that is none. */
type Seen = { readonly id: string; readonly video: Clip | null };

const ports = {
  now: () => performance.now(),
  nextFrame: () => new Promise<void>((painted) => requestAnimationFrame(() => painted())),
};

/** A desk for the videos among these pictures, the same one as long as they are the same. The first one's frames are counted. */
export function useFilmDesk(pictures: readonly Seen[]): FilmDesk | null {
  const films: readonly Film[] = pictures.flatMap(({ id, video }) =>
    video ? [{ id, clip: { durationMs: video.durationMs, frames: video.frames } }] : [],
  );
  const said = JSON.stringify(films);
  return useMemo(() => {
    const [first, ...others]: Film[] = JSON.parse(said);
    return first ? createFilmDesk([first, ...others], ports) : null;
  }, [said]);
}
