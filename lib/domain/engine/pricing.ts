import { z } from "zod";
import { Quality } from "../prompt/recipe";
import { ControlKey, type Settings } from "./control";

/** Micro-dollars (1 USD = 1,000,000) at each quality. */
const MicrosByQuality = z.record(Quality, z.int().min(0)).readonly();
/** An amount that is known only within limits before the work is done. */
const Between = z.strictObject({ least: z.number().min(0), most: z.number().min(0) }).readonly();

/**
 * How a provider bills a model. `micros` is the price of one unit:
 * - `image`: a picture. `request`: a run, however many pictures it makes. `session`: a live session
 * - `second`: a second of each video, its length read from a setting
 * - `megapixel`: a million pixels of each picture; `rounding: "up"` where the provider counts whole ones
 * - `token`: a million tokens; how many a picture takes is an estimate
 * - `credit`: a credit; how many an output takes, a provider may only say within limits
 */
export const Pricing = z.discriminatedUnion("per", [
  z.strictObject({ per: z.literal("image"), micros: MicrosByQuality }),
  z.strictObject({ per: z.literal("request"), micros: MicrosByQuality }),
  z.strictObject({ per: z.literal("session"), micros: MicrosByQuality }),
  z.strictObject({
    per: z.literal("second"),
    micros: MicrosByQuality,
    /** The key of the setting that holds the length in seconds; null when it cannot be chosen. */
    setting: ControlKey.nullable(),
    /** Length where the setting does not say a number. */
    seconds: Between,
  }),
  z.strictObject({ per: z.literal("megapixel"), micros: MicrosByQuality, rounding: z.enum(["exact", "up"]) }),
  z.strictObject({ per: z.literal("token"), micros: MicrosByQuality, tokens: z.record(Quality, Between).readonly() }),
  z.strictObject({ per: z.literal("credit"), micros: MicrosByQuality, credits: z.record(Quality, Between).readonly() }),
]);
export type Pricing = Readonly<z.infer<typeof Pricing>>;

/** What a price depends on. `settings` are complete: every control of the model with its value. */
export interface Priced {
  readonly quality: Quality;
  /** Outputs wanted. */
  readonly count: number;
  readonly settings: Settings;
  /** Pixels of one output. */
  readonly width: number;
  readonly height: number;
}

/** Micro-dollars. `most` is what is held; `least` equals it where the price is fixed. */
export interface Estimate {
  readonly leastMicros: bigint;
  readonly mostMicros: bigint;
}

const MILLION = 1_000_000;

/** The price of a run before it runs: the only place that knows what billing by image, second or token means. */
export function quote(pricing: Pricing, priced: Priced): Estimate {
  const { least, most } = unitsOf(pricing, priced);
  const micros = pricing.micros[priced.quality];
  return { leastMicros: priceOf(least, micros), mostMicros: priceOf(most, micros) };
}

/** How many billed units a run takes. */
function unitsOf(pricing: Pricing, { quality, count, settings, width, height }: Priced): { least: number; most: number } {
  switch (pricing.per) {
    case "image":
      return { least: count, most: count };
    case "request":
    case "session":
      return { least: 1, most: 1 };
    case "second":
      return times(secondsOf(pricing.setting === null ? undefined : settings[pricing.setting]) ?? pricing.seconds, count);
    case "megapixel": {
      const exact = (width * height) / MILLION;
      const counted = pricing.rounding === "up" ? Math.ceil(exact) : exact;
      return { least: counted * count, most: counted * count };
    }
    case "token":
      return times(pricing.tokens[quality], count / MILLION);
    case "credit":
      return times(pricing.credits[quality], count);
    default:
      return pricing satisfies never;
  }
}

const times = ({ least, most }: { readonly least: number; readonly most: number }, factor: number) => ({
  least: least * factor,
  most: most * factor,
});

/** A length as a setting holds it: a number, or a choice like "5" or "5s". */
function secondsOf(setting: Settings[string] | undefined): { least: number; most: number } | null {
  const seconds = typeof setting === "number" ? setting : typeof setting === "string" ? Number.parseFloat(setting) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? { least: seconds, most: seconds } : null;
}

/** Rounded up to a whole micro-dollar: a hold is never smaller than the price. The tolerance forgives binary fractions. */
function priceOf(units: number, micros: number): bigint {
  return BigInt(Math.ceil(units * micros - 1e-6));
}
