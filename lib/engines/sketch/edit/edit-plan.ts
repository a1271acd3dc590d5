import type { Light } from "../lexicon/lights";
import type { Looks } from "../lexicon/looks";
import type { Medium } from "../lexicon/media";
import type { Mood } from "../lexicon/moods";
import type { Relation, Season, Subject, Weather } from "../parse/scene-spec";

/** Parts of a picture that can be named without knowing what it shows. */
export const REGIONS = ["sky", "background", "ground", "water", "everything"] as const;
export type Region = (typeof REGIONS)[number];

/** What an instruction is about: a part, a thing by its word, or whatever has a colour ("the red car"). */
export interface Target {
  readonly region: Region | null;
  /** The singular noun of a thing, or null. */
  readonly word: string | null;
  /** A colour name that tells the thing from others, or null. */
  readonly colour: string | null;
  /** How many of them; all where it is not said, one where `which` is. */
  readonly count?: number;
  readonly which?: Which;
}

/** What tells one of several from the rest, by how it is seen. */
export type Which = "left" | "right" | "middle" | "largest" | "smallest" | "nearest" | "farthest" | "every-other";

/** The thing of the picture that a new one stands by: "a hat on the car". */
export interface Anchor {
  readonly word: string;
  readonly kind: Relation;
}

/**
 * `add` is plain when only the thing was named ("two cars"): where the picture holds it, its number changes. `shift` is a share of
 * the width, to the right. `look` changes how a person looks; its target holds the word of the part, and the colour it takes. `recolour` is alone where something else was said to stay: then nothing around it takes on the colour.
 */
export type EditStep =
  | { readonly kind: "light"; readonly light: Light }
  | { readonly kind: "medium"; readonly medium: Medium }
  | { readonly kind: "weather"; readonly weather: Weather }
  | { readonly kind: "season"; readonly season: Season }
  | { readonly kind: "mood"; readonly mood: Mood }
  | { readonly kind: "remove"; readonly target: Target }
  | { readonly kind: "replace"; readonly target: Target; readonly subject: Subject }
  | { readonly kind: "scale"; readonly target: Target; readonly factor: number }
  | { readonly kind: "recolour"; readonly target: Target; readonly colour: string; readonly isAlone?: true }
  | { readonly kind: "look"; readonly target: Target; readonly looks: Looks; readonly colour: string | null }
  | { readonly kind: "add"; readonly subject: Subject; readonly anchor: Anchor | null; readonly isPlain: boolean }
  | { readonly kind: "move"; readonly target: Target; readonly shift: number }
  | { readonly kind: "fill" }
  | { readonly kind: "remove-background" }
  | { readonly kind: "extend" }
  | { readonly kind: "enlarge" };

/** An instruction as steps in the order in which they are done, and what became of each word. Plain JSON. */
export interface EditPlan {
  readonly steps: readonly EditStep[];
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
  /** Why the instruction cannot be followed, as a sentence, or null. */
  readonly refusal: string | null;
}
