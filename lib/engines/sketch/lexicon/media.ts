export const MEDIA = ["watercolour", "gouache", "oil", "ink", "pencil", "risograph", "flat", "halftone", "pastel", "render"] as const;
export type Medium = (typeof MEDIA)[number];

const WORDS: Readonly<Record<Medium, string>> = {
  watercolour: "watercolor watercolour aquarelle wash",
  gouache: "gouache tempera acrylic storybook",
  oil: "oil impasto impressionist impressionism painterly painting",
  ink: "ink sumi engraving etching pen crosshatch linework woodcut linocut",
  pencil: "pencil sketch charcoal graphite drawing",
  risograph: "riso risograph screenprint zine letterpress",
  flat: "flat vector poster minimalist minimal papercut cutout",
  halftone: "halftone comic pop manga",
  pastel: "crayon chalk",
  render: "photo photographic photograph photography cinematic photorealistic realistic render rendering 3d film photoreal",
};

const mediumByWord = new Map<string, Medium>();
for (const medium of MEDIA) for (const word of WORDS[medium].split(" ")) mediumByWord.set(word, medium);

export function mediumOf(word: string): Medium | null {
  return mediumByWord.get(word) ?? null;
}

/** Words that name a medium only weakly: an explicit one beats them ("ink drawing" is ink, "gouache painting" is gouache). */
export const WEAK_MEDIUM_WORDS: ReadonlySet<string> = new Set([
  "painting",
  "drawing",
  "poster",
  "sketch",
  "minimal",
  "minimalist",
  "film",
  "cinematic",
  "painterly",
  "pop",
]);
