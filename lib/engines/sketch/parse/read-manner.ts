import { isColour } from "../lexicon/colours";
import { type Light, lightOf } from "../lexicon/lights";
import { WEAK_MEDIUM_WORDS } from "../lexicon/media";
import { moodOf } from "../lexicon/moods";
import { cameraOf, seasonOf, weatherOf } from "./manner-words";
import { isWork, mediumAt } from "./read-medium";
import type { Reading } from "./reading";

/** Medium, light, mood, weather, season, camera: one word, the one at `at`, may be several of them. */
export function readManner(reading: Reading, raw: string, at: number): boolean {
  let isKnown = false;
  const medium = mediumAt(reading.words, at);
  if (medium === "soft-colours") {
    reading.light ??= "soft";
    reading.mood = { ...reading.mood, saturation: 0.85 };
    isKnown = true;
  } else if (medium !== null) {
    const isWeak = WEAK_MEDIUM_WORDS.has(raw);
    if (reading.medium === null || (reading.isMediumWeak && !isWeak)) {
      if (reading.medium !== null && reading.medium !== medium && !isWork(reading.mediumWord)) reading.replaced.push(reading.mediumWord);
      reading.medium = medium;
      reading.mediumWord = raw;
      reading.isMediumWeak = isWeak;
    }
    // A picture is made in one medium: a second one is not followed. "Ink drawing" is one.
    isKnown = reading.medium === medium || (isWeak && isWork(raw) && mediumAt(reading.words, at - 1) !== null);
  }
  const light = lightOf(raw);
  if (light !== null) {
    const held = reading.light;
    reading.light = strongerLight(held, light);
    // The one of two that does not rule the sky.
    if (held !== null && held !== light) soften(reading, reading.light === light ? held : light);
    isKnown ||= reading.light === light || isPartOf(light, held);
  }
  const mood = moodOf(raw);
  if (mood !== null && !(raw === "dark" && isColour(reading.words[at + 1] ?? ""))) {
    reading.mood = { ...reading.mood, ...mood };
    isKnown = true;
  }
  const weather = weatherOf(raw);
  if (weather !== null) {
    reading.weather.add(weather);
    if (raw.startsWith("thunderstorm")) reading.weather.add("rain");
    isKnown = true;
  }
  const season = seasonOf(raw);
  if (season !== null) {
    reading.season = season;
    if (season === "winter") reading.weather.add("snow");
    isKnown = true;
  }
  const camera = cameraOf(raw);
  if (camera !== null) {
    if (reading.camera === null) {
      reading.camera = camera;
      reading.cameraWords = raw;
    }
    isKnown ||= reading.camera === camera;
  }
  return isKnown;
}

/** A general light lies over any other: softer, or warmer. */
function soften(reading: Reading, light: Light): void {
  if (light === "soft") reading.mood = { contrast: 0.92, bloom: 0.25, ...reading.mood };
  else if (light === "golden") reading.mood = { warmth: 0.04, ...reading.mood };
}

const BY_DAY: ReadonlySet<Light> = new Set(["day", "golden", "dawn", "sunset", "soft"]);

/** Neon and the aurora shine at night, the sun by day, and a general light lies over any other. */
function isPartOf(light: Light, held: Light | null): boolean {
  if (light === "day") return held !== null && BY_DAY.has(held);
  return light === "soft" || light === "golden" || (light === "night" && (held === "neon" || held === "aurora"));
}

/** The first light named holds, except that a specific one replaces a general one ("warm sunset" is a sunset). */
function strongerLight(held: Light | null, named: Light): Light {
  const isGeneral = held === null || held === "soft" || held === "golden" || held === "day";
  // A storm at night is a night, and the storm is seen in its rain.
  const isHour = named === "night" || named === "sunset" || named === "dusk" || named === "dawn";
  const isLitNight = held === "night" && (named === "neon" || named === "aurora");
  return isGeneral || isLitNight || (held === "storm" && isHour) ? named : held;
}
