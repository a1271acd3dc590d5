import { createStore, type StoreApi } from "zustand";
import { type At, type LookAct, type Looking, look } from "./looking";

/**
 * What changes with every turn of a wheel and every key while pictures are compared. Kept beside React's tree, so that a key renders the two
 * pictures it is about and not the page around them.
 */
export interface Look {
  /** The place that was last gone to, in the order of the pictures; {@link heldPlace} says which picture that is. */
  readonly chosen: number;
  readonly looking: Looking;
  readonly gain: number;
  /** The picture that keys zoom and move; null until one is measured. */
  readonly hand: At | null;
  readonly choose: (place: number) => void;
  readonly setGain: (gain: number) => void;
  readonly setHand: (hand: At) => void;
  readonly onLook: (act: LookAct) => void;
}

export type LookDesk = StoreApi<Look>;

export function createLookDesk(first: Pick<Look, "looking" | "gain">): LookDesk {
  return createStore<Look>()((set) => ({
    chosen: 0,
    looking: first.looking,
    gain: first.gain,
    hand: null,
    choose: (chosen) => set({ chosen }),
    setGain: (gain) => set({ gain }),
    setHand: (hand) => set({ hand }),
    onLook: (act) => set(({ looking }) => ({ looking: look(looking, act) })),
  }));
}
