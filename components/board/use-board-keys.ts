"use client";
import { nextColour } from "@/components/ui/colours";
import { unless } from "@/components/ui/unless";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useReasons } from "./reasons";
import type { BoardActs } from "./use-board-acts";

export interface BoardWays {
  readonly compare: () => unknown;
  readonly promote: () => unknown;
  readonly send: () => unknown;
  readonly vote: () => unknown;
  /** The chosen picture alone, large. */
  readonly look: () => unknown;
  readonly leave: () => unknown;
  /** Puts the keyboard into the composer. */
  readonly write: () => unknown;
  /** Puts the keyboard on the pictures. */
  readonly enter: () => unknown;
  readonly fit: () => unknown;
  readonly zoom: (factor: number) => unknown;
  readonly map: () => unknown;
  /** Opens the search, or puts the keyboard into it. */
  readonly search: () => unknown;
  /** Follows the path of the prompt one is on, or no path any longer. */
  readonly path: () => unknown;
  /** Plans to run the prompt one is on and everything below it again. */
  readonly below: () => unknown;
  /** Asks to run the recipe of the picture one is on again. */
  readonly replay: () => unknown;
  /** Takes the recipe of where one is into the draft. */
  readonly takeRecipe: () => unknown;
  /** Shows archived prompts too, or no longer. */
  readonly archived: () => unknown;
  /** Asks for the section that what is chosen goes into. */
  readonly section: () => unknown;
  /** Writes a note on what one is on. */
  readonly note: () => unknown;
}

const ZOOM_STEP = 1.4;

/** The board under the fingers. A key whose act is not possible says why; the ways out do so themselves. */
export function useBoardKeys(acts: BoardActs, ways: BoardWays): void {
  useKeys("studio", {
    search: ways.search,
    leave: ways.leave,
  });
  const reasons = useReasons(acts);
  const judge = (act: () => void) => unless(reasons.picture, act);
  const choosing = choosingKeys({
    flag: (flag) => judge(() => acts.flag(flag)),
    rate: (rating) => judge(() => acts.rate(rating)),
    colour: (pressed) => {
      const has = acts.variants.map(({ colour }) => colour);
      judge(() => acts.colour(nextColour(pressed, has)));
    },
  });
  const onPrompt = (act: () => void) => () => unless(reasons.prompt, act);
  useKeys("pictures", {
    ...choosing.pictures,
    loupe: ways.look,
    compare: ways.compare,
    promote: ways.promote,
    send: ways.send,
    // On the pictures themselves the surface takes the arrows; from anywhere else they lead there.
    left: ways.enter,
    right: ways.enter,
    up: ways.enter,
    down: ways.enter,
  });
  useKeys("ratings", choosing.ratings);
  useKeys("board", {
    branch: onPrompt(() => acts.branch()),
    vary: onPrompt(() => acts.vary()),
    edit: onPrompt(() => acts.edit()),
    archive: onPrompt(() => acts.archive()),
    write: ways.write,
    replay: ways.replay,
    "use-recipe": ways.takeRecipe,
    fit: ways.fit,
    "zoom-in": () => ways.zoom(ZOOM_STEP),
    "zoom-out": () => ways.zoom(1 / ZOOM_STEP),
    map: ways.map,
    path: ways.path,
    section: ways.section,
    note: ways.note,
  });
}
