import { type Clip, middleOf } from "@/lib/domain/compare/in-step";
import type { Player } from "./film-desk";
import { openFilm } from "./open-film";

/** Shows exact frames in a canvas. `onUnable` says that this browser cannot, and its own player has to do. */
export function canvasPlayer(canvas: HTMLCanvasElement, address: string, clip: Clip, onUnable: () => void): Player {
  const film = openFilm(address, clip);
  film.catch(onUnable);
  return {
    async prepare(frame) {
      const { frame: frameAt, width, height } = await film;
      const picture = await frameAt(frame);
      return () => {
        if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
        canvas.getContext("2d")?.drawImage(picture, 0, 0);
        canvas.dataset.frame = String(frame);
      };
    },
    close() {
      void film.then(
        (open) => open.close(),
        () => undefined,
      );
    },
  };
}

/** How long a seek may take before the others are not held up any more. */
const SEEK_MS = 1_500;

/** Shows frames by the browser's own player, aimed at their middle: right as a rule, late by what a seek takes. */
export function elementPlayer(video: HTMLVideoElement, clip: Clip): Player {
  return {
    prepare: (frame) =>
      new Promise((ready) => {
        const done = () => {
          clearTimeout(timer);
          video.removeEventListener("seeked", done);
          ready(() => {
            video.dataset.frame = String(frame);
          });
        };
        const timer = setTimeout(done, SEEK_MS);
        video.addEventListener("seeked", done);
        video.currentTime = middleOf(clip, frame);
      }),
    close: () => undefined,
  };
}
