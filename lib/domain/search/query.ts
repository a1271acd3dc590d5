import type { Colour, Flag } from "../selection/flags";

/** What a person looks for among prompts, variants and assets, as read from the search box. */
export type Query =
  | { readonly kind: "everything" }
  | { readonly kind: "and" | "or"; readonly of: readonly Query[] }
  | { readonly kind: "not"; readonly of: Query }
  | Term;

export type Comparison = "<" | "<=" | "=" | ">=" | ">";

/** One condition. Texts are normalised with `searchable`. */
export type Term =
  /** The prompt's words, negative words, file name: contains. */
  | { readonly kind: "words"; readonly text: string }
  /** The engine's or the model's name: contains. */
  | { readonly kind: "engine"; readonly text: string }
  /** The person who ran or uploaded it: contains. */
  | { readonly kind: "by"; readonly text: string }
  | { readonly kind: "flag"; readonly flag: Flag }
  | { readonly kind: "rating"; readonly is: Comparison; readonly stars: number }
  | { readonly kind: "colour"; readonly colour: Colour }
  /** What it cost, in micro-dollars. */
  | { readonly kind: "cost"; readonly is: Comparison; readonly micros: bigint }
  /** Made at this instant or later (`>=`), or before it (`<`). Milliseconds since the epoch. */
  | { readonly kind: "made"; readonly is: "<" | ">="; readonly at: number }
  | { readonly kind: "is"; readonly what: What };

/** What a thing can be, beside its flag. */
export const WHATS = ["image", "video", "draft", "final", "upload", "output"] as const;
export type What = (typeof WHATS)[number];

/** One thing that can be looked for. */
export interface Row {
  /** Everything in words about it; need not be normalised. */
  readonly words: string;
  readonly engine: string;
  readonly by: string;
  readonly flag: Flag;
  /** 0–5. */
  readonly rating: number;
  readonly colour: Colour;
  readonly costMicros: bigint;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  readonly is: ReadonlySet<What>;
}

/** Texts are compared without case, width or accents typed in another way: "Ｃafé" finds "café". */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
