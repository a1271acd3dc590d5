import { createFilmDesk, type FilmDesk } from "@/lib/client/film/film-desk";
import { canvasPlayer } from "@/lib/client/film/players";
import type { Clip } from "@/lib/domain/compare/in-step";

/** What a frame's bars say: each of ten columns is one bit of its number. */
export const BITS = 10;

/** Two places that show the same video, driven as compare drives them, in a real browser. */
export interface FilmBench {
  mount(clip: Clip): void;
  /** Frames asked for, and what both places show by their bars once they say it is there. */
  seek(frames: readonly number[]): Promise<readonly (readonly [wanted: number, left: number, right: number])[]>;
  /** What both show at so many paintings of the screen while it plays. */
  play(paintings: number): Promise<readonly (readonly [left: number, right: number])[]>;
}

declare global {
  interface Window {
    filmBench: FilmBench;
  }
}

let desk: FilmDesk;
let places: readonly HTMLCanvasElement[] = [];
const painted = () => new Promise((next) => requestAnimationFrame(next));

function barsOf(canvas: HTMLCanvasElement): number {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no pen");
  let value = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const [red = 0] = pen.getImageData(((bit + 0.5) * canvas.width) / BITS, canvas.height / 2, 1, 1).data;
    if (red > 128) value |= 1 << bit;
  }
  return value;
}

window.filmBench = {
  mount(clip) {
    desk = createFilmDesk(
      [
        { id: "left", clip },
        { id: "right", clip },
      ],
      { now: () => performance.now(), nextFrame: () => painted().then(() => undefined) },
    );
    places = ["left", "right"].map((id, at) => {
      const canvas = document.body.appendChild(document.createElement("canvas"));
      const unable = () => document.body.append("unable");
      desk.add(id, canvasPlayer(canvas, `/clip-${at}`, clip, unable));
      return canvas;
    });
  },
  async seek(frames) {
    const seen: [number, number, number][] = [];
    for (const frame of frames) {
      desk.goTo(frame);
      while (places.some((place) => place.dataset.frame !== String(frame))) await painted();
      const [left = -1, right = -1] = places.map(barsOf);
      seen.push([frame, left, right]);
    }
    return seen;
  },
  async play(paintings) {
    desk.toggle();
    const seen: [number, number][] = [];
    for (let count = 0; count < paintings; count++) {
      await painted();
      const [left = -1, right = -1] = places.map(barsOf);
      seen.push([left, right]);
    }
    desk.toggle();
    return seen;
  },
};
