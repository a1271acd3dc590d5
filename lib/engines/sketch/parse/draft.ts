import { isColour } from "../lexicon/colours";
import { FUNCTION_WORDS } from "../lexicon/little-words";
import type { Looks } from "../lexicon/looks";
import { iconOf } from "../lexicon/nouns";
import { type Place, placeOf } from "../lexicon/places";
import {
  figureOf,
  isAnimal,
  isCarried,
  isHeadwear,
  isNeckwear,
  latheShapeOf,
  type Material,
  MOST_DRAWN,
  MOST_IN_ALL,
} from "../lexicon/subjects";
import { relationOf } from "./manner-words";
import type { Forbidden } from "./negative";
import { hasColourOfItsOwn } from "./place-colours";
import type { Reading } from "./reading";
import type { Inscription, Relation, Side, Subject, SubjectShape } from "./scene-spec";
import { singular } from "./tokens";

/** More kinds of things than this cannot be told apart in one picture. */
const MAX_SUBJECTS = 5;

/** A plural without a number: "balloons". */
const PLURAL_COUNT = 3;

/** Relations worth a word in the report: all but the one in every second sentence. */
const TOLD_RELATIONS = /^(?!on$)/;

/** Size of a cub beside its mother. */
const YOUNG_SCALE = 0.66;

/** What flies over a place without more words. */
const FLYING = /balloon|airship|kite|saucer|airplane|helicopter|butterfly|rocket|bird|dragon|eagle|dove|owl|parrot|moon|comet/;

/** One thing with a plural name: two of them are not a pair. */
export const ONE_OF_TWO =
  /^(?:headphones?|glasses|sunglasses|spectacles|goggles|binoculars|scissors|jeans|trousers|pants|shorts|gloves|socks|skis)s?$/;

/** What holds the things that are named after it. */
interface Vessel {
  readonly noun: string;
  readonly shape: SubjectShape;
  readonly raw: string;
  readonly colour: string | null;
  /** Where the first thing in it is in the list, -1 while there is none. */
  readonly holds: number;
}

