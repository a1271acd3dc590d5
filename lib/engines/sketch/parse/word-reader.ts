import { isColour, isShade } from "../lexicon/colours";
import { lightOf } from "../lexicon/lights";
import { LITTLE_WORDS } from "../lexicon/little-words";
import { mediumOf } from "../lexicon/media";
import { moodOf } from "../lexicon/moods";
import { iconOf } from "../lexicon/nouns";
import { type Place, placeOf } from "../lexicon/places";
import { countOf, figureOf, isOldByName, type LatheShape, latheShapeOf, type Material, MOST_DRAWN, materialOf } from "../lexicon/subjects";
import { cameraOfPair, relationOf, weatherOf } from "./manner-words";
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

/** Relations worth a word in the report; "on" and "over" are in every second sentence. */
const TOLD_RELATIONS = /^(?:under|beneath|underneath|below|behind|above|left of|right of|front of|on top)$/;

/** Falling snow is weather; snow alone is a place. */
const SNOWFALL = /^(?:falling|heavy|light|drifting|swirling) snow$|^snow (?:falling|falls|storm|flurries)$/;

/** One thing with a plural name: two of them are not a pair. */
const ONE_OF_TWO =
  /^(?:headphones?|glasses|sunglasses|spectacles|goggles|binoculars|scissors|jeans|trousers|pants|shorts|gloves|socks|skis)s?$/;

