import { z } from "zod";
import { MicrosText } from "../../money/micros";
import { ModelChoice } from "../../prompt/recipe";
import { Id, Instant } from "../../wire";
import { Rate } from "../evidence/wilson";
import { Deprecation, LabelName, LibraryHead, PatternName, PatternPicture } from "../view";

/** Pictures a card has: one in front, two beside it, and more for whoever stays on it. */
export const MAX_FACES = 6;

/** Of a template's words a card has at most so many letters. */
export const MAX_CARD_WORDS = 240;

/** What is proven of the version a card stands for. */
export const Standing = z.strictObject({
  /** Null where nothing was judged yet. */
  rate: Rate.nullable(),
  /** One accepted picture; null where none was. */
  acceptedMicros: MicrosText.nullable(),
  /** The model changed since: it says nothing of what the pattern makes today. */
  stale: z.boolean(),
  /** Others judged pictures of a blind trial that whoever looks has not: what they said is left out. */
  hidden: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** A pattern as it is browsed: what it looks like, what it runs on, and how well it holds. */
export const PatternCard = z.strictObject({
  id: Id,
  libraryId: Id,
  libraryName: z.string(),
  name: z.string(),
  slug: z.string(),
  purpose: z.string(),
  tags: z.array(z.string()),
  /** The chosen cover, then what judges passed (a subject each first), then what was picked. At most {@link MAX_FACES}. */
  faces: z.array(PatternPicture),
  versions: z.int(),
  /** Label → number of the version it points to. */
  labels: z.partialRecord(LabelName, z.int()),
  deprecated: Deprecation.nullable(),
  forkedFrom: PatternName.nullable(),
  /** The version the card stands for: in production, else the candidate, else the newest. */
  number: z.int(),
  model: ModelChoice,
  /** How its prompt template begins: what a card without pictures shows. */
  words: z.string(),
  /** Null for a version nobody tried. */
  standing: Standing.nullable(),
  createdAt: Instant,
});
export type PatternCard = z.infer<typeof PatternCard>;

/** A style library as it is browsed: the order of everything on it, and the cards it begins with. */
export const ShelfView = LibraryHead.extend({
  /** Every pattern on it, in the order its curators gave them. */
  order: z.array(Id),
  cards: z.array(PatternCard),
  /** Cursor of the cards after these; null where these are all. */
  next: z.string().nullable(),
});
export type ShelfView = z.infer<typeof ShelfView>;
