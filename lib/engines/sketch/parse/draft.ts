import type { Looks } from "../lexicon/looks";
import type { Material } from "../lexicon/subjects";
import { type Clause, newClause } from "./clause";
import type { Forbidden } from "./negative";
import type { Reading } from "./reading";
import type { Inscription, Relation, Side, Subject, SubjectShape } from "./scene-spec";

/** Relations worth a word in the report: all but the one in every second sentence. */
const TOLD_RELATIONS = /^(?!on$)/;

/** A number as it was written, and what it asks for. */
export interface Count {
  readonly word: string;
  readonly count: number;
}

/** Those of a thing that wear another colour than the rest. */
export interface Twin {
  readonly colour: string;
  readonly count: Count | null;
}

/** What holds the things that are named after it. */
export interface Vessel {
  readonly noun: string;
  readonly shape: SubjectShape;
  readonly raw: string;
  readonly colour: string | null;
  readonly size: Draft["size"];
  /** Where the first thing in it is in the list, -1 while there is none. */
  readonly holds: number;
}

/** A scene while its words are read: where the reading head stands, and what waits for the thing it belongs to. */
export class Draft {
  readonly understood: string[] = [];
  readonly ignored: string[] = [];
  readonly reading: Reading;
  position = 0;
  /** A number that still looks for its thing. */
  pendingCount: Count | null = null;
  colour: string | null = null;
  /** "A black and two white cats": the first of them. */
  twin: Twin | null = null;
  material: Material | null = null;
  /** The material as it was written, while no turned thing is made of it. */
  materialWord: string | null = null;
  relation: Relation | null = null;
  /** The relation as it was written, while no thing has taken it up. */
  relationWords: string | null = null;
  /** "A bowl of apples": the bowl follows its apples. */
  vessel: Vessel | null = null;
  /** The first thing in the vessel that is being placed. */
  vesselHolds = -1;
  isOld = false;
  /** The thing that follows is in the air. */
  isAloft = false;
  /** The animal that follows is a young one. */
  isYoung = false;
  /** How much larger than usual the thing that follows is, and the words that say so. */
  size: { readonly words: string; readonly factor: number } | null = null;
  /** How the person that follows looks, and the words that say so. */
  looks: { readonly looks: Looks; readonly words: readonly string[] } | null = null;
  /** "Beside", "near" as they were written, until a second thing stands there. */
  besideWords: string | null = null;
  /** The thing the words speak of, -1 while there is none: what follows it is said of it. */
  topic = -1;
  /** Numbers of the things in the order of their naming; one that was named again is there again. */
  readonly mentioned: number[] = [];
  /** Of several things of which some were given a colour, those that have none yet; -1 where there are none. */
  shared = -1;
  clause: Clause = newClause();
  /** The things that the clause before spoke of, and whether it said their colour. */
  before: readonly number[] = [];
  wasColoured = false;
  /** A side of the picture that still looks for its thing. */
  side: { readonly side: Side; readonly words: string } | null = null;
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
      mediumWord: "",
      replaced: [],
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

  /** The thing the words speak of. */
  get topicThing(): Subject | null {
    return this.reading.subjects[this.topic] ?? null;
  }

  /** The words speak of this thing now, -1 for none that is painted. */
  speakOf(at: number): void {
    this.topic = at;
    if (at < 0) return;
    this.mentioned.push(at);
    if (this.clause.isOpen && !this.clause.things.includes(at)) this.clause.things.push(at);
    this.clause.isOpen = false;
  }

  /** Another clause begins, with what it speaks of where that is known. */
  openClause(things: readonly number[] = []): void {
    if (this.clause.things.length > 0) {
      this.before = this.clause.things;
      this.wasColoured = this.clause.isColoured;
    }
    this.clause = { ...newClause(), things: [...things], isOpen: things.length === 0 };
  }

  /** The thing that another is related to when it is related to this one: of those that were set apart by their colour, the first, and of a hat or a book who wears or holds it. */
  rootOf(at: number): number {
    const relation = this.reading.subjects[at]?.relation;
    return relation?.kind === "among" || relation?.kind === "wearing" || relation?.kind === "holding" ? relation.to : at;
  }

  /** Says something more of a thing. */
  change(at: number, more: Partial<Subject>): void {
    const subject = this.reading.subjects[at];
    if (subject !== undefined) this.reading.subjects[at] = { ...subject, ...more };
  }

  report(words: string, isFollowed: boolean): void {
    (isFollowed ? this.understood : this.ignored).push(words);
  }

  /** What was taken for followed is not. */
  retract(words: string): void {
    const at = this.understood.lastIndexOf(words);
    if (at >= 0) this.understood.splice(at, 1);
    this.ignored.push(words);
  }

  /** The relation that waits was followed. */
  followRelation(): void {
    if (this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords)) this.understood.push(this.relationWords);
    this.relation = null;
    this.relationWords = null;
  }

  dropRelation(): void {
    if (this.besideWords !== null) this.ignored.push(this.besideWords);
    this.besideWords = null;
    if (this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords)) this.ignored.push(this.relationWords);
    this.relation = null;
    this.relationWords = null;
  }

  followBeside(): void {
    if (this.besideWords !== null) this.understood.push(this.besideWords);
    this.besideWords = null;
  }

  /** What a turned thing is made of; `gloss` where nothing was said. */
  takeMaterial(): Material {
    const material = this.material ?? "gloss";
    if (this.materialWord !== null) this.understood.push(this.materialWord);
    this.material = null;
    this.materialWord = null;
    return material;
  }

  /** A number belongs to the noun it stands before, and to no later one. */
  dropCount(): void {
    if (this.pendingCount !== null) this.ignored.push(this.pendingCount.word);
    this.pendingCount = null;
  }

  /** The size that waits was followed. */
  takeSize(): void {
    if (this.size !== null) this.understood.push(this.size.words);
    this.size = null;
  }

  dropSize(): void {
    if (this.size !== null) this.ignored.push(this.size.words);
    this.size = null;
  }

  /** Only what is turned on the lathe is made of something. */
  dropMaterial(): void {
    if (this.materialWord !== null) this.ignored.push(this.materialWord);
    this.material = null;
    this.materialWord = null;
  }

  /** The side that waits was followed. */
  takeSide(): void {
    if (this.side === null) return;
    this.understood.push(this.side.words);
    this.reading.sideWords.push(this.side.words);
    this.side = null;
  }

  /** What was said of a thing that will not be painted goes with it. */
  forgetAttributes(): void {
    this.colour = null;
    this.twin = null;
    this.pendingCount = null;
    this.material = null;
    this.materialWord = null;
    this.relation = null;
    this.relationWords = null;
    this.isOld = false;
    this.size = null;
  }

  /** As `forgetAttributes`, and says so. */
  dropAttributes(): void {
    for (const colour of [this.colour, this.twin?.colour]) if (typeof colour === "string") this.retract(colour);
    this.dropCount();
    this.dropSize();
    this.dropRelation();
    this.dropMaterial();
    this.forgetAttributes();
  }
}
