import { iconOf } from "../lexicon/nouns";
import { type Place, placeOf } from "../lexicon/places";
import { figureOf, isHeadwear, type LatheShape, latheShapeOf, type Material, MOST_DRAWN } from "../lexicon/subjects";
import type { Forbidden } from "./negative";
import type { Reading } from "./reading";
import type { Relation, Subject, SubjectShape } from "./scene-spec";
import { singular } from "./tokens";

/** More kinds of things than this cannot be told apart in one picture. */
const MAX_SUBJECTS = 5;

/** A plural without a number: "balloons". */
const PLURAL_COUNT = 3;

/** Relations worth a word in the report; "on" and "over" are in every second sentence. */
const TOLD_RELATIONS =
  /^(?:under|beneath|underneath|below|behind|above|left of|right of|front of|on top|holding|holds|carrying|wearing|wears)$/;

/** One thing with a plural name: two of them are not a pair. */
export const ONE_OF_TWO =
  /^(?:headphones?|glasses|sunglasses|spectacles|goggles|binoculars|scissors|jeans|trousers|pants|shorts|gloves|socks|skis)s?$/;

/** A scene while its words are read: where the reading head stands, and what waits for the thing it belongs to. */
export class Draft {
  readonly understood: string[] = [];
  readonly ignored: string[] = [];
  readonly reading: Reading;
  position = 0;
  /** A number that still looks for its thing. */
  pendingCount: { readonly word: string; readonly count: number } | null = null;
  colour: string | null = null;
  material: Material | null = null;
  /** The material as it was written, while no turned thing is made of it. */
  materialWord: string | null = null;
  relation: Relation | null = null;
  /** The relation as it was written, while no thing has taken it up. */
  relationWords: string | null = null;
  /** "A bowl of apples": the bowl follows its apples. */
  vessel: { readonly noun: string; readonly shape: LatheShape; readonly material: Material; readonly raw: string } | null = null;
  isOld = false;
  /** "Between A and B": the thing in the middle, and how many stand beside it so far. */
  between: { readonly words: string; readonly to: number; found: number } | null = null;

  constructor(
    readonly words: readonly string[],
    readonly forbidden: Forbidden,
    lettering: string | null,
  ) {
    this.reading = {
      places: [],
      subjects: [],
      colours: [],
      weather: new Set(),
      words,
      light: null,
      medium: null,
      isMediumWeak: false,
      camera: null,
      cameraWords: "",
      season: null,
      backlight: null,
      backlightWords: "",
      mood: {},
      isPortrait: false,
      lettering,
    };
  }

  /** The word `ahead` of the reading head; empty beyond either end. */
  word(ahead = 0): string {
    return this.words[this.position + ahead] ?? "";
  }

  /** A colour, a count and a relation belong to the phrase they stand in. What found no thing there was not followed. */
  endPhrase(): void {
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    if (this.pendingCount !== null) this.ignored.push(this.pendingCount.word);
    this.pendingCount = null;
    this.dropRelation();
    this.dropMaterial();
    this.placeVessel();
    this.endBetween();
  }

  /** Nothing stands between one thing alone. */
  private endBetween(): void {
    const { between } = this;
    this.between = null;
    if (between === null) return;
    const { subjects } = this.reading;
    const isWhole = between.found >= 2;
    (isWhole ? this.understood : this.ignored).push(between.words);
    if (isWhole) return;
    for (const [k, subject] of subjects.entries()) if (subject.relation?.kind === "between") subjects[k] = { ...subject, relation: null };
  }

  dropRelation(): void {
    if (this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords)) this.ignored.push(this.relationWords);
    this.relation = null;
    this.relationWords = null;
  }

  /** What a turned thing is made of; `gloss` where nothing was said. */
  takeMaterial(): Material {
    const material = this.material ?? "gloss";
    if (this.materialWord !== null) this.understood.push(this.materialWord);
    this.material = null;
    this.materialWord = null;
    return material;
  }

  /** Only what is turned on the lathe is made of something. */
  dropMaterial(): void {
    if (this.materialWord !== null) this.ignored.push(this.materialWord);
    this.material = null;
    this.materialWord = null;
  }

  /** What was said of a thing that will not be painted goes with it. */
  forgetAttributes(): void {
    this.colour = null;
    this.pendingCount = null;
    this.material = null;
    this.materialWord = null;
    this.relation = null;
    this.relationWords = null;
    this.isOld = false;
  }

  colourLast(colour: string): void {
    const last = this.reading.subjects.pop();
    if (last !== undefined) this.reading.subjects.push({ ...last, colour });
  }

  report(words: string, isFollowed: boolean): void {
    (isFollowed ? this.understood : this.ignored).push(words);
  }

  addPlace(place: Place): void {
    if (!this.reading.places.includes(place)) this.reading.places.push(place);
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    // "on a table": the thing after the place is not what the one before it stands on.
    this.dropRelation();
  }

  placeVessel(): void {
    const { vessel } = this;
    this.vessel = null;
    if (vessel === null) return;
    this.relation = this.reading.subjects.length > 0 ? "inside" : null;
    this.report(vessel.raw, this.addSubject(vessel.noun, { kind: "lathe", shape: vessel.shape, material: vessel.material }));
  }

  /** Whether it stands in the picture; with too many kinds of things it does not. */
  addSubject(word: string, shape: SubjectShape, isPlural = false): boolean {
    const subjects = this.reading.subjects;
    const colour = this.colour;
    const hasIt = subjects.some((subject) => isSameShape(subject.shape, shape) && subject.colour === colour);
    const isPlaced = hasIt || subjects.length < MAX_SUBJECTS;
    if (this.relation === "wearing" && !(shape.kind === "icon" && isHeadwear(shape.icon) && subjects.at(-1)?.shape.kind === "figure"))
      this.dropRelation();
    if (isPlaced && !hasIt) {
      const relation = this.relationOfNext();
      if (relation !== null && this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords))
        this.understood.push(this.relationWords);
      const count = this.takeCount(singular(word), isPlural);
      subjects.push({ word, shape, count, colour, relation });
      if (this.between !== null) this.between.found += count;
    }
    this.dropMaterial();
    this.forgetAttributes();
    if (isPlaced && this.vessel !== null) this.placeVessel();
    return isPlaced;
  }

  private relationOfNext(): Subject["relation"] {
    if (this.between !== null && this.between.found < 2) return { kind: "between", to: this.between.to };
    return this.relation !== null && this.reading.subjects.length > 0
      ? { kind: this.relation, to: this.reading.subjects.length - 1 }
      : null;
  }

  private takeCount(noun: string, isPlural: boolean): number {
    const asked = this.pendingCount;
    if (asked === null) return isPlural ? PLURAL_COUNT : 1;
    if (asked.word === "pair" && ONE_OF_TWO.test(`${noun}s`)) {
      this.understood.push(asked.word);
      return 1;
    }
    if (asked.word !== this.word()) this.understood.push(asked.word);
    if (asked.count > MOST_DRAWN) this.ignored.push(`${asked.count} as ${MOST_DRAWN}`);
    return Math.min(MOST_DRAWN, asked.count);
  }
}

function isSameShape(a: SubjectShape, b: SubjectShape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a word names something the engine can paint. */
export function isThing(noun: string): boolean {
  return iconOf(noun) !== null || latheShapeOf(noun) !== null || figureOf(noun) !== null || placeOf(noun) !== null;
}
