"use client";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useCallback, useMemo, useState } from "react";
import { useStore } from "zustand";
import { CHANNELS, type Channel } from "@/lib/domain/compare/channels";
import { FIRST_GAIN } from "@/lib/domain/compare/difference";
import { COMPARE_MODES, type CompareMode } from "@/lib/domain/compare/modes";
import { heldPlace } from "@/lib/domain/compare/pinned";
import { createLookDesk, type LookDesk } from "./look-desk";
import { LOOKING_AT_ALL, type Looking } from "./looking";

/** How pictures are compared: what a link carries, and what only a saved comparison does. */
export interface CompareView {
  readonly mode: CompareMode;
  readonly channel: Channel;
  /** The picture that stays while the others are gone through; null when none does. */
  readonly pinnedId: string | null;
  readonly gain: number;
  readonly looking: Looking;
}

/** What the address says, and the desk for what changes too often to stand there. The same object for as long as the address is. */
export interface CompareDesk extends Pick<CompareView, "mode" | "channel" | "pinnedId"> {
  readonly look: LookDesk;
  setMode(mode: CompareMode): void;
  setChannel(channel: Channel): void;
  setPinnedId(id: string | null): void;
  /** All of it as it is this moment, to be kept. */
  now(): CompareView;
}

const FIRST_VIEW: CompareView = { mode: "side-by-side", channel: "all", pinnedId: null, gain: FIRST_GAIN, looking: LOOKING_AT_ALL };

/** The view of one compare page. `beginning` is where it starts; what the address says goes before it. */
export function useCompareDesk(beginning: CompareView = FIRST_VIEW): CompareDesk {
  // What somebody else saves meanwhile does not move what is looked at here.
  const [first] = useState(beginning);
  const [look] = useState(() => createLookDesk(first));
  const [mode, setMode] = useQueryState("mode", parseAsStringLiteral(COMPARE_MODES).withDefault(first.mode));
  const [channel, setChannel] = useQueryState("channel", parseAsStringLiteral(CHANNELS).withDefault(first.channel));
  const [pin, setPin] = useQueryState("pin", parseAsString.withDefault(first.pinnedId ?? ""));
  return useMemo(() => {
    const pinnedId = pin === "" ? null : pin;
    return {
      mode,
      channel,
      pinnedId,
      look,
      setMode: (next) => void setMode(next),
      setChannel: (next) => void setChannel(next),
      setPinnedId: (id) => void setPin(id ?? ""),
      now: () => {
        const { gain, looking } = look.getState();
        return { mode, channel, pinnedId, gain, looking };
      },
    };
  }, [mode, channel, pin, look, setMode, setChannel, setPin]);
}

/** The place of the picture that keys act on, as it is this moment: never the pinned one's. */
export function placeNow({ look, pinnedId }: Pick<CompareDesk, "look" | "pinnedId">, pictures: readonly { readonly id: string }[]): number {
  return placeOf(look.getState().chosen, pinnedId, pictures);
}

/** The same, rendered anew when it changes. */
export function usePlace({ look, pinnedId }: Pick<CompareDesk, "look" | "pinnedId">, pictures: readonly { readonly id: string }[]): number {
  return useStore(
    look,
    useCallback(({ chosen }) => placeOf(chosen, pinnedId, pictures), [pinnedId, pictures]),
  );
}

function placeOf(chosen: number, pinnedId: string | null, pictures: readonly { readonly id: string }[]): number {
  const pinned = pictures.findIndex(({ id }) => id === pinnedId);
  return heldPlace(chosen, pictures.length, pinned < 0 ? null : pinned);
}
