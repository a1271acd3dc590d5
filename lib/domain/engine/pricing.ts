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
 * - `token`: words and pictures that are read and pictures that are made, each at its own price
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
  z.strictObject({
    per: z.literal("token"),
    /** Micro-dollars for a million tokens, as a provider's own list has them. */
    prices: z.strictObject({ text: z.number().min(0), image: z.number().min(0), output: z.number().min(0) }).readonly(),
    /** Tokens of one output. */
    output: z.record(Quality, Between).readonly(),
    /** Tokens of one reference. */
    reference: Between,
    /** What references may take at least at most, however few they are, where a provider says so only of the whole picture. Tokens. */
    referencesMost: z.record(Quality, z.number().min(0)).readonly(),
    /** What of this no document of the provider says, in a sentence; absent where all of it is documented. */
    assumes: z.string().optional(),
  }),
  z.strictObject({ per: z.literal("credit"), micros: MicrosByQuality, credits: z.record(Quality, Between).readonly() }),
]);
export type Pricing = Readonly<z.infer<typeof Pricing>>;

/** What a price depends on. `settings` are complete: every control of the model with its value. */
export interface Priced {
  readonly quality: Quality;
  /** Outputs wanted. */
  readonly count: number;
  readonly settings: Settings;
  /** The words that are sent. */
  readonly text: string;
  /** How many references are sent. */
  readonly references: number;
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

type TokenPricing = Extract<Pricing, { per: "token" }>;

/** The price of a run before it runs: the only place that knows what billing by image, second or token means. */
export function quote(pricing: Pricing, priced: Priced): Estimate {
  if (pricing.per === "token") return quoteOfTokens(pricing, priced);
  const { least, most } = unitsOf(pricing, priced);
  const micros = pricing.micros[priced.quality];
  return { leastMicros: priceOf(least, micros), mostMicros: priceOf(most, micros) };
}

/** How many billed units a run takes. */
function unitsOf(
  pricing: Exclude<Pricing, TokenPricing>,
  { quality, count, settings, width, height }: Priced,
): { least: number; most: number } {
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
    case "credit":
      return times(pricing.credits[quality], count);
    default:
      return pricing satisfies never;
  }
}

/** No token holds more characters than this: the longest of the known vocabularies are runs of so many spaces. */
const LONGEST_TOKEN = 128;
/** Words a provider puts around a prompt and bills with it. Tokens. */
const WORDS_AROUND = 64;

/** A byte may be a token of its own; whether several outputs read the words once or each anew is not said. */
function quoteOfTokens(pricing: TokenPricing, { quality, count, text, references }: Priced): Estimate {
  const { output, reference, referencesMost } = pricing;
  const bytes = new TextEncoder().encode(text).byteLength;
  const readMost = references === 0 ? 0 : Math.max(references * reference.most, referencesMost[quality]);
  const least = { text: text.length / LONGEST_TOKEN, image: references * reference.least, output: output[quality].least * count };
  const most = { text: (bytes + WORDS_AROUND) * count, image: readMost * count, output: output[quality].most * count };
  return { leastMicros: microsOfTokens(pricing.prices, least), mostMicros: microsOfTokens(pricing.prices, most) };
}

/** Tokens by what they are: words read, pictures read, what was made. */
export interface TokenCount {
  readonly text: number;
  readonly image: number;
  readonly output: number;
}

/** What so many tokens cost, rounded up to a whole micro-dollar. */
export function microsOfTokens(prices: TokenPricing["prices"], { text, image, output }: TokenCount): bigint {
  return priceOf(1, (text * prices.text + image * prices.image + output * prices.output) / MILLION);
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

/** What a quote rests on that no document says, in a sentence; null where it rests on documents alone. */
export function assumptionOf(pricing: Pricing, references: number): string | null {
  return pricing.per === "token" && references > 0 ? (pricing.assumes ?? null) : null;
}
