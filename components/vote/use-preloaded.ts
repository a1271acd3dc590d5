"use client";
import { useEffect } from "react";
import type { BlindPicture } from "@/lib/domain/vote/view";

/** Loaded at once; more would stand in the way of the pictures one looks at. */
const AT_ONCE = 3;

export const pictureOf = (voteId: string, { key }: Pick<BlindPicture, "key">, size: "thumb" | "screen" | "filmstrip" | "film" = "screen") =>
  `/votes/${voteId}/pictures/${key}/${size}`;

/** Loads and decodes every picture of the vote in the background, so that the next question is there at the press. */
export function usePreloaded(voteId: string, pictures: readonly BlindPicture[]): void {
  const keys = pictures.map(({ key }) => key).join();
  useEffect(() => {
    let isOver = false;
    const waiting = keys === "" ? [] : keys.split(",");
    const loadNext = async (): Promise<void> => {
      const key = waiting.shift();
      if (isOver || key === undefined) return;
      const image = new Image();
      image.src = pictureOf(voteId, { key });
      await image.decode().catch(() => undefined);
      return loadNext();
    };
    for (let lane = 0; lane < AT_ONCE; lane += 1) void loadNext();
    return () => {
      isOver = true;
    };
  }, [voteId, keys]);
}
