"use client";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useReducer, useState } from "react";
import { CHANNELS, type Channel } from "@/lib/domain/compare/channels";
import { FIRST_GAIN } from "@/lib/domain/compare/difference";
import { COMPARE_MODES, type CompareMode } from "@/lib/domain/compare/modes";
import { LOOKING_AT_ALL, type LookAct, type Looking, look } from "./looking";

/** How pictures are compared: what a link carries, and what only a saved comparison does. */
export interface CompareView {
  readonly mode: CompareMode;
  readonly channel: Channel;
  /** The picture that stays while the others are gone through; null when none does. */
  readonly pinnedId: string | null;
  readonly gain: number;
  readonly looking: Looking;
}

export interface CompareDesk extends CompareView {
  setMode(mode: CompareMode): void;
  setChannel(channel: Channel): void;
  setPinnedId(id: string | null): void;
  setGain(gain: number): void;
  onLook(act: LookAct): void;
}

const FIRST_VIEW: CompareView = { mode: "side-by-side", channel: "all", pinnedId: null, gain: FIRST_GAIN, looking: LOOKING_AT_ALL };

/** The view of one compare page. `beginning` is where it starts; what the address says goes before it. */
export function useCompareDesk(beginning: CompareView = FIRST_VIEW): CompareDesk {
  // What somebody else saves meanwhile does not move what is looked at here.
  const [first] = useState(beginning);
  const [mode, setMode] = useQueryState("mode", parseAsStringLiteral(COMPARE_MODES).withDefault(first.mode));
  const [channel, setChannel] = useQueryState("channel", parseAsStringLiteral(CHANNELS).withDefault(first.channel));
  const [pin, setPin] = useQueryState("pin", parseAsString.withDefault(first.pinnedId ?? ""));
  const [gain, setGain] = useState(first.gain);
  const [looking, onLook] = useReducer(look, first.looking);
  return {
    mode,
    channel,
    pinnedId: pin === "" ? null : pin,
    gain,
    looking,
    setMode: (next) => void setMode(next),
    setChannel: (next) => void setChannel(next),
    setPinnedId: (id) => void setPin(id ?? ""),
    setGain,
    onLook,
  };
}
