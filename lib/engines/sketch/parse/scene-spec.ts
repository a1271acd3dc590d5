import type { Light } from "../lexicon/lights";
import type { Looks } from "../lexicon/looks";
import type { Medium } from "../lexicon/media";
import type { Mood } from "../lexicon/moods";
import type { Place } from "../lexicon/places";
import type { Figure, LatheShape, Material } from "../lexicon/subjects";

/** Where the weight of a picture lies. Chosen by seed unless the prompt names a camera; neighbours in this list differ most. */
export const COMPOSITIONS = [
  "thirds-left",
  "wide",
  "symmetric",
  "high-horizon",
  "close-up",
  "thirds-right",
  "low-horizon",
  "diagonal",
] as const;
export type Composition = (typeof COMPOSITIONS)[number];

export type Weather = "fog" | "rain" | "snow" | "wind" | "lightning";
export type Season = "spring" | "summer" | "autumn" | "winter";
export type Camera = "close" | "medium" | "wide" | "low" | "high" | "top";

/** Things a scene paints by itself and a negative prompt can forbid. */
export const FEATURES = [
  "clouds",
  "sun",
  "moon",
  "stars",
  "trees",
  "grass",
  "flowers",
  "mountains",
  "reflection",
  "shadow",
  "waves",
  "windows",
  "planet",
  "label",
  "rays",
  "rocks",
  "plants",
  "bubbles",
  "rug",
  "pictures",
  "buildings",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Trees of a place; `mixed` is what the place has by itself. */
export const WOODS = ["mixed", "pine", "bamboo", "birch", "acacia"] as const;
export type Woods = (typeof WOODS)[number];

export const RELATIONS = [
  "left-of",
  "right-of",
  "on",
  "behind",
  "in-front-of",
  "above",
  "below",
  "inside",
  "between",
  "holding",
  "wearing",
  "among",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Where in the width of the picture something stands. */
export const SIDES = ["left", "middle", "right"] as const;
export type Side = (typeof SIDES)[number];

/** Light from behind: a bright rim around a dark body, or the outline alone. */
export type Backlight = "rim" | "silhouette";

/** Where in the height of the picture letters stand, or on the shirt of somebody. */
export const BANDS = ["top", "middle", "bottom", "chest"] as const;
export type Band = (typeof BANDS)[number];

/** What is written in a picture. */
export interface Inscription {
  /** Lines, separated by line feeds. */
  readonly text: string;
  /** A colour name, or null for one that stands out from what is behind. */
  readonly colour: string | null;
  readonly band: Band;
}

export type SubjectShape =
  | { readonly kind: "icon"; readonly icon: string }
  | { readonly kind: "lathe"; readonly shape: LatheShape; readonly material: Material }
  | { readonly kind: "figure"; readonly figure: Figure; readonly isOld?: true };

/** One of several things of a subject, counted from 0, that an edit made unlike the rest. */
export interface ChangedOne {
  readonly order: number;
  readonly colour?: string;
  /** How much larger than the rest. */
  readonly scale?: number;
  /** How far to the right of where it stood, as a share of the width. */
  readonly shift?: number;
  readonly isGone?: true;
}

export interface Subject {
  /** The word of the prompt. */
  readonly word: string;
  readonly shape: SubjectShape;
  readonly count: number;
  /** A colour name bound to this noun ("red sneaker"), or null for its own colours. */
  readonly colour: string | null;
  /** How a person looks, as far as the words say it. */
  readonly looks?: Looks;
  /** `to` is an earlier subject of the list that stands so to this one: in "a fox behind a tree" the tree holds `behind` the fox. What stands between two is held by both; what lies `among` another thing shares its vessel. */
  readonly relation: { readonly kind: Relation; readonly to: number } | null;
  /** The side of the picture it was asked for on. */
  readonly side?: Side;
  /** In the air over the place, because the words say that it flies. */
  readonly isAloft?: true;
  /** Taken out by an edit: its place stays empty, and nothing else moves. */
  readonly isGone?: true;
  /** What an edit made of single ones of several; the rest stay as they were. */
  readonly changed?: readonly ChangedOne[];
  /** How much larger an edit made it. */
  readonly scale?: number;
  /** Where an edit put its middle, as a share of the width. */
  readonly at?: number;
  /** Brought in by an edit, beside what stood there before. */
  readonly isAdded?: true;
  /** How far an edit moved it to the right, as a share of the width. */
  readonly shift?: number;
}

/** The colour the words give to the ground, the water or the trees of a place. */
export interface PlaceColour {
  readonly place: Place;
  /** A colour name. */
  readonly colour: string;
}

/** What will be painted: plain JSON, stored with every picture, so that two branches can be compared as scenes. */
export interface SceneSpec {
  readonly seed: number;
  readonly places: readonly Place[];
  readonly light: Light;
  readonly medium: Medium;
  readonly composition: Composition;
  readonly camera: Camera;
  readonly season: Season | null;
  readonly weather: readonly Weather[];
  readonly mood: Mood;
  /** Colour names for the scene as a whole, in the order of the prompt. */
  readonly colours: readonly string[];
  /** Colours of places ("a yellow beach"): of its sand and not of its sky. */
  readonly placeColours?: readonly PlaceColour[];
  readonly subjects: readonly Subject[];
  readonly without: readonly Feature[];
  /** Texts in quotation marks, drawn as lettering. */
  readonly lettering: readonly Inscription[];
  /** What grows where the place grows trees. */
  readonly woods: Woods;
  /** Style of an abstract picture. */
  readonly abstractStyle: "geometric" | "fluid";
  readonly hasPodium: boolean;
  /** The ground rises to a hill on which the things stand. */
  readonly hasHill?: true;
  /** Light that comes from behind the things. */
  readonly backlight?: Backlight;
}

/** A parsed prompt: the scene, and what became of each word. */
export interface ParsedPrompt {
  readonly spec: SceneSpec;
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
}
