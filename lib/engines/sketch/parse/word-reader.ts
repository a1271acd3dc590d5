import { isColour, isShade } from "../lexicon/colours";
import { lightOf } from "../lexicon/lights";
import { LITTLE_WORDS } from "../lexicon/little-words";
import { mediumOf } from "../lexicon/media";
import { moodOf } from "../lexicon/moods";
import { iconOf } from "../lexicon/nouns";
import { type Place, placeOf } from "../lexicon/places";
import { countOf, figureOf, isOldByName, latheShapeOf, type Material, materialOf } from "../lexicon/subjects";
import { relationOf, weatherOf } from "./manner-words";
import type { Forbidden } from "./negative";
import { readManner } from "./read-manner";
import type { Reading } from "./reading";
import type { Relation, SubjectShape } from "./scene-spec";
import { singular } from "./tokens";

/** More kinds of things than this cannot be told apart in one picture. */
const MAX_SUBJECTS = 5;

/** Things of three words, drawn by `subjects/bodies.ts`. */
const OWN_DRAWINGS: Readonly<Record<string, string>> = { "hot air balloon": "hot-air-balloon", "cherry blossom tree": "cherry-tree" };

/** Words for drawings of our own that the emoji set has nothing like. */
const OWN_NOUNS: Readonly<Record<string, string>> = {
  branch: "branch",
  twig: "branch",
  bough: "branch",
  wall: "wall",
  waterfall: "waterfall",
  cascade: "waterfall",
  iceberg: "iceberg",
  bench: "bench",
};

/** Such things of two words. */
const OWN_PAIRS: Readonly<Record<string, string>> = {
  "brick wall": "wall",
  "stone wall": "wall",
  "garden wall": "wall",
  "park bench": "bench",
};

/** Said of a person, and of the words that may stand between. */
const OLD = /^(?:old|elderly|aged)$/;

/** A plural without a number: "balloons". */
const PLURAL_COUNT = 3;

export interface ReadWords {
  readonly reading: Reading;
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
}

/** What a list of words says, and which of them were acted on. Nothing the words leave open is filled in. */
export function readWords(words: readonly string[], forbidden: Forbidden, lettering: string | null): ReadWords {
  const reader = new Reader(words, forbidden, lettering);
  reader.readAll();
  return reader;
}

class Reader implements ReadWords {
  readonly understood: string[] = [];
  readonly ignored: string[] = [];
  readonly reading: Reading;
  private position = 0;
  private count = 1;
  private colour: string | null = null;
  private material: Material | null = null;
  private relation: Relation | null = null;
  private isOld = false;

