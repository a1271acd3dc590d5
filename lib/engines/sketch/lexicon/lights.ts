/** The lights a scene can stand in; each is a sky and a sun in `scene/light.ts`. */
export const LIGHTS = [
  "day",
  "golden",
  "dawn",
  "sunset",
  "dusk",
  "night",
  "storm",
  "overcast",
  "neon",
  "soft",
  "aurora",
  "studio",
  "underwater",
] as const;
export type Light = (typeof LIGHTS)[number];

const WORDS: Readonly<Partial<Record<Light, string>>> = {
  dawn: "dawn sunrise morning daybreak",
  day: "noon day daylight sunny midday sunlit sunshine",
  golden: "golden afternoon warm",
  sunset: "sunset evening",
  dusk: "dusk twilight",
  night: "night midnight moonlit moonlight moon starry nocturnal stars",
  storm: "storm stormy thunder thunderstorm tempest",
  overcast: "overcast cloudy grey gloomy",
  neon: "neon cyberpunk synthwave vaporwave",
  soft: "soft dreamy hazy",
  aurora: "aurora borealis",
};

const lightByWord = new Map<string, Light>();
for (const light of LIGHTS) for (const word of (WORDS[light] ?? "").split(" ")) if (word !== "") lightByWord.set(word, light);

export function lightOf(word: string): Light | null {
  return lightByWord.get(word) ?? null;
}
