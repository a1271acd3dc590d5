import { z } from "zod";
import type { BilledPer, CatalogueEntry, ListedPrice } from "./catalogue-entry";

/** How much of something one wants made. */
export const Volume = z.strictObject({
  /** Pictures, clips, sessions or answers one keeps in the end. */
  kept: z.int().min(1).max(1_000_000),
  /** Variants made for each that is kept: choosing costs the ones not chosen. */
  variantsEach: z.int().min(1).max(100),
  /** Length of a clip or session, in seconds. */
  secondsEach: z.number().positive().max(36_000),
  /** Size of a picture, in millions of pixels. */
  megapixelsEach: z.number().positive().max(1_000),
  /** Tokens of a question and its answer together. */
  tokensEach: z.int().min(1).max(10_000_000),
});
export type Volume = z.infer<typeof Volume>;

export const USUAL_VOLUME: Volume = { kept: 100, variantsEach: 4, secondsEach: 5, megapixelsEach: 1, tokensEach: 2_000 };

export interface CostRange {
  readonly leastMicros: bigint;
  readonly mostMicros: bigint;
}

/**
 * How many billed units one output is; null when that cannot be known in advance. Credits differ from provider to provider, and
 * no source says whether a video's pixels are counted once or in every frame.
 */
function unitsOf(per: BilledPer, volume: Volume, gives: CatalogueEntry["gives"]): number | null {
  const isStill = gives === "image";
  switch (per) {
    case "image":
      return isStill ? 1 : null;
    case "request":
    case "session":
      return 1;
    case "second":
      return isStill ? null : volume.secondsEach;
    case "hour":
      // A begun minute is billed whole.
      return Math.ceil(volume.secondsEach / 60) / 60;
    case "megapixel":
      return isStill ? volume.megapixelsEach : null;
    case "million-tokens":
      return gives === "text" ? volume.tokensEach / 1_000_000 : null;
    case "credit":
      return null;
    default:
      return per satisfies never;
  }
}

function times(micros: number, units: number, made: number): bigint {
  // Rounded up to whole micro-dollars once, at the end: a quote never promises less than it costs.
  return BigInt(Math.ceil(micros * units * made));
}

function rangeOf(prices: readonly ListedPrice[], cost: (price: ListedPrice, side: "leastMicros" | "mostMicros") => bigint | null) {
  const least = prices.map((price) => cost(price, "leastMicros"));
  const most = prices.map((price) => cost(price, "mostMicros"));
  const all = [...least, ...most].filter((micros) => micros !== null);
  if (all.length === 0) return null;
  return {
    leastMicros: all.reduce((best, micros) => (micros < best ? micros : best)),
    mostMicros: all.reduce((worst, micros) => (micros > worst ? micros : worst)),
  };
}

/** What a volume costs with a system by its listed prices, from its cheapest to its dearest; null when it cannot be worked out. */
export function costOfVolume(entry: Pick<CatalogueEntry, "prices" | "gives">, volume: Volume): CostRange | null {
  const made = volume.kept * volume.variantsEach;
  const listed = entry.prices.value ?? [];
  // Where a conversation is billed by its length, a price for each is what it costs to begin, and comes on top.
  const isByLength = entry.gives === "live-session" && listed.some(({ per }) => per === "hour");
  const [begin, rest] = [
    listed.filter(({ per }) => isByLength && per === "session"),
    listed.filter(({ per }) => !isByLength || per !== "session"),
  ];
  const cost = (price: ListedPrice, side: "leastMicros" | "mostMicros") => {
    const units = unitsOf(price.per, volume, entry.gives);
    return units === null ? null : times(price[side], units, made);
  };
  const [beginning, lasting] = [rangeOf(begin, cost), rangeOf(rest, cost)];
  if (!beginning || !lasting) return lasting;
  return { leastMicros: beginning.leastMicros + lasting.leastMicros, mostMicros: beginning.mostMicros + lasting.mostMicros };
}

/** Price of one output of that volume's size; what a price ceiling is held against. */
export function costOfOne(entry: Pick<CatalogueEntry, "prices" | "gives">, volume: Volume): CostRange | null {
  return costOfVolume(entry, { ...volume, kept: 1, variantsEach: 1 });
}