/** What a person of ours wears in the colour that was asked for. */
const GARMENT =
  /^(?:dress|gown|coat|jacket|shirt|t-shirt|tshirt|sweater|jumper|hoodie|suit|kimono|robe|raincoat|cloak|uniform|blouse|cardigan|tunic|cape|parka|vest|outfit|clothes)$/;

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
  /** A number that still looks for its thing. */
  private pendingCount: { readonly word: string; readonly count: number } | null = null;
  private colour: string | null = null;
  private material: Material | null = null;
  private relation: Relation | null = null;
  /** The relation as it was written, while no thing has taken it up. */
  private relationWords: string | null = null;
  /** "A bowl of apples": the bowl follows its apples. */
  private vessel: { readonly noun: string; readonly shape: LatheShape; readonly raw: string } | null = null;
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
    this.endPhrase();
  }

  private word(ahead = 0): string {
    return this.words[this.position + ahead] ?? "";
  }

  private readWord(): void {
    const raw = this.word();
    if (raw === ",") {
      // "A red, shiny car": the comma stands between two words for one thing.
      if (!(this.colour !== null && this.isAmongAdjectives())) this.endPhrase();
      return;
    }
    const noun = singular(raw);
    if (this.forbidden.forbids(noun) || this.forbidden.forbids(raw)) {
      this.forgetAttributes();
      return;
    }
    if (this.readColour(raw)) return;
    const count = countOf(raw, this.word(1));
    if (count !== null) {
      const before = this.pendingCount;
      // "Two dozen", "three hundred": one number in two words.
      if (before === null) this.pendingCount = { word: raw, count };
      else this.pendingCount = { word: `${before.word} ${raw}`, count: before.count * count };
      return;
    }
    if (this.readPhrase(raw)) return;
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
    else if (!LITTLE_WORDS.has(raw) && this.understood.at(-1) !== raw && raw.length > 1) this.ignored.push(raw);
  }

  /** A colour, a count and a relation belong to the phrase they stand in. What found no thing there was not followed. */
  private endPhrase(): void {
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    if (this.pendingCount !== null) this.ignored.push(this.pendingCount.word);
    this.pendingCount = null;
    this.dropRelation();
    this.placeVessel();
  }

  private dropRelation(): void {
    if (this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords)) this.ignored.push(this.relationWords);
    this.relation = null;
    this.relationWords = null;
  }

  /** What was said of a thing that will not be painted goes with it. */
  private forgetAttributes(): void {
    this.colour = null;
    this.pendingCount = null;
    this.material = null;
    this.relation = null;
    this.relationWords = null;
    this.isOld = false;
  }

  private readColour(raw: string): boolean {
    const isShaded = isShade(raw) && isColour(this.word(1));
    if (!isShaded && !isColour(raw)) return false;
    if (raw === "blue" && this.word(1) === "hour") return false;
    const isTimeOfDay = raw === "golden" && /^(hour|light|afternoon|sunset|sunrise)$/.test(this.word(1));
    if (isTimeOfDay) return false;
    if (raw === "charcoal" && /^(|,|drawing|sketch|on|portrait)$/.test(this.word(1))) return false;
    if (this.isFruit(raw)) return false;
    const name = isShaded ? `${raw} ${this.word(1)}` : raw;
    if (isShaded) this.position++;
    this.understood.push(name);
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    if (this.isSaidOfLast()) this.colourLast(name);
    else if (this.readSecondColour()) this.colour = name;
    else if (this.isFollowedBySubject() || this.isAmongAdjectives(1)) this.colour = name;
    else this.reading.colours.push(name);
    return true;
  }

  /** "An orange on a table", "a peach": colours that are fruit when nothing follows that could wear them. */
  private isFruit(raw: string): boolean {
    if (raw === "orange" && /^(juice|slice|tree)$/.test(this.word(1))) return true;
    const isAlone = /^(|,|on|in|and|with|by|beside|behind|next)$/.test(this.word(1)) && !isColour(this.word(2));
    return (raw === "orange" || raw === "peach") && isAlone && /^(a|an|one)$/.test(this.word(-1));
  }

  /** "The car is red": the colour belongs to the thing before. */
  private isSaidOfLast(): boolean {
    const verb = this.word(isShade(this.word(-1)) ? -2 : -1);
    return /^(?:is|are)$/.test(verb) && this.reading.subjects.at(-1)?.colour === null;
  }

  private colourLast(colour: string): void {
    const last = this.reading.subjects.pop();
    if (last !== undefined) this.reading.subjects.push({ ...last, colour });
  }

  /** "A red and blue car" wears the first of its colours; the second is not followed. */
  private readSecondColour(): boolean {
    const second = this.word(2);
    if (this.word(1) !== "and" || !isColour(second) || !this.isFollowedBySubject(3)) return false;
    this.ignored.push(second);
    this.position += 2;
    return true;
  }

  /** Whether the comma `ahead` of here parts two adjectives of one thing: "a red, shiny car", not "a red backdrop, a shiny car". */
  private isAmongAdjectives(ahead = 0): boolean {
    const isAfterArticle = /^(?:a|an|the|my|his|her|their|our|two|three|four|five)$/.test(this.word(ahead - 2));
    const next = this.word(ahead + 1);
    const isAdjective = this.word(ahead) === "," && !/^(?:a|an|the|and|in|on|at|with|by|of|,|)$/.test(next);
    return isAfterArticle && isAdjective && !this.isThing(singular(next)) && mediumOf(next) === null && this.isFollowedBySubject(ahead + 1);
  }

  private isThing(noun: string): boolean {
    return iconOf(noun) !== null || latheShapeOf(noun) !== null || figureOf(noun) !== null || placeOf(noun) !== null;
  }

  /** Whether the next words, past adjectives, name a thing the colour can belong to. */
  private isFollowedBySubject(from = 1): boolean {
    for (let ahead = from; ahead <= from + 2; ahead++) {
      const raw = this.word(ahead);
      if (raw === "" || raw === "," || raw === "and" || raw === "on" || raw === "in" || isColour(raw)) return false;
      const noun = singular(raw);
      if (mediumOf(raw) !== null && ahead === from && iconOf(noun) === null) return false;
      const pair = `${noun} ${singular(this.word(ahead + 1))}`;
      if (latheShapeOf(noun) !== null || figureOf(noun) !== null || iconOf(pair) !== null) return true;
      if (placeOf(noun) !== null || lightOf(raw) !== null) return false;
      if (iconOf(noun) !== null) return true;
    }
    return false;
  }

  /** Phrases of two words that are one: cameras, the blue hour, falling snow, and what somebody wears. */
  private readPhrase(raw: string): boolean {
    const pair = `${raw} ${this.word(1)}`;
    const camera = cameraOfPair(pair);
    if (camera !== null) this.reading.camera = camera;
    else if (pair === "blue hour") {
      this.reading.light = "dusk";
      this.reading.colours.push("blue");
    } else if (SNOWFALL.test(pair)) this.reading.weather.add("snow");
    else return this.readGarment(raw);
    this.understood.push(pair);
    this.position++;
    return true;
  }

  /** "A woman in a red dress" wears it; it is no second thing. */
  private readGarment(raw: string): boolean {
    const wearer = this.reading.subjects.at(-1);
    if (!/^(?:in|wearing)$/.test(raw) || wearer?.shape.kind !== "figure") return false;
    let ahead = 1;
    let colour: string | null = null;
    for (; ahead <= 5; ahead++) {
      const word = this.word(ahead);
      if (isColour(word)) colour = isShade(this.word(ahead - 1)) ? `${this.word(ahead - 1)} ${word}` : word;
      else if (GARMENT.test(word)) break;
      else if (word === "" || word === "," || word === "and" || this.isThing(singular(word))) return false;
    }
    const garment = this.word(ahead);
    if (!GARMENT.test(garment)) return false;
    for (let k = 1; k < ahead; k++) {
      const word = this.word(k);
      const isSaid = colour?.split(" ").includes(word) === true;
      if (!isSaid && !LITTLE_WORDS.has(word)) this.ignored.push(word);
    }
    if (colour === null || wearer.colour !== null) this.ignored.push(...(colour === null ? [garment] : [`${colour} ${garment}`]));
    else {
      this.colourLast(colour);
      this.understood.push(`${colour} ${garment}`);
    }
    this.position += ahead;
    return true;
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
    if (relation === null) return false;
    const isPair = relationOf(pair) !== null;
    this.dropRelation();
    this.relationWords = isPair ? pair : raw;
    if (isPair) this.position++;
    if (this.reading.subjects.length === 0) this.dropRelation();
    else this.relation = relation;
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
      this.report(triple, this.addSubject(triple, { kind: "icon", icon: ownDrawing }, this.word(2) !== singular(this.word(2))));
      this.position += 2;
      return true;
    }
    const icon = (Object.hasOwn(OWN_PAIRS, pair) ? OWN_PAIRS[pair] : null) ?? iconOf(pair) ?? iconOf(`${noun} ${singular(next)}`);
    const partReadsOtherwise = mediumOf(raw) !== null || latheShapeOf(noun) !== null || lightOf(raw) !== null;
    if (icon === null || partReadsOtherwise || this.forbidden.forbids(pair)) return false;
    this.report(pair, this.addSubject(pair, { kind: "icon", icon }, singular(next) !== next && next.endsWith("s")));
    this.position++;
    return true;
  }

  private readNoun(raw: string, noun: string): boolean {
    const figure = figureOf(noun);
    if (noun === "portrait" || noun === "headshot") this.reading.isPortrait = true;
    if (figure !== null) {
      const isOld = this.isOld || isOldByName(noun);
      if (raw === "couple") this.pendingCount ??= { word: raw, count: 2 };
      if (raw === "crowd") this.pendingCount ??= { word: raw, count: MOST_DRAWN };
      const isPlural = /^(people|family|women|men|kids|children)$/.test(raw) || (raw !== noun && raw.endsWith("s"));
      const isPlaced = this.addSubject(raw, isOld ? { kind: "figure", figure, isOld: true } : { kind: "figure", figure }, isPlural);
      this.report(raw, isPlaced);
      return true;
    }
    if (noun === "village") {
      this.report(raw, this.addSubject("house", { kind: "icon", icon: "house" }, true));
      return true;
    }
    const shape = latheShapeOf(noun);
    if (shape !== null) {
      if (/^(?:bowl|vase|jar)$/.test(shape) && this.word(1) === "of" && this.vessel === null && this.isThing(singular(this.word(2)))) {
        this.vessel = { noun, shape, raw };
        this.position++;
      } else this.report(raw, this.addLathe(noun, shape));
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
    this.report(raw, this.addSubject(noun, { kind: "icon", icon }, raw !== noun && raw.endsWith("s") && !ONE_OF_TWO.test(raw)));
    return true;
  }

  private report(words: string, isFollowed: boolean): void {
    (isFollowed ? this.understood : this.ignored).push(words);
  }

  private addPlace(place: Place): void {
    if (!this.reading.places.includes(place)) this.reading.places.push(place);
    if (this.colour !== null) this.reading.colours.push(this.colour);
    this.colour = null;
    // "on a table": the thing after the place is not what the one before it stands on.
    this.dropRelation();
  }

  /** "perfume bottle" is one thing: the second word of such a pair refines the first. */
  private addLathe(word: string, shape: LatheShape): boolean {
    const previous = this.reading.subjects.at(-1);
    const isSamePhrase = previous?.shape.kind === "lathe" && latheShapeOf(singular(this.word(-1))) !== null;
    if (isSamePhrase) return true;
    // "flowers in a vase": things stand in what is hollow.
    if (previous !== undefined && /^(in|inside)$/.test(this.lastPreposition())) this.relation = "inside";
    return this.addSubject(word, { kind: "lathe", shape, material: this.material ?? "gloss" }, singular(this.word()) !== this.word());
  }

  private placeVessel(): void {
    const { vessel } = this;
    this.vessel = null;
    if (vessel === null) return;
    this.relation = this.reading.subjects.length > 0 ? "inside" : null;
    this.report(vessel.raw, this.addSubject(vessel.noun, { kind: "lathe", shape: vessel.shape, material: "gloss" }));
  }

  /** The nearest word before this one that is neither an article nor said of the thing. */
  private lastPreposition(): string {
    for (let back = 1; back <= 4; back++) {
      const word = this.word(-back);
      if (/^(in|inside|on|by|with|and|,|)$/.test(word)) return word;
    }
    return "";
  }

  /** Whether it stands in the picture; with too many kinds of things it does not. */
  private addSubject(word: string, shape: SubjectShape, isPlural = false): boolean {
    const subjects = this.reading.subjects;
    const colour = this.colour;
    const hasIt = subjects.some((subject) => isSameShape(subject.shape, shape) && subject.colour === colour);
    const isPlaced = hasIt || subjects.length < MAX_SUBJECTS;
    if (isPlaced && !hasIt) {
      const relation = this.relation !== null && subjects.length > 0 ? { kind: this.relation, to: subjects.length - 1 } : null;
      if (relation !== null && this.relationWords !== null && TOLD_RELATIONS.test(this.relationWords))
        this.understood.push(this.relationWords);
      subjects.push({ word, shape, count: this.takeCount(singular(word), isPlural), colour, relation });
    }
    this.forgetAttributes();
    if (isPlaced && this.vessel !== null) this.placeVessel();
    return isPlaced;
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
