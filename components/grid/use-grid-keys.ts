"use client";
import { nextColour } from "@/components/ui/colours";
import { unless } from "@/components/ui/unless";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { GridActs } from "./use-grid-acts";

export interface GridWays {
  readonly compare: () => unknown;
  readonly look: () => unknown;
  readonly branch: () => unknown;
  readonly enter: () => unknown;
  readonly leave: () => unknown;
  readonly fit: () => unknown;
  readonly zoom: (factor: number) => unknown;
  readonly turn: () => unknown;
  readonly turnPage: (by: number) => unknown;
  readonly arrange: () => unknown;
}

const ZOOM_STEP = 1.4;

/** A grid under the fingers: the board's keys, and its own for turning it. */
export function useGridKeys(acts: GridActs, noPicture: string | null, ways: GridWays): void {
  useKeys("studio", { leave: ways.leave });
  const judge = (act: () => void) => unless(noPicture, act);
  const choosing = choosingKeys({
    flag: (flag) => judge(() => acts.flag(flag)),
    rate: (rating) => judge(() => acts.rate(rating)),
    colour: (pressed) => {
      const has = acts.variants.map(({ colour }) => colour);
      judge(() => acts.colour(nextColour(pressed, has)));
    },
  });
  useKeys("pictures", {
    ...choosing.pictures,
    loupe: ways.look,
    compare: ways.compare,
    left: ways.enter,
    right: ways.enter,
    up: ways.enter,
    down: ways.enter,
  });
  useKeys("ratings", choosing.ratings);
  useKeys("board", {
    branch: ways.branch,
    fit: ways.fit,
    "zoom-in": () => ways.zoom(ZOOM_STEP),
    "zoom-out": () => ways.zoom(1 / ZOOM_STEP),
  });
  useKeys("grid", {
    "page-back": () => ways.turnPage(-1),
    "page-next": () => ways.turnPage(1),
    turn: ways.turn,
    arrange: ways.arrange,
  });
}
