import type { CSSProperties } from "react";
import { useStore } from "zustand";
import { CHANNEL_MIXES, type Channel } from "@/lib/domain/compare/channels";
import { HEAT_MAP } from "@/lib/domain/compare/difference";
import type { LookDesk } from "./look-desk";

const HEAT_ID = "compare-heat-map";
const idOf = (channel: string) => `compare-channel-${channel}`;
const MIXES = Object.entries(CHANNEL_MIXES);
/** Exactly what is filtered: by default a filter reaches 10 % beyond, all of it opaque here. */
const WHOLE = { x: "0", y: "0", width: "100%", height: "100%" } as const;
const PRIMARIES = ["red", "green", "blue"] as const;
const NOTHING = "0 0 0 0 0";
const OPAQUE = "0 0 0 0 1";

/** A matrix that makes a grey of one row of parts. */
const greyOf = (row: string) => `${row} ${row} ${row} ${OPAQUE}`;

/**
 * What the browser's compositor does to pictures and their difference: once a screen of pixels, not once a picture of them. Must be on the page
 * for `channelFilter` and `heatFilter`.
 */
export function LookFilters({ look }: { look: LookDesk }) {
  const gain = useStore(look, (now) => now.gain);
  return (
    <svg aria-hidden className="pointer-events-none absolute size-0">
      {MIXES.map(([channel, { parts, isLinear }]) => (
        <filter key={channel} id={idOf(channel)} {...WHOLE} colorInterpolationFilters={isLinear ? "linearRGB" : "sRGB"}>
          <feColorMatrix values={greyOf(`${parts.join(" ")} 0`)} />
        </filter>
      ))}
      <filter id={HEAT_ID} {...WHOLE} colorInterpolationFilters="sRGB">
        {PRIMARIES.map((primary, at) => (
          <feColorMatrix
            key={primary}
            in="SourceGraphic"
            result={primary}
            values={greyOf(NOTHING.split(" ").with(at, String(gain)).join(" "))}
          />
        ))}
        <feBlend in="red" in2="green" mode="lighten" result="yellow" />
        <feBlend in="yellow" in2="blue" mode="lighten" />
        <feComponentTransfer>
          <feFuncR type="table" tableValues={HEAT_MAP.map(([red]) => red).join(" ")} />
          <feFuncG type="table" tableValues={HEAT_MAP.map(([, green]) => green).join(" ")} />
          <feFuncB type="table" tableValues={HEAT_MAP.map(([, , blue]) => blue).join(" ")} />
        </feComponentTransfer>
      </filter>
    </svg>
  );
}

const AS_IT_IS: CSSProperties = {};
const FILTERS: Readonly<Record<string, CSSProperties>> = Object.fromEntries(
  MIXES.map(([channel]) => [channel, { filter: `url(#${idOf(channel)})` }]),
);

/** What shows one channel alone: always the same object. */
export function channelFilter(channel: Channel): CSSProperties {
  return FILTERS[channel] ?? AS_IT_IS;
}

export const HEAT_FILTER: CSSProperties = { filter: `url(#${HEAT_ID})` };

/** The heat map's colours as a band, from nothing to the most. */
export const HEAT_BAND: CSSProperties = {
  backgroundImage: `linear-gradient(to right, ${HEAT_MAP.map((heat) => `rgb(${heat.map((part) => Math.round(part * 255)).join(" ")})`).join(", ")})`,
};
