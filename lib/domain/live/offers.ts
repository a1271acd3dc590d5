import { z } from "zod";
import { Instant } from "../wire";

/** An avatar, a voice or a context to choose, as its engine names it. */
export const LiveOffer = z.strictObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  note: z.string().max(200).nullable(),
  /** A small picture as a `data:` address; null where there is none. */
  picture: z.string().max(20_000).nullable(),
});
export type LiveOffer = z.infer<typeof LiveOffer>;

export const LiveOffers = z.strictObject({
  avatars: z.array(LiveOffer).default([]),
  voices: z.array(LiveOffer).default([]),
  contexts: z.array(LiveOffer).default([]),
});
export type LiveOffers = z.infer<typeof LiveOffers>;

/** So many of a kind are kept, and so many avatars with their picture. */
export const MOST_OFFERS = 100;
export const MOST_PICTURES = 48;

/** What an engine has to choose from, as it was read there last. */
export const LiveOffersView = z
  .strictObject({
    offers: LiveOffers,
    /** Why it could not be read the last time, in a sentence. */
    problem: z.string().nullable(),
    /** Null: never yet. */
    readAt: Instant.nullable(),
    isReading: z.boolean(),
    /** Whether it is time to read it again. */
    isStale: z.boolean(),
  })
  .meta({ description: "What a live engine has to choose from: avatars, voices and contexts." });
export type LiveOffersView = z.infer<typeof LiveOffersView>;

/** A day: avatars come and go slowly. Milliseconds. */
const STALE_AFTER_MS = 24 * 3_600_000;
/** A reading that did not end by then was lost. Milliseconds. */
const READING_MS = 60_000;
/** Nobody reads more often than this, however often it is pressed. Milliseconds. */
const READ_AGAIN_AFTER_MS = 10_000;

/** When it was asked for and read; null: never. */
export interface OffersTimes {
  readonly askedAt: Date | null;
  readonly readAt: Date | null;
}

export function offersStanding({ askedAt, readAt }: OffersTimes, now: Date): { readonly isReading: boolean; readonly isStale: boolean } {
  const since = (from: Date | null) => (from === null ? Number.POSITIVE_INFINITY : now.getTime() - from.getTime());
  const isReading = askedAt !== null && (readAt === null || askedAt > readAt) && since(askedAt) < READING_MS;
  return { isReading, isStale: !isReading && since(readAt) >= STALE_AFTER_MS };
}

/** Whether a reading that is asked for now is worth one. */
export const mayReadAgain = ({ askedAt }: OffersTimes, now: Date): boolean =>
  askedAt === null || now.getTime() - askedAt.getTime() >= READ_AGAIN_AFTER_MS;
