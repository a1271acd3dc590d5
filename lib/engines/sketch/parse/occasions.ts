import type { Place } from "../lexicon/places";
import type { Forbidden } from "./negative";
import { ON_TABLE } from "./place-of-things";
import type { Reading } from "./reading";
import type { Subject } from "./scene-spec";

/** Word, drawing and count of a thing. */
type Laid = readonly [word: string, icon: string, count: number];

interface Occasion {
  /** In the words of the prompt, one space between them. */
  readonly said: RegExp;
  readonly things: readonly [Laid, ...Laid[]];
  /** Brings its things only where no other was named: a cat on a desk is alone there. */
  readonly isOfBare?: true;
}

const PICNIC = /\bpicnics?\b/;

/** Meals and desks: what is on them goes without saying. */
const OCCASIONS: readonly Occasion[] = [
  {
    said: PICNIC,
    things: [
      ["basket", "basket", 1],
      ["watermelon", "watermelon", 1],
      ["apple", "red-apple", 2],
      ["sandwich", "sandwich", 1],
    ],
  },
  {
    said: /\b(?:breakfast|brunch)\b/,
    things: [
      ["pancakes", "pancakes", 1],
      ["coffee", "hot-beverage", 1],
      ["juice", "tumbler", 1],
      ["croissant", "croissant", 1],
    ],
  },
  {
    said: /\blunch\b/,
    things: [
      ["soup", "served-bowl", 1],
      ["sandwich", "sandwich", 1],
      ["juice", "tumbler", 1],
    ],
  },
  {
    said: /\b(?:dinner|supper|banquet|feast)\b/,
    things: [
      ["spaghetti", "served-plate", 1],
      ["wine glass", "wine-glass", 2],
      ["candle", "candle", 1],
      ["bread", "bread", 1],
    ],
  },
  {
    said: /\b(?:tea (?:party|time|table|set)|(?:afternoon|high|cream) tea|teatime)\b/,
    things: [
      ["teapot", "teapot", 1],
      ["tea", "teacup-without-handle", 2],
      ["cake", "shortcake", 1],
      ["cookie", "cookie", 2],
    ],
  },
  {
    said: /\bdesserts? (?:table|buffet|spread|bar|trolley)\b/,
    things: [
      ["cake", "shortcake", 1],
      ["doughnut", "doughnut", 2],
      ["cupcake", "cupcake", 2],
    ],
  },
  {
    said: /\b(?:desks?|workspaces?)\b/,
    isOfBare: true,
    things: [
      ["laptop", "laptop", 1],
      ["lamp", "table-lamp", 1],
      ["books", "books", 1],
    ],
  },
];

/** More kinds than this are not told apart in one picture. */
const MOST_KINDS = 4;

/** Where neither a table nor a blanket can be put down. */
const NO_FLOOR: ReadonlySet<Place> = new Set(["space", "underwater", "sea", "lake", "abstract", "portrait"]);

/** The things of a scene and those of the meal or the desk that the words speak of: on the table of a still life, elsewhere on a table or a blanket of their own. */
export function withOccasion(things: readonly Subject[], reading: Reading, place: Place, forbidden: Forbidden): readonly Subject[] {
  const said = reading.words.join(" ");
  const occasion = OCCASIONS.find((one) => one.said.test(said));
  const isStill = place === "table" || place === "studio";
  if (NO_FLOOR.has(place)) return things;
  const isBare = reading.subjects.length === 0;
  const laid = occasion === undefined || (occasion.isOfBare && !isBare) ? [] : occasion.things.filter(([word]) => !forbidden.forbids(word));
  const missing = laid.filter(([, icon]) => !things.some(({ shape }) => shape.kind === "icon" && shape.icon === icon));
  if (isStill) return [...things, ...missing.map(thingOf)].slice(0, Math.max(MOST_KINDS, things.length));
  const isPicnic = occasion !== undefined && PICNIC.test(said);
  const under = isPicnic ? BLANKET : TABLE;
  const isUnder = things.some(({ shape }) => shape.kind === "icon" && shape.icon === under[1]);
  const wantsTable = reading.places.includes("table") || occasion !== undefined;
  if (!wantsTable || isUnder || things.length >= MOST_KINDS || forbidden.forbids(under[0])) return things;
  // "An apple on a table in a kitchen": the apple is on it.
  const first = things.findIndex(({ shape, relation }) => relation === null && shape.kind === "icon" && ON_TABLE.test(shape.icon));
  const room = MOST_KINDS - things.length - 1;
  const all = [...things, ...missing.slice(0, Math.max(0, room)).map(thingOf)];
  const head = first >= 0 ? first : all.length > things.length ? things.length : -1;
  for (let k = things.length; k < all.length; k++) {
    const thing = all[k];
    if (k !== head && thing !== undefined) all[k] = { ...thing, relation: { kind: "among", to: head } };
  }
  return [...all, { ...thingOf(under), relation: head < 0 ? null : { kind: "on", to: head } }];
}

const TABLE: Laid = ["table", "table", 1];
const BLANKET: Laid = ["picnic blanket", "picnic-blanket", 1];

function thingOf([word, icon, count]: Laid): Subject {
  return { word, shape: { kind: "icon", icon }, count, colour: null, relation: null };
}

/** Whether nothing of a meal or a table that the words name is seen in the scene. */
export function isTableUnseen(subjects: readonly Subject[], places: readonly Place[]): boolean {
  const isSeen = subjects.some(({ shape }) => shape.kind === "icon" && /^(?:table|picnic-blanket)$/.test(shape.icon));
  return places[0] !== "table" && !isSeen;
}
