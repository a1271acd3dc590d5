/** What a clause of a prompt speaks of, in the order in which engines and people read it best. */
export const CLAUSE_PARTS = ["subject", "scene", "light", "mood", "camera", "colour", "medium", "finish"] as const;
export type ClausePart = (typeof CLAUSE_PARTS)[number];

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that say which part a clause is. A word stands once: the first part that knows it has it. */
const PART_WORDS: Readonly<Record<Exclude<ClausePart, "subject">, ReadonlySet<string>>> = {
  light: words(
    "light lighting lit backlit backlight sunlight sunlit moonlight moonlit daylight sunrise sunset dawn dusk twilight noon midday golden " +
      "hour blue-hour rim candlelight candlelit neon glow glowing overcast shade shadow shadows spotlight softbox high-key low-key chiaroscuro " +
      "volumetric diffused twinkling sunny sunshine",
  ),
  mood: words(
    "calm serene quiet peaceful moody dramatic melancholic melancholy nostalgic dreamy ethereal mysterious eerie playful cheerful joyful cosy cozy " +
      "elegant tense lonely hopeful romantic whimsical majestic epic mood atmosphere atmospheric",
  ),
  camera: words(
    "close-up closeup macro wide wide-angle telephoto lens mm 24mm 35mm 50mm 85mm 100mm shot angle aerial overhead top-down low-angle high-angle " +
      "eye-level bird's-eye worm's-eye isometric portrait-lens bokeh depth field dof framing framed centred centered symmetrical rule-of-thirds " +
      "view viewpoint perspective panorama panoramic tilt-shift fisheye f/1.4 f/1.8 f/2.8 f/8 dolly pan zoom tracking handheld",
  ),
  colour: words("palette colours colors monochrome monochromatic pastel-palette muted saturated desaturated duotone tones earthy"),
  medium: words(
    "watercolour watercolor gouache oil acrylic ink pencil charcoal pastel crayon risograph screenprint linocut woodcut etching engraving " +
      "photograph photo photography photorealistic film render 3d illustration painting drawing sketch vector flat poster halftone comic collage " +
      "papercut embroidery mosaic fresco print anime manga",
  ),
  finish: words(
    "masterpiece best quality high-quality hq 4k 8k hd uhd detailed highly ultra ultra-detailed intricate sharp focus award-winning award winning " +
      "trending artstation hyperdetailed resolution high-resolution professional",
  ),
  scene: words(
    "background foreground meadow field forest woods street city town village sea ocean lake river beach desert mountain mountains valley garden " +
      "kitchen room studio office café cafe interior indoors outdoors sky snow rain fog mist storm harbour harbor market station table shelf",
  ),
};
const BY_WORDS = ["finish", "medium", "colour", "camera", "light", "mood", "scene"] as const;

/** Words that say nothing of their own, beside those of a part. */
const COMPANIONS = words(
  "a an the of in on at and with very style soft warm cool hard bright dark deep shallow natural from by to high low full clear",
);

/** What a clause that begins so belongs to: the one before it. */
const DEPENDENT =
  /^(?:and|or|but|with|without|wearing|holding|carrying|made|covered|surrounded|next|beside|while|which|who|its|his|her|their)\b|^\w+ing\b/i;
const PLACED = /^(?:in|at|on|under|over|above|below|inside|outside|near|by|against|before|behind|between|among|along|across)\b/i;

const wordsOf = (clause: string) =>
  clause
    .toLowerCase()
    .split(/[^\p{L}\p{N}/.'’-]+/u)
    .filter((word) => word !== "");

/** Which part of a picture a clause speaks of. Only one whose every word belongs to a part is of it; a place by how it begins. */
export function partOf(clause: string): ClausePart {
  const said = wordsOf(clause).filter((word) => !COMPANIONS.has(word));
  if (said.length === 0) return "subject";
  const of = (part: (typeof BY_WORDS)[number]) => (word: string) => PART_WORDS[part].has(word);
  for (const part of BY_WORDS) if (part !== "scene" && said.every((word) => PART_WORDS[part].has(word) || word === "of")) return part;
  // "golden hour light over the city" is light; "a fox in the light" is a fox.
  const mixed = BY_WORDS.find(
    (part) => part !== "scene" && said.every((word) => of(part)(word) || of("scene")(word)) && said.some(of(part)),
  );
  if (mixed) return mixed;
  return isPlaced(clause) || said.every(of("scene")) ? "scene" : "subject";
}

/** Whether a clause says where something is, by how it begins. */
export const isPlaced = (clause: string): boolean => PLACED.test(clause.trim());

/** Whether a clause hangs on the one before it. */
export const isDependent = (clause: string): boolean => DEPENDENT.test(clause.trim());
