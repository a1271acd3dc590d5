/**
 * Extracts the noun pictures of the sketch engine from the Fluent emoji set (MIT) into `lib/engines/sketch/lexicon`.
 * Run it by hand after bumping one of the three dev packages: `npx tsx scripts/sketch-lexicon.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const require = createRequire(import.meta.url);
const target = join(import.meta.dirname, "..", "lib", "engines", "sketch", "lexicon");

interface FluentSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
}
interface EmojiFacts {
  readonly name: string;
  readonly slug: string;
  readonly group: string;
}

const fluent: FluentSet = require("@iconify-json/fluent-emoji/icons.json");
const emojiFacts: Readonly<Record<string, EmojiFacts>> = require("unicode-emoji-json");
const keywordsByEmoji: Readonly<Record<string, readonly string[]>> = require("emojilib");

const GROUPS = new Set(["Animals & Nature", "Food & Drink", "Travel & Places", "Objects", "Activities"]);
/** Dials, moon faces and whole landscapes are not subjects one can place in a scene. */
const NOT_A_SUBJECT =
  /oclock|thirty|moon-face|quarter-moon|gibbous|^sunset$|^sunrise|^cityscape$|^night-with|^milky-way$|^foggy$|^desert$|^wind-face$/;
/** People and faces the studio needs although their group is left out. */
const EXTRA_ICONS = [
  "astronaut",
  "robot",
  "ghost",
  "alien",
  "mermaid",
  "fairy",
  "ninja",
  "cook",
  "farmer",
  "artist",
  "singer",
  "woman-dancing",
  "person-surfing",
  "skier",
  "skull",
  "red-heart",
  "person-biking",
  "vampire",
  "genie",
  "princess",
  "prince",
  "superhero",
  "snowman",
];
/** Words people use for a picture that the keyword lists name otherwise. Left word, right icon. */
const SYNONYMS: Readonly<Record<string, string>> = {
  cabin: "house-with-garden",
  tree: "deciduous-tree",
  oak: "deciduous-tree",
  pine: "evergreen-tree",
  fir: "evergreen-tree",
  "sailing ship": "sailboat",
  "sailing boat": "sailboat",
  "tall ship": "sailboat",
  cottage: "house-with-garden",
  house: "house",
  home: "house",
  sneaker: "running-shoe",
  trainer: "running-shoe",
  shoe: "running-shoe",
  heels: "high-heeled-shoe",
  boot: "hiking-boot",
  watch: "watch",
  car: "automobile",
  bike: "bicycle",
  boat: "sailboat",
  yacht: "sailboat",
  ship: "ship",
  cake: "birthday-cake",
  coffee: "hot-beverage",
  tea: "teacup-without-handle",
  phone: "mobile-phone",
  smartphone: "mobile-phone",
  bag: "handbag",
  handbag: "handbag",
  rose: "rose",
  flower: "cherry-blossom",
  headphone: "headphone",
  earphone: "headphone",
  lipstick: "lipstick",
  ring: "ring",
  balloon: "balloon",
  whale: "spouting-whale",
  bird: "bird",
  owl: "owl",
  wolf: "wolf",
  bear: "bear",
  deer: "deer",
  horse: "horse",
  dog: "dog",
  cat: "cat",
  fox: "fox",
  tent: "tent",
  train: "locomotive",
  umbrella: "umbrella",
  chair: "chair",
  sofa: "couch-and-lamp",
  couch: "couch-and-lamp",
  plant: "potted-plant",
  cactus: "cactus",
  mushroom: "mushroom",
  lemon: "lemon",
  tangerine: "tangerine",
  fish: "tropical-fish",
  jellyfish: "jellyfish",
  turtle: "turtle",
  dolphin: "dolphin",
  shark: "shark",
  coral: "coral",
  ufo: "flying-saucer",
  satellite: "satellite",
  lantern: "red-paper-lantern",
  kite: "kite",
  guitar: "guitar",
  camera: "camera",
  book: "closed-book",
  chef: "cook",
  cook: "cook",
  surfer: "person-surfing",
  dancer: "woman-dancing",
  crown: "crown",
  dress: "dress",
  skull: "skull",
  heart: "red-heart",
  plane: "airplane",
  aeroplane: "airplane",
  rabbit: "rabbit",
  bunny: "rabbit",
  cow: "cow",
  pig: "pig",
  mouse: "mouse",
  monkey: "monkey",
  tiger: "tiger",
  lion: "lion",
  panda: "panda",
  koala: "koala",
  sheep: "ewe",
  lamb: "ewe",
  goat: "goat",
  chicken: "rooster",
  duck: "duck",
  swan: "swan",
  eagle: "eagle",
  penguin: "penguin",
  frog: "frog",
  snail: "snail",
  bee: "honeybee",
  croissant: "croissant",
  bread: "bread",
  pizza: "pizza",
  burger: "hamburger",
  apple: "red-apple",
  pear: "pear",
  peach: "peach",
  cherries: "cherries",
  cherry: "cherries",
  strawberry: "strawberry",
  banana: "banana",
  grape: "grapes",
  watermelon: "watermelon",
  pineapple: "pineapple",
  sushi: "sushi",
  ramen: "steaming-bowl",
  noodle: "steaming-bowl",
  donut: "doughnut",
  doughnut: "doughnut",
  truck: "delivery-truck",
  bus: "bus",
  taxi: "taxi",
  scooter: "motor-scooter",
  motorbike: "motorcycle",
  motorcycle: "motorcycle",
  tractor: "tractor",
  helicopter: "helicopter",
  rocket: "rocket",
  spaceship: "rocket",
  castle: "castle",
  church: "church",
  hut: "hut",
  windmill: "house",
  clock: "mantelpiece-clock",
  teapot: "teapot",
  backpack: "backpack",
  hat: "top-hat",
  sunglasses: "sunglasses",
  glasses: "glasses",
  shirt: "t-shirt",
  tshirt: "t-shirt",
  jeans: "jeans",
  coat: "coat",
  scarf: "scarf",
  glove: "gloves",
  sock: "socks",
  keyboard: "keyboard",
  laptop: "laptop",
  computer: "desktop-computer",
  television: "television",
  tv: "television",
  radio: "radio",
  violin: "violin",
  trumpet: "trumpet",
  drum: "drum",
  piano: "musical-keyboard",
  saxophone: "saxophone",
  gift: "wrapped-gift",
  present: "wrapped-gift",
  tulip: "tulip",
  sunflower: "sunflower",
  lotus: "lotus",
  bouquet: "bouquet",
  leaf: "leaf-fluttering-in-wind",
  palm: "palm-tree",
  butterfly: "butterfly",
  dragonfly: "butterfly",
  dragon: "dragon",
  unicorn: "unicorn",
  dinosaur: "sauropod",
  crab: "crab",
  lobster: "lobster",
  octopus: "octopus",
  squid: "squid",
  snake: "snake",
  crocodile: "crocodile",
  elephant: "elephant",
  giraffe: "giraffe",
  zebra: "zebra",
  camel: "camel",
  kangaroo: "kangaroo",
  hedgehog: "hedgehog",
  squirrel: "chipmunk",
  parrot: "parrot",
  peacock: "peacock",
  flamingo: "flamingo",
  dove: "dove",
  bat: "bat",
  bed: "bed",
  door: "door",
  mirror: "mirror",
  bathtub: "bathtub",
  key: "key",
  globe: "globe-showing-europe-africa",
  telescope: "telescope",
  microscope: "microscope",
  anchor: "anchor",
  compass: "compass",
  map: "world-map",
  diamond: "gem-stone",
  gem: "gem-stone",
  football: "soccer-ball",
  basketball: "basketball",
  tennis: "tennis",
  skateboard: "skateboard",
  trophy: "trophy",
  medal: "sports-medal",
  snowman: "snowman",
  pumpkin: "jack-o-lantern",
  fireworks: "fireworks",
  spoon: "spoon",
  knife: "kitchen-knife",
  soap: "soap",
};
/** Keywords that describe rather than name; taking them for nouns would put a pictogram into every picture. */
const ADJECTIVES = new Set(
  (
    "hot air cold warm cool bright shiny modern old new wild little giant huge empty lonely happy glass ceramic metal chrome lone single small big " +
    "large tall light lighting shot view scene hour time high quality detailed beautiful art image picture illustration digital summer spring " +
    "autumn fall winter nature animal pet food fruit vegetable sport travel vacation love cute funny sad silly fun game play work school office " +
    "party music color colour colors weather sky sun sunny moon star stars night day evening morning red blue green yellow pink purple orange brown black " +
    "white grey gray gold golden silver water fire ice rain snow wind cloud fog storm mountain sea ocean beach forest city desert field island japan america usa " +
    "france italy english money business professional health medical science technology internet tech electronics transport transportation vehicle building " +
    "place places plant nice good bad luck lucky fast slow strong dark deep pale soft flat oil ink wash film render photo poster style up down left right front " +
    "back top bottom over under next near far open closed close run running walk walking read write writing draw painting paint sing dance sleep eat drink " +
    "bamboo cook cooking birthday christmas halloween easter wedding celebration religion holy free quiet calm loud dead death life alive hard easy round square " +
    "circle shape symbol sign word number letter line point one two three four five six seven eight nine ten half full double first second last " +
    "man woman boy girl person people human men women child kid baby family group face head hand foot eye body hair male female"
  ).split(" "),
);

