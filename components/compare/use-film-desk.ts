"use client";
import { createContext, use, useMemo } from "react";
import type { ComparedPicture } from "./compared";
import { createFilmDesk, type Film, type FilmDesk } from "./film-desk";

/** The transport of the videos on this surface; null when there are none. */
export const FilmDeskContext = createContext<FilmDesk | null>(null);
export const useSharedDesk = () => use(FilmDeskContext);

const ports = {
  now: () => performance.now(),
  nextFrame: () => new Promise<void>((painted) => requestAnimationFrame(() => painted())),
};

/** A desk for the videos among these pictures, the same one as long as they are the same. */
export function useFilmDesk(pictures: readonly ComparedPicture[]): FilmDesk | null {
  const films: readonly Film[] = pictures.flatMap(({ id, video }) => (video ? [{ id, clip: video }] : []));
  const said = JSON.stringify(films);
  return useMemo(() => {
    const [first, ...others]: Film[] = JSON.parse(said);
    return first ? createFilmDesk([first, ...others], ports) : null;
  }, [said]);
}
