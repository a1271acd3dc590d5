"use client";
import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { CATEGORIES } from "@/lib/domain/engine/catalogue-entry";
import { Constraints } from "@/lib/domain/engine/eligibility";
import { USUAL_VOLUME, type Volume } from "@/lib/domain/engine/volume-cost";
import { parseDollars } from "@/lib/domain/money/micros";

/** Where data may be processed, as a lead asks it. */
export const PLACES = ["anywhere", "eu", "own-hardware"] as const;

const SHAPE = {
  category: parseAsStringLiteral(CATEGORIES).withDefault("image.generate"),
  place: parseAsStringLiteral(PLACES).withDefault("anywhere"),
  commercial: parseAsBoolean.withDefault(false),
  unmarked: parseAsBoolean.withDefault(false),
  open: parseAsBoolean.withDefault(false),
  ceiling: parseAsString.withDefault(""),
  wait: parseAsInteger,
  kept: parseAsInteger.withDefault(USUAL_VOLUME.kept),
  variants: parseAsInteger.withDefault(USUAL_VOLUME.variantsEach),
  seconds: parseAsInteger.withDefault(USUAL_VOLUME.secondsEach),
};

/** What is asked of an engine, kept in the address so that a choice can be sent to somebody. */
export function useConstraints() {
  const [asked, ask] = useQueryStates(SHAPE);
  const ceiling = parseDollars(asked.ceiling);
  const constraints = Constraints.parse({
    category: asked.category,
    regions: asked.place === "anywhere" ? [] : [asked.place],
    commercialUse: asked.commercial,
    noWatermark: asked.unmarked,
    openWeights: asked.open,
    ...(ceiling === null ? {} : { mostMicrosEach: Number(ceiling) }),
    ...(asked.wait !== null && asked.wait > 0 ? { mostSeconds: asked.wait } : {}),
  });
  const volume: Volume = {
    ...USUAL_VOLUME,
    kept: within(asked.kept, 1_000_000),
    variantsEach: within(asked.variants, 100),
    secondsEach: within(asked.seconds, 36_000),
  };
  return { asked, ask, constraints, volume };
}

const within = (value: number, most: number) => Math.min(most, Math.max(1, value));