interface Candidate {
  readonly icon: string;
  readonly score: number;
}

const candidates = new Map<string, Candidate[]>();
function offer(word: string, icon: string, score: number): void {
  if (word.length < 3 || !/^[a-z][a-z ]*$/.test(word)) return;
  const list = candidates.get(word) ?? [];
  list.push({ icon, score });
  candidates.set(word, list);
}

const icons: Record<string, string> = {};
function keep(icon: string): boolean {
  const body = fluent.icons[icon]?.body;
  if (body === undefined) return false;
  icons[icon] = body;
  return true;
}

for (const [emoji, facts] of Object.entries(emojiFacts)) {
  const icon = facts.slug.replaceAll("_", "-");
  if (!GROUPS.has(facts.group) || NOT_A_SUBJECT.test(icon) || !keep(icon)) continue;
  const name = facts.name
    .toLowerCase()
    .replace(/[^a-z ]/g, " ")
    .replace(/ +/g, " ")
    .trim();
  const words = name.split(" ");
  offer(name, icon, 100);
  const last = words.at(-1);
  if (words.length > 1 && last !== undefined) offer(last, icon, 60 - words.length);
  (keywordsByEmoji[emoji] ?? []).forEach((keyword, position) => {
    offer(keyword.replaceAll("_", " "), icon, (keyword.includes("_") ? 40 : 30) - position * 3);
  });
}
for (const icon of EXTRA_ICONS) if (keep(icon)) offer(icon.replaceAll("-", " "), icon, 120);
for (const [word, icon] of Object.entries(SYNONYMS)) if (keep(icon)) offer(word, icon, 200);

