import type { Backlight, Camera, Relation, Season, Weather } from "./scene-spec";

const WEATHER: Readonly<Record<string, Weather>> = {
  fog: "fog",
  foggy: "fog",
  mist: "fog",
  misty: "fog",
  haze: "fog",
  smoke: "fog",
  smoky: "fog",
  rain: "rain",
  rainy: "rain",
  raining: "rain",
  stormy: "rain",
  storm: "rain",
  drizzle: "rain",
  downpour: "rain",
  rainstorm: "rain",
  raindrops: "rain",
  wet: "rain",
  flurry: "snow",
  flurries: "snow",
  snowflakes: "snow",
  snowstorm: "snow",
  snowy: "snow",
  snowfall: "snow",
  snowing: "snow",
  blizzard: "snow",
  tempest: "rain",
  windy: "wind",
  wind: "wind",
  breeze: "wind",
  breezy: "wind",
  gale: "wind",
  lightning: "lightning",
  lightnings: "lightning",
  thunder: "lightning",
  thunderstorm: "lightning",
  thunderstorms: "lightning",
};
const SEASONS: Readonly<Record<string, Season>> = {
  spring: "spring",
  summer: "summer",
  autumn: "autumn",
  autumnal: "autumn",
  fall: "autumn",
  winter: "winter",
  wintry: "winter",
};
const CAMERAS: Readonly<Record<string, Camera>> = {
  close: "close",
  closeup: "close",
  macro: "close",
  detail: "close",
  wide: "wide",
  panorama: "wide",
  panoramic: "wide",
  vast: "wide",
  distant: "wide",
  tiny: "wide",
  aerial: "top",
  overhead: "top",
  topdown: "top",
  flatlay: "top",
  knolling: "top",
  low: "low",
};
/** Cameras of two words. */
const CAMERA_PAIRS: Readonly<Record<string, Camera>> = {
  "from above": "top",
  "top down": "top",
  "top view": "top",
  "bird eye": "top",
  "birds eye": "top",
  "flat lay": "top",
  "high angle": "high",
  "looking down": "high",
  "close up": "close",
  "low angle": "low",
  "from below": "low",
  "worm eye": "low",
  "worms eye": "low",
};
/** Light from behind. */
const BACKLIGHTS: Readonly<Record<string, Backlight>> = {
  backlit: "rim",
  backlight: "rim",
  backlighting: "rim",
  "back lit": "rim",
  "back light": "rim",
  "back lighting": "rim",
  "contre jour": "rim",
  "rim lit": "rim",
  "rim light": "rim",
  "rim lighting": "rim",
  silhouette: "silhouette",
  silhouettes: "silhouette",
  silhouetted: "silhouette",
};
const RELATIONS: Readonly<Record<string, Relation>> = {
  "left of": "left-of",
  "right of": "right-of",
  "on top": "on",
  behind: "behind",
  "front of": "in-front-of",
  above: "above",
  over: "above",
  below: "below",
  under: "below",
  beneath: "below",
  underneath: "below",
  on: "on",
  atop: "on",
  riding: "on",
  rides: "on",
  between: "between",
  holding: "holding",
  eating: "holding",
  eats: "holding",
  reading: "holding",
  reads: "holding",
  holds: "holding",
  carrying: "holding",
  wearing: "wearing",
  wears: "wearing",
};

export function weatherOf(word: string): Weather | null {
  return own(WEATHER, word);
}

export function seasonOf(word: string): Season | null {
  return own(SEASONS, word);
}

export function cameraOf(word: string): Camera | null {
  return own(CAMERAS, word);
}

/** The camera of two words ("from above"). */
export function cameraOfPair(words: string): Camera | null {
  return own(CAMERA_PAIRS, words);
}

/** Light from behind, of one word or of two. */
export function backlightOf(words: string): Backlight | null {
  return own(BACKLIGHTS, words);
}

/** The relation of one word or of two ("left of"). */
export function relationOf(words: string): Relation | null {
  return own(RELATIONS, words);
}

/** A prompt may say "constructor"; only what a table itself holds is meant. */
function own<T>(table: Readonly<Record<string, T>>, word: string): T | null {
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}
