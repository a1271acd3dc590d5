"use client";
import { nextColour } from "@/components/ui/colours";
import { unless } from "@/components/ui/unless";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { AssetFilter } from "@/lib/domain/asset/filter";
import type { Choice } from "@/lib/domain/selection/flags";
import { type GalleryActs, whyNotSend } from "./use-gallery-acts";

export const NOT_CHOSEN = "Deleted files are not chosen. Bring them back first.";

export interface GalleryWays {
  readonly choose: (choice: Choice) => void;
  readonly search: () => unknown;
  readonly leave: () => unknown;
  /** The file one is on alone, large. */
  readonly look: () => unknown;
  /** Puts the keyboard on the files. */
  readonly enter: () => unknown;
  readonly selectAll: () => unknown;
  readonly collect: () => unknown;
  readonly remove: () => unknown;
  readonly openStack: () => unknown;
  /** From grid to list and back. */
  readonly turn: () => unknown;
  /** Asks what is to be sent to review, and how. */
  readonly send: () => unknown;
  readonly compare: () => unknown;
}

/** The gallery under the fingers: the same keys for the same acts as on a board. A key whose act is not possible says why. */
export function useGalleryKeys(acts: GalleryActs, filter: AssetFilter, ways: GalleryWays): void {
  const nothing = acts.target === null ? "Select a file first." : null;
  const noChoice = nothing ?? (filter.deleted ? NOT_CHOSEN : null);
  const notFolded = filter.stacks === "open" || filter.stackId !== undefined ? "Every stack lies open here already." : null;
  const noStack = acts.rows.some(({ stackId }) => stackId !== null) ? null : "This file lies in no stack.";
  const choose = (choice: Choice) => unless(noChoice, () => ways.choose(choice));
  const choosing = choosingKeys({
    flag: (flag) => choose({ flag }),
    rate: (rating) => choose({ rating }),
    colour: (pressed) => {
      const has = acts.rows.map(({ colour }) => colour);
      choose({ colour: nextColour(pressed, has) });
    },
  });
  useKeys("studio", {
    search: ways.search,
    leave: ways.leave,
  });
  useKeys("pictures", {
    ...choosing.pictures,
    loupe: ways.look,
    send: () => unless(noChoice ?? whyNotSend(acts), ways.send),
    compare: () => unless(noChoice, ways.compare),
    // On the files themselves the gallery takes the arrows; from anywhere else they lead there.
    left: ways.enter,
    right: ways.enter,
    up: ways.enter,
    down: ways.enter,
  });
  useKeys("ratings", choosing.ratings);
  useKeys("gallery", {
    "select-all": ways.selectAll,
    stack: () => unless(acts.target?.assetIds && acts.count > 1 ? null : "Select two files or more to stack.", acts.stack),
    unstack: () => unless(noStack, acts.unstack),
    cover: () => unless(noStack, acts.cover),
    "open-stack": () => unless(notFolded ?? noStack, ways.openStack),
    collect: () => unless(nothing, ways.collect),
    "grid-or-list": ways.turn,
    "take-out": () =>
      unless(filter.collectionId === undefined ? "Go into a collection first." : nothing, () => acts.takeOut(filter.collectionId ?? "")),
    download: () => unless(noChoice, () => acts.download("with")),
    "delete-files": () => unless(filter.deleted ? "These files are deleted already." : nothing, ways.remove),
    "restore-files": () =>
      unless(filter.deleted ? nothing : "Only deleted files are brought back: look at them with Deleted.", acts.bringBack),
  });
}