  constructor(
    private readonly words: readonly string[],
    private readonly forbidden: Forbidden,
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
      season: null,
      mood: {},
      isPortrait: false,
      lettering,
    };
  }

  readAll(): void {
    while (this.position < this.words.length) {
      this.readWord();
      this.position++;
    }
  }

  private word(ahead = 0): string {
    return this.words[this.position + ahead] ?? "";
  }

  private readWord(): void {
    const raw = this.word();
    if (raw === ",") {
      this.endPhrase();
      return;
    }
    const noun = singular(raw);
    if (this.forbidden.forbids(noun) || this.forbidden.forbids(raw)) {
      this.forgetAttributes();
      return;
    }
    if (this.readColour(raw)) return;
    const count = countOf(raw);
    if (count !== null) {
      this.count = count;
      this.understood.push(raw);
      return;
    }
    if (this.readUnderWater(raw) || this.readRelation(raw)) return;
    if (this.readDrinkingGlass(raw)) return;
    const material = materialOf(raw);
    if (material !== null && !(raw === "clay" && this.word(1) === "")) {
      this.material = material;
      this.understood.push(raw);
      return;
    }
    if (this.readAge(raw) || this.readPair(raw, noun)) return;
    const wasManner = readManner(this.reading, raw, { previous: this.word(-1), next: this.word(1) });
    if (this.readNoun(raw, noun)) return;
    if (wasManner) this.understood.push(raw);
    else if (!LITTLE_WORDS.has(raw) && this.understood.at(-1) !== raw && raw.length > 1 && !/^\d+$/.test(raw)) this.ignored.push(raw);
  }

  /** A colour and a count belong to the phrase they stand in. */
  private endPhrase(): void {
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    this.count = 1;
    this.relation = null;
  }

  /** What was said of a thing that will not be painted goes with it. */
  private forgetAttributes(): void {
    this.colour = null;
    this.count = 1;
    this.material = null;
    this.relation = null;
    this.isOld = false;
  }

  private readColour(raw: string): boolean {
    const isShaded = isShade(raw) && isColour(this.word(1));
    if (!isShaded && !isColour(raw)) return false;
    const isTimeOfDay = raw === "golden" && /^(hour|light|afternoon|sunset|sunrise)$/.test(this.word(1));
    if (isTimeOfDay) return false;
    if (raw === "charcoal" && /^(|,|drawing|sketch|on|portrait)$/.test(this.word(1))) return false;
    const isFruit = raw === "orange" && /^(juice|slice|tree)$/.test(this.word(1));
    if (isFruit) return false;
    const name = isShaded ? `${raw} ${this.word(1)}` : raw;
    if (isShaded) this.position++;
    this.understood.push(name);
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    if (this.isFollowedBySubject()) this.colour = name;
    else this.reading.colours.push(name);
    return true;
  }

  /** Whether the next words, past adjectives, name a thing the colour can belong to. */
  private isFollowedBySubject(): boolean {
    for (let ahead = 1; ahead <= 3; ahead++) {
      const raw = this.word(ahead);
      if (raw === "" || raw === "," || raw === "and" || raw === "on" || raw === "in" || isColour(raw)) return false;
      const noun = singular(raw);
      if (mediumOf(raw) !== null && ahead === 1 && iconOf(noun) === null) return false;
      const pair = `${noun} ${singular(this.word(ahead + 1))}`;
      if (latheShapeOf(noun) !== null || figureOf(noun) !== null || iconOf(pair) !== null) return true;
      if (placeOf(noun) !== null || lightOf(raw) !== null) return false;
      if (iconOf(noun) !== null) return true;
    }
    return false;
  }

  /** "under water", "beneath the waves": one place, and neither a lake nor something below something. */
  private readUnderWater(raw: string): boolean {
    if (!/^(under|beneath|below)$/.test(raw)) return false;
    const ahead = this.word(1) === "the" ? 2 : 1;
    if (!/^(water|sea|ocean|waves?)$/.test(this.word(ahead))) return false;
    this.addPlace("underwater");
    this.understood.push(this.words.slice(this.position, this.position + ahead + 1).join(" "));
    this.position += ahead;
    return true;
  }

  /** "A glass" and "a glass of wine" are a thing; in "glass bottle" it is what the thing is made of. */
  private readDrinkingGlass(raw: string): boolean {
    if (singular(raw) !== "glass" || !/^(|,|on|in|by|at|with|and|of|beside|next)$/.test(this.word(1))) return false;
    this.addSubject("glass", { kind: "lathe", shape: "goblet", material: "glass" }, raw !== "glass");
    // What is in it comes with it: "a glass of wine" is no bottle.
    const filled = this.word(1) === "of" && this.word(2) !== "" && this.word(2) !== "," ? 2 : 0;
    this.understood.push(this.words.slice(this.position, this.position + filled + 1).join(" "));
    this.position += filled;
    return true;
  }

  private readRelation(raw: string): boolean {
    const pair = `${raw} ${this.word(1)}`;
    const relation = relationOf(pair) ?? relationOf(raw);
    if (relation === null || this.reading.subjects.length === 0) return false;
    this.relation = relation;
    if (relationOf(pair) !== null) this.position++;
    return true;
  }

  /** "an old man", "an elderly bearded woman": the age belongs to the person that follows. */
  private readAge(raw: string): boolean {
    if (!OLD.test(raw)) return false;
    for (let ahead = 1; ahead <= 3; ahead++) {
      const word = this.word(ahead);
      if (word === "" || word === "," || word === "and") return false;
      if (figureOf(singular(word)) === null) continue;
      this.isOld = true;
      this.understood.push(raw);
      return true;
    }
    return false;
  }

  private readPair(raw: string, noun: string): boolean {
    const next = this.word(1);
    if (next === "" || next === ",") return false;
    const pair = `${raw} ${singular(next)}`;
    if (pair === "still life") {
      this.addPlace("table");
      this.understood.push(pair);
      this.position++;
      return true;
    }
    if (pair === "living room" || pair === "bed room") {
      this.addPlace("interior");
      this.understood.push(pair);
      this.position++;
      return true;
    }
    const triple = `${pair} ${singular(this.word(2))}`;
    const ownDrawing = Object.hasOwn(OWN_DRAWINGS, triple) ? OWN_DRAWINGS[triple] : undefined;
    if (ownDrawing !== undefined && !this.forbidden.forbids(singular(this.word(2)))) {
      this.addSubject(triple, { kind: "icon", icon: ownDrawing }, this.word(2) !== singular(this.word(2)));
      this.understood.push(triple);
      this.position += 2;
      return true;
    }
    const icon = (Object.hasOwn(OWN_PAIRS, pair) ? OWN_PAIRS[pair] : null) ?? iconOf(pair) ?? iconOf(`${noun} ${singular(next)}`);
    const partReadsOtherwise = mediumOf(raw) !== null || latheShapeOf(noun) !== null || lightOf(raw) !== null;
    if (icon === null || partReadsOtherwise || this.forbidden.forbids(pair)) return false;
    this.addSubject(pair, { kind: "icon", icon }, singular(next) !== next && next.endsWith("s"));
    this.understood.push(pair);
    this.position++;
    return true;
  }

  private readNoun(raw: string, noun: string): boolean {
    const figure = figureOf(noun);
    if (noun === "portrait" || noun === "headshot") this.reading.isPortrait = true;
    if (figure !== null) {
      const isOld = this.isOld || isOldByName(noun);
      this.addSubject(
        raw,
        isOld ? { kind: "figure", figure, isOld: true } : { kind: "figure", figure },
        /^(people|family|women|men|children|kids|girls|boys)$/.test(raw),
      );
      this.understood.push(raw);
      return true;
    }
    if (noun === "village") {
      this.addSubject("house", { kind: "icon", icon: "house" }, true);
      this.understood.push(raw);
      return true;
    }
    const shape = latheShapeOf(noun);
    if (shape !== null) {
      this.addLathe(noun, shape);
      this.understood.push(raw);
      return true;
    }
    const place = placeOf(noun);
    if (place !== null) {
      this.addPlace(place);
      this.understood.push(raw);
      return true;
    }
    if (mediumOf(raw) !== null || lightOf(raw) !== null || LITTLE_WORDS.has(raw) || moodOf(raw) !== null || weatherOf(raw) !== null)
      return false;
    const icon = (Object.hasOwn(OWN_NOUNS, noun) ? OWN_NOUNS[noun] : null) ?? iconOf(noun) ?? iconOf(raw);
    if (icon === null) return false;
    this.addSubject(noun, { kind: "icon", icon }, raw !== noun && raw.endsWith("s"));
    this.understood.push(raw);
    return true;
  }

  private addPlace(place: Place): void {
    if (!this.reading.places.includes(place)) this.reading.places.push(place);
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    // "on a table": the thing after the place is not what the one before it stands on.
    this.relation = null;
  }

  /** "perfume bottle" is one thing: the second word of such a pair refines the first. */
  private addLathe(word: string, shape: Extract<SubjectShape, { kind: "lathe" }>["shape"]): void {
    const previous = this.reading.subjects.at(-1);
    const isSamePhrase = previous?.shape.kind === "lathe" && latheShapeOf(singular(this.word(-1))) !== null;
    if (isSamePhrase) return;
    // "flowers in a vase": things stand in what is hollow.
    if (previous !== undefined && /^(in|inside)$/.test(this.lastPreposition())) this.relation = "inside";
    this.addSubject(word, { kind: "lathe", shape, material: this.material ?? "gloss" });
  }

  /** The nearest word before this one that is neither an article nor said of the thing. */
  private lastPreposition(): string {
    for (let back = 1; back <= 4; back++) {
      const word = this.word(-back);
      if (/^(in|inside|on|by|with|and|,|)$/.test(word)) return word;
    }
    return "";
  }

  private addSubject(word: string, shape: SubjectShape, isPlural = false): void {
    const subjects = this.reading.subjects;
    const relation = this.relation !== null && subjects.length > 0 ? { kind: this.relation, to: subjects.length - 1 } : null;
    if (
      subjects.length < MAX_SUBJECTS &&
      !subjects.some((subject) => isSameShape(subject.shape, shape) && subject.colour === this.colour)
    ) {
      subjects.push({ word, shape, count: isPlural && this.count === 1 ? PLURAL_COUNT : this.count, colour: this.colour, relation });
    }
    this.forgetAttributes();
  }
}

function isSameShape(a: SubjectShape, b: SubjectShape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
