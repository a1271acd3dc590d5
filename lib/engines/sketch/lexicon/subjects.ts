/** Turned shapes drawn by the lathe in `subjects/lathe.ts`. */
export const LATHE_SHAPES = ["bottle", "perfume", "vase", "jar", "can", "cup", "serum", "tube", "lighthouse", "bowl", "goblet"] as const;
export type LatheShape = (typeof LATHE_SHAPES)[number];

const LATHE_WORDS: Readonly<Record<LatheShape, string>> = {
  bottle: "bottle beer wine flask",
  perfume: "perfume fragrance cologne scent",
  vase: "vase amphora urn jug pitcher",
  jar: "jar cream pot jam inkwell inkpot",
  can: "can soda tin",
  cup: "mug cup",
  serum: "serum dropper cosmetic skincare",
  tube: "tube lotion",
  lighthouse: "lighthouse beacon",
  bowl: "bowl",
  goblet: "goblet chalice wineglass",
};

const shapeByWord = new Map<string, LatheShape>();
for (const shape of LATHE_SHAPES) for (const word of LATHE_WORDS[shape].split(" ")) shapeByWord.set(word, shape);

export function latheShapeOf(word: string): LatheShape | null {
  return shapeByWord.get(word) ?? null;
}

/** What a turned thing is made of. */
export type Material = "gloss" | "glass" | "ceramic" | "metal";

export function materialOf(word: string): Material | null {
  switch (word) {
    case "glass":
    case "crystal":
      return "glass";
    case "ceramic":
    case "clay":
    case "porcelain":
    case "matte":
    case "pottery":
    case "earthenware":
      return "ceramic";
    case "metal":
    case "chrome":
    case "steel":
    case "aluminium":
    case "aluminum":
    case "metallic":
      return "metal";
    case "glossy":
    case "plastic":
    case "lacquered":
      return "gloss";
    default:
      return null;
  }
}

/** People drawn as simple figures when they stand in a scene, or as a bust when the picture is a portrait. */
const FIGURES: Readonly<Record<string, string>> = {
  woman: "woman",
  lady: "woman",
  girl: "girl",
  man: "man",
  gentleman: "man",
  boy: "boy",
  person: "woman",
  people: "woman",
  model: "woman",
  human: "man",
  figure: "man",
  traveller: "man",
  traveler: "man",
  hiker: "man",
  child: "girl",
  baby: "girl",
  toddler: "boy",
  teenager: "boy",
  bride: "woman",
  groom: "man",
  bridegroom: "man",
  dad: "man",
  mum: "woman",
  mom: "woman",
  guy: "man",
  businessman: "man",
  businesswoman: "woman",
  musician: "man",
  photographer: "man",
  teacher: "woman",
  warrior: "man",
  princess: "woman",
  prince: "man",
  kid: "boy",
  children: "girl",
  couple: "woman",
  wanderer: "man",
  friend: "woman",
  crowd: "man",
  face: "woman",
  mother: "woman",
  father: "man",
  king: "man",
  queen: "woman",
  student: "woman",
  tourist: "man",
  walker: "man",
  family: "woman",
  sailor: "man",
  grandfather: "man",
  grandpa: "man",
  grandmother: "woman",
  grandma: "woman",
  granny: "woman",
};

/** Whether a word for a person says that they are old. */
export function isOldByName(word: string): boolean {
  return /^(?:grand(?:father|pa|mother|ma)|granny)$/.test(word);
}

export type Figure = "woman" | "man" | "girl" | "boy";

export function figureOf(word: string): Figure | null {
  const figure = Object.hasOwn(FIGURES, word) ? FIGURES[word] : undefined;
  return figure === "woman" || figure === "man" || figure === "girl" || figure === "boy" ? figure : null;
}

/** Whether a drawing is of an animal that has young to draw smaller. */
export function isAnimal(icon: string | null): boolean {
  return (
    icon !== null &&
    /^(?:dog|cat|fox|wolf|lion|tiger|leopard|bear|polar-bear|panda|deer|moose|elephant|giraffe|rhinoceros|hippopotamus|horse|donkey|zebra|cow|ox|goat|ewe|pig|monkey|gorilla|kangaroo|koala|penguin|owl|duck|seal|whale|dolphin|raccoon|otter|rabbit|hedgehog|camel|llama|dragon|sauropod|t-rex|turtle|crocodile|swan|eagle)$/.test(
      icon,
    )
  );
}

/** Drawings of what flies over a place without more words. */
export const FLYING =
  /balloon|airship|kite|saucer|airplane|helicopter|butterfly|rocket|bird|dragon|eagle|dove|owl|parrot|bat$|bee$|moon|comet|^rainbow$/;

/** Whether a drawing is of something that floats on water with somebody on it. */
export function isWatercraft(icon: string): boolean {
  return /sailboat|ship$|speedboat|canoe|ferry|motor-boat|rowboat/.test(icon);
}

/** Whether a drawing is of what one sits on with the feet on the ground. */
export function isSeat(icon: string | null): boolean {
  return icon !== null && /^(?:bench|throne|armchair|chair|couch-and-lamp)$/.test(icon);
}

/** Whether a drawing is of somebody who stands on the ground. */
export function isPerson(icon: string): boolean {
  return /^(?:angel|ballerina|chef|cowboy|doctor|elf|farmer|firefighter|geisha|gnome|keeper|knight|nun|nurse|painter|pirate|police|priest|samurai|soldier|vampire|viking|witch|wizard|ninja|woman-dancing)$/.test(
    icon,
  );
}

/** What sits on a head or before its eyes, by its drawing. */
export function isHeadwear(icon: string): boolean {
  return /hat$|^crown$|cap$|helmet|^(?:sun)?glasses$|goggles/.test(icon);
}

/** Whether a drawing has a head of which we know where it is, so that it can wear something: animals that sit, a snowman and a skull. */
export function canWear(icon: string): boolean {
  return /^snowman|^(?:cat|dog|fox|lion|panda|koala|raccoon|frog|hamster|owl|rabbit-face|mouse-face|pig-face|monkey-face|skull)$/.test(
    icon,
  );
}

/** What is tied around a neck, by its drawing. */
export function isNeckwear(icon: string): boolean {
  return icon === "scarf";
}

/** What a person carries in the hand, by its drawing. */
export function isCarried(icon: string): boolean {
  return /bag$|^purse$|^briefcase$|^backpack$|^luggage$/.test(icon);
}

/** As many of one thing as a picture can show; more would be too small to read. */
export const MOST_DRAWN = 24;

/** As many things in all. */
export const MOST_IN_ALL = 40;

const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
  thousand: 1000,
  several: 4,
  many: 6,
  few: 3,
  dozen: 12,
};

/** Words that count only with "of": a school is a building, a couple two people. */
const GROUPS: Readonly<Record<string, number>> = {
  pair: 2,
  couple: 2,
  flock: 9,
  fleet: 6,
  herd: 8,
  row: 4,
  group: 4,
  pack: 4,
  school: 9,
  swarm: 14,
  crowd: 14,
  dozens: 24,
  hundreds: 200,
};

/** The count a word asks for, before it is cut to what can be drawn; null for a word that does not count. */
export function countOf(word: string, next = ""): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word) >= 2 ? Number(word) : null;
  if (Object.hasOwn(NUMBERS, word)) return NUMBERS[word] ?? null;
  return next === "of" && Object.hasOwn(GROUPS, word) ? (GROUPS[word] ?? null) : null;
}
