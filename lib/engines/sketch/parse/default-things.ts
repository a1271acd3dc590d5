import type { Place } from "../lexicon/places";
import type { LatheShape, Material } from "../lexicon/subjects";
import type { Forbidden } from "./negative";
import type { Reading } from "./reading";
import type { Subject } from "./scene-spec";

/** The things of the words, and what goes without saying: a product shot shows a product, a still life things on a table. */
export function thingsOfReading(reading: Reading, seed: number): readonly Subject[] {
  const { subjects, words } = reading;
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const isStillLife = has(/^still$/) && has(/^life$/);
  if (isStillLife && subjects.length <= 1) return stillLife(subjects[0] ?? null);
  if (subjects.length > 0 || !has(/^(product|packshot|packaging|merchandise)s?$/)) return subjects;
  const shapes: readonly [LatheShape, Material][] = [
    ["bottle", "glass"],
    ["jar", "ceramic"],
    ["bottle", "gloss"],
  ];
  const [shape, material] = shapes[seed % shapes.length] ?? ["bottle", "glass"];
  return [turned("product", shape, material)];
}

interface Furnished {
  readonly said: RegExp;
  readonly place: Place;
  /** Drawing and count of what stands there. */
  readonly things: readonly (readonly [word: string, icon: string, count: number])[];
}

/** What belongs to a room or a shore by its name. */
const FURNISHED: readonly Furnished[] = [
  {
    said: /^kitchens?$/,
    place: "interior",
    things: [
      ["stove", "stove", 1],
      ["fridge", "fridge", 1],
    ],
  },
  { said: /^bedrooms?$/, place: "interior", things: [["bed", "bed", 1]] },
  {
    said: /^(?:cafes?|restaurants?)$/,
    place: "interior",
    things: [
      ["chair", "chair", 2],
      ["table", "table", 1],
    ],
  },
  { said: /^(?:library|libraries)$/, place: "interior", things: [["bookshelf", "bookshelf", 2]] },
  {
    said: /^offices?$/,
    place: "interior",
    things: [
      ["computer", "desktop-computer", 1],
      ["table", "table", 1],
    ],
  },
  { said: /^(?:lounge|parlour)s?$/, place: "interior", things: [["armchair", "armchair", 1]] },
  {
    said: /^harbou?rs?$/,
    place: "sea",
    things: [
      ["sailboat", "sailboat", 2],
      ["pier", "pier", 1],
    ],
  },
];

/** What may stand on what. */
const ON_TOP: ReadonlySet<string> = new Set(["desktop-computer"]);

/** More kinds than this are not told apart in one picture. */
const MOST_KINDS = 4;

/** The things of the words, and those that a kitchen or a harbour has without being told, as far as there is room. */
export function withFurniture({ subjects, words }: Reading, place: Place, forbidden: Forbidden): readonly Subject[] {
  const things = [...subjects];
  for (const { said, place: where, things: own } of FURNISHED) {
    if (where !== place || !words.some((word) => said.test(word))) continue;
    for (const [word, icon, count] of own) {
      const isThere = things.some(({ shape }) => shape.kind === "icon" && shape.icon === icon);
      if (isThere || things.length >= MOST_KINDS || forbidden.forbids(word)) continue;
      const last = things.length - 1;
      const carried = things[last];
      const isUnder = icon === "table" && carried?.shape.kind === "icon" && ON_TOP.has(carried.shape.icon);
      things.push({ word, shape: { kind: "icon", icon }, count, colour: null, relation: isUnder ? { kind: "on", to: last } : null });
    }
  }
  return things;
}

/** A jug, and beside it a bowl with what was named in it, apples where nothing was. What shares a bowl stands together. */
function stillLife(named: Subject | null): readonly Subject[] {
  if (named !== null && named.shape.kind !== "icon") return [turned("jug", "vase", "ceramic"), apples(1), named];
  const fruit = named === null ? apples(3) : { ...named, count: Math.max(3, named.count) };
  return [turned("jug", "vase", "ceramic"), fruit, { ...turned("bowl", "bowl", "ceramic"), relation: { kind: "inside", to: 1 } }];
}

function apples(count: number): Subject {
  return { word: "apple", shape: { kind: "icon", icon: "red-apple" }, count, colour: null, relation: null };
}

function turned(word: string, shape: LatheShape, material: Material): Subject {
  return { word, shape: { kind: "lathe", shape, material }, count: 1, colour: null, relation: null };
}