/** A weak keyword counts only when it looks like a noun. */
const CERTAIN = 40;
const PLAUSIBLE = 21;
const nouns: Record<string, string> = {};
for (const [word, list] of [...candidates].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const best = list.reduce((a, b) => (b.score > a.score ? b : a));
  const looksLikeNoun = word.length > 3 && !/(y|ing|ed|ly|ful|ous|ish)$/.test(word);
  const isNamed = best.score >= 100;
  if (ADJECTIVES.has(word) && !isNamed) continue;
  if (best.score >= CERTAIN || (best.score >= PLAUSIBLE && looksLikeNoun)) nouns[word] = best.icon;
}

/** What an emoji is called in one or two words of the list; longer names name scenes, not things. */
const emojiWords: Record<string, string> = {};
for (const [emoji, facts] of Object.entries(emojiFacts)) {
  const name = facts.name.toLowerCase().replace(/ face$/, "");
  if (GROUPS.has(facts.group) && Object.hasOwn(nouns, name) && name.split(" ").length <= 2)
    emojiWords[emoji.replaceAll("\ufe0f", "")] = name;
}

mkdirSync(target, { recursive: true });
const lines = Object.entries(icons).map(([name, body]) => `\n${name}\t${body.replaceAll(/[\n\t]/g, " ")}`);
const packed = brotliCompressSync(`${lines.join("")}\n`, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: 12_000_000 },
});
writeFileSync(join(target, "icons.json"), `${JSON.stringify({ compression: "brotli", svg: packed.toString("base64") })}\n`);
writeFileSync(join(target, "nouns.json"), `${JSON.stringify(nouns)}\n`);
writeFileSync(join(target, "emoji.json"), `${JSON.stringify(emojiWords)}\n`);
const licence = (path: string) => readFileSync(require.resolve(path), "utf8").trim();
writeFileSync(
  join(target, "NOTICE.md"),
  `# Third-party material in this folder

\`icons.json\` holds drawings of Microsoft's **Fluent Emoji** (MIT, © Microsoft Corporation), taken from \`@iconify-json/fluent-emoji\`.
\`nouns.json\` and \`emoji.json\` are derived from the names of \`unicode-emoji-json\` and the keywords of \`emojilib\` (both MIT, © Mu-An Chiou).
All three files are written by \`scripts/sketch-lexicon.ts\`.

## Fluent Emoji

MIT License. Copyright (c) Microsoft Corporation.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

## emojilib

${licence("emojilib/LICENSE")}

## unicode-emoji-json

${licence("unicode-emoji-json/LICENSE")}
`,
);
console.log(`${Object.keys(icons).length} drawings, ${Object.keys(nouns).length} words, ${(packed.length / 1e6).toFixed(2)} MB packed`);
