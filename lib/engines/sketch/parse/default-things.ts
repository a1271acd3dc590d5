import type { LatheShape, Material } from "../lexicon/subjects";
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