/** What a relation is called from the other side; "on" and the like have no such name. */
const INVERSE: Readonly<Partial<Record<Relation, Relation>>> = {
  "left-of": "right-of",
  "right-of": "left-of",
  behind: "in-front-of",
  "in-front-of": "behind",
};

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
  vessel: Vessel | null = null;
  /** The first thing in the vessel that is being placed. */
  private vesselHolds = -1;
  isOld = false;
  /** The thing that follows is in the air. */
  isAloft = false;
  /** The animal that follows is a young one. */
  isYoung = false;
  /** How the person that follows looks, and the words that say so. */
  private looks: { readonly looks: Looks; readonly words: readonly string[] } | null = null;
  /** "Beside", "near" as they were written, until a second thing stands there. */
  besideWords: string | null = null;
  /** The thing that was named last: "the woman" of "a woman and a man, the woman on the right" stands there already. */
  private named = -1;
  /** A side of the picture that still looks for its thing. */
  private side: { readonly side: Side; readonly words: string } | null = null;
  /** "Between A and B": the thing in the middle, and how many stand beside it so far. */
  between: { readonly words: string; readonly to: number; found: number } | null = null;

  constructor(
    readonly words: readonly string[],
    readonly forbidden: Forbidden,
    lettering: readonly Inscription[],
  ) {
    this.reading = {
      places: [],
      subjects: [],
      colours: [],
      placeColours: [],
      weather: new Set(),
      words,
      light: null,
      medium: null,
      isMediumWeak: false,
      camera: null,
      cameraWords: "",
      sideWords: [],
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

  /** The last word is read: what still looks for its thing was not followed. */
  end(): void {
    this.endPhrase();
    if (this.looks !== null) this.ignored.push(...this.looks.words);
    this.looks = null;
    if (this.side !== null) this.ignored.push(this.side.words);
    this.side = null;
  }

  /** The next thing stands on this side of the picture. */
  awaitSide(side: Side, words: string): void {
    if (this.side !== null) this.ignored.push(this.side.words);
    this.side = { side, words };
  }

  /** The last thing stands on this side of the picture, unless it was given another. */
  standAt(side: Side, words: string): void {
    const last = this.reading.subjects[this.named];
    const isFree = last !== undefined && last.side === undefined;
    this.report(words, isFree);
    if (!isFree) return;
    this.reading.sideWords.push(words);
    this.reading.subjects[this.named] = { ...last, side };
  }

  /** The last subject, where what follows it in the same phrase can be worn: by a person or a snowman. */
  wearer(): Subject | null {
    return this.reading.subjects[this.wearerAt()] ?? null;
  }

  /** Where the wearer is in the list, -1 where there is none: "glasses and a scarf" are worn by the same. */
  private wearerAt(): number {
    const { subjects } = this.reading;
    const last = subjects.at(-1);
    const at = last?.relation?.kind === "wearing" ? last.relation.to : subjects.length - 1;
    const wearer = subjects[at];
    const isSnowman = wearer?.shape.kind === "icon" && wearer.shape.icon.startsWith("snowman");
    return wearer?.shape.kind === "figure" || isSnowman ? at : -1;
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
    if (this.besideWords !== null) this.ignored.push(this.besideWords);
    this.besideWords = null;
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

  /** As `forgetAttributes`, and says so. */
  dropAttributes(): void {
    if (this.colour !== null) this.retract(this.colour);
    if (this.pendingCount !== null) this.ignored.push(this.pendingCount.word);
    this.dropRelation();
    this.dropMaterial();
    this.forgetAttributes();
  }

  /** What was taken for followed is not. */
  retract(words: string): void {
    const at = this.understood.lastIndexOf(words);
    if (at >= 0) this.understood.splice(at, 1);
    this.ignored.push(words);
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
    this.colourPlace(place);
    const flies = this.reading.subjects.at(-1);
    if (this.relation === "above" && flies?.shape.kind === "icon" && FLYING.test(flies.shape.icon)) this.flyLast();
    const isOver = this.relation === "above" && (flies === undefined || (flies.shape.kind === "icon" && FLYING.test(flies.shape.icon)));
    if (isOver && this.relationWords !== null) {
      this.understood.push(this.relationWords);
      this.relationWords = null;
    }
    // "on a table": the thing after the place is not what the one before it stands on.
    this.dropRelation();
  }

  /** The last thing is in the air. */
  flyLast(): boolean {
    const last = this.reading.subjects.at(-1);
    if (last?.shape.kind !== "icon") return false;
    this.reading.subjects[this.reading.subjects.length - 1] = { ...last, isAloft: true };
    return true;
  }

  /** The place of the thing that follows, which keeps all that was said before it. */
  addPlaceOfNext(place: Place): void {
    if (!this.reading.places.includes(place)) this.reading.places.push(place);
  }

  private colourPlace(place: Place): void {
    if (this.colour === null) return;
    const isFree = hasColourOfItsOwn(place) && !this.reading.placeColours.some((one) => one.place === place);
    if (isFree) this.reading.placeColours.push({ place, colour: this.colour });
    else this.reading.colours.push(this.colour);
    this.colour = null;
  }

  placeVessel(): void {
    const { vessel } = this;
    this.vessel = null;
    if (vessel === null) return;
    this.relation = vessel.holds >= 0 ? "inside" : null;
    this.colour = vessel.colour;
    this.vesselHolds = vessel.holds;
    this.report(vessel.raw, this.addSubject(vessel.noun, vessel.shape));
    this.vesselHolds = -1;
  }

  /** Whether it stands in the picture; with too many kinds of things it does not. */
  addSubject(word: string, shape: SubjectShape, isPlural = false): boolean {
    const subjects = this.reading.subjects;
    const colour = this.colour;
    const told = this.toldBefore(word, shape);
    if (told >= 0) {
      this.nameAgain(told);
      return true;
    }
    const looks = this.takeLooks(shape);
    const isAnother = looks !== null || /^(?:an?|another|one|second)$/.test(this.word(-1));
    const hasIt = subjects.some(
      (subject) =>
        isSameShape(subject.shape, shape) &&
        subject.colour === colour &&
        subject.side === undefined &&
        (subject.scale === undefined) === !this.isYoung &&
        !(isAnother && subject.looks !== undefined),
    );
    const isPlaced = hasIt || subjects.length < MAX_SUBJECTS;
    this.wear(shape);
    this.named = hasIt ? subjects.findIndex((subject) => isSameShape(subject.shape, shape)) : isPlaced ? subjects.length : -1;
    if (isPlaced && !hasIt) {
      const relation = this.relationOfNext();
      if (relation !== null && this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords))
        this.understood.push(this.relationWords);
      const count = this.takeCount(singular(word), isPlural);
      const aside = this.side === null ? {} : { side: this.side.side };
      const young = this.isYoung ? { scale: YOUNG_SCALE } : {};
      this.isYoung = false;
      const aloft = this.isAloft && shape.kind === "icon" ? { isAloft: true as const } : {};
      this.isAloft = false;
      subjects.push({ word, shape, count, colour, relation, ...aside, ...young, ...aloft, ...(looks === null ? {} : { looks }) });
      this.takeSide();
      if (this.between !== null) this.between.found += count;
    } else {
      if (isPlaced) this.colour = null;
      // "A family of three people": already as many.
      const asked = this.pendingCount;
      if (asked !== null && subjects[this.named]?.count === asked.count) {
        this.understood.push(asked.word);
        this.pendingCount = null;
      }
      this.dropAttributes();
    }
    if (this.besideWords !== null && isPlaced && subjects.length > 1) {
      this.understood.push(this.besideWords);
      this.besideWords = null;
    }
    this.dropMaterial();
    this.forgetAttributes();
    if (isPlaced) this.fillVessel();
    return isPlaced;
  }

  /** The first thing after a vessel is in it, and so are those that "and" adds: "apples and pears". */
  private fillVessel(): void {
    if (this.vessel === null) return;
    if (this.vessel.holds < 0) this.vessel = { ...this.vessel, holds: this.reading.subjects.length - 1 };
    if (!isJoined(this)) this.placeVessel();
  }

  /** Where "the banana" was named before, -1 where it was not. */
  private toldBefore(word: string, shape: SubjectShape): number {
    if (this.pendingCount !== null || this.looks !== null || !isDefinite(this)) return -1;
    const isSame = (subject: Subject): boolean =>
      (shape.kind === "icon" && subject.shape.kind === "icon"
        ? subject.shape.icon === shape.icon
        : subject.shape.kind === shape.kind && singular(subject.word) === singular(word)) &&
      (this.colour === null || subject.colour === null || subject.colour === this.colour);
    const { subjects } = this.reading;
    const exact = subjects.findIndex((subject) => isSame(subject) && subject.colour === this.colour);
    return exact >= 0 ? exact : subjects.findIndex(isSame);
  }

  /** "A red cherry to the right of the banana": no second banana, but what is said of the first. */
  private nameAgain(at: number): void {
    const { subjects } = this.reading;
    const [named, last] = [subjects[at], subjects.length - 1];
    if (named === undefined) return;
    if (this.colour !== null) subjects[at] = { ...named, colour: this.colour };
    this.named = at;
    this.tie(at, last);
    if (this.besideWords !== null && at !== last) {
      this.understood.push(this.besideWords);
      this.besideWords = null;
    }
    this.dropRelation();
    this.dropMaterial();
    this.forgetAttributes();
    this.takeSideOf(at);
  }

  /** The relation that waits, between the thing named last and one named before. */
  private tie(at: number, last: number): void {
    const { relation, relationWords } = this;
    const [named, newest] = [this.reading.subjects[at], this.reading.subjects[last]];
    if (relation === null || named === undefined || newest === undefined || at === last) return;
    if (relation === "holding" || relation === "wearing" || relation === "between") return;
    const inverse = INVERSE[relation];
    if (named.relation === null) this.reading.subjects[at] = { ...named, relation: { kind: relation, to: last } };
    else if (inverse !== undefined && newest.relation === null)
      this.reading.subjects[last] = { ...newest, relation: { kind: inverse, to: at } };
    else return;
    if (relationWords !== null && TOLD_RELATIONS.test(relationWords)) this.understood.push(relationWords);
    this.relation = null;
    this.relationWords = null;
  }

  /** A side that waits is that of the thing named again, where it has none. */
  private takeSideOf(at: number): void {
    const named = this.reading.subjects[at];
    if (this.side === null || named === undefined || named.side !== undefined) return;
    this.reading.subjects[at] = { ...named, side: this.side.side };
    this.takeSide();
  }

  /** The person that follows looks like this. */
  awaitLooks(looks: Looks, ...words: readonly string[]): void {
    this.looks = { looks: { ...this.looks?.looks, ...looks }, words: [...(this.looks?.words ?? []), ...words] };
  }

  /** The last person looks like this, and wears `colour` where one is given. */
  dress(looks: Looks, colour: string | null): void {
    const last = this.reading.subjects.pop();
    if (last === undefined) return;
    const whole = { ...last.looks, ...looks };
    this.reading.subjects.push({
      ...last,
      colour: colour ?? last.colour,
      ...(Object.keys(whole).length > 0 ? { looks: whole } : {}),
    });
    if (this.relation !== "wearing" || this.relationWords === null) return;
    this.understood.push(this.relationWords);
    this.relation = null;
    this.relationWords = null;
  }

  /** The looks that wait, where a person takes them up. */
  private takeLooks(shape: SubjectShape): Looks | null {
    const { looks } = this;
    this.looks = null;
    if (looks === null) return null;
    const isTaken = shape.kind === "figure";
    (isTaken ? this.understood : this.ignored).push(...looks.words);
    return isTaken ? looks.looks : null;
  }

  private takeSide(): void {
    if (this.side === null) return;
    this.understood.push(this.side.words);
    this.reading.sideWords.push(this.side.words);
    this.side = null;
  }

  /** "Wearing", "in a green hat", "with a red scarf": on whom it can be worn, and in the hand where it is carried. */
  private wear(shape: SubjectShape): void {
    const wearer = this.wearer();
    const icon = shape.kind === "icon" ? shape.icon : "";
    const isWorn = (isHeadwear(icon) || isNeckwear(icon)) && wearer !== null;
    if (this.relation === "wearing" && !isWorn && !isCarried(icon)) this.dropRelation();
    if (wearer === null || this.relation === "holding" || this.side !== null || !isSaidWith(this)) return;
    if (isWorn) this.relation = "wearing";
    else if (isCarried(icon) && wearer.shape.kind === "figure") this.relation = "holding";
  }

  private relationOfNext(): Subject["relation"] {
    if (this.between !== null && this.between.found < 2) return { kind: "between", to: this.between.to };
    if (this.relation === "wearing" && this.wearerAt() >= 0) return { kind: "wearing", to: this.wearerAt() };
    if (this.vesselHolds >= 0) return { kind: "inside", to: this.vesselHolds };
    if (this.vessel !== null && this.vessel.holds >= 0) return { kind: "among", to: this.vessel.holds };
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
    const drawn = this.reading.subjects.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(1, Math.min(MOST_DRAWN, MOST_IN_ALL - drawn));
    if (asked.count > most) this.ignored.push(`${asked.count} as ${most}`);
    return Math.min(most, asked.count);
  }
}

/** Whether the words since the last thing tie the next to it: "with a red", "in a". */
function isSaidWith(draft: Draft): boolean {
  for (let back = 1; back <= 9; back++) {
    const word = draft.word(-back);
    if (/^(?:in|with|wearing|wears|has)$/.test(word)) return true;
    if (word === "" || word === "," || /^(?:beside|by|near|on|under|behind)$/.test(word)) return false;
  }
  return false;
}

/** Whether "the" stands before the name that is read: "the old red car". */
function isDefinite(draft: Draft): boolean {
  for (let back = 1; back <= 6; back++) {
    const word = draft.word(-back);
    if (/^(?:the|that|this)$/.test(word)) return true;
    if (word === "" || word === "," || FUNCTION_WORDS.has(word) || relationOf(word) !== null) return false;
  }
  return false;
}

/** Whether "and" goes on to more of the same kind: "apples and green pears", not "apples and a cat". */
function isJoined(draft: Draft): boolean {
  if (draft.word(1) !== "and") return false;
  for (let ahead = 2; ahead <= 5; ahead++) {
    const word = draft.word(ahead);
    if (word === "" || word === "," || FUNCTION_WORDS.has(word) || relationOf(word) !== null) return false;
    const noun = singular(word);
    if (placeOf(noun) !== null || figureOf(noun) !== null || latheShapeOf(noun) !== null) return false;
    if (!isColour(word) && iconOf(noun) !== null) return noun !== word && !isAnimal(iconOf(noun));
  }
  return false;
}

function isSameShape(a: SubjectShape, b: SubjectShape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a word names something the engine can paint. */
export function isThing(noun: string): boolean {
  return iconOf(noun) !== null || latheShapeOf(noun) !== null || figureOf(noun) !== null || placeOf(noun) !== null;
}
