import type { Light } from "../lexicon/lights";
import type { Medium } from "../lexicon/media";
import { hasViewFromAbove, PLACES, type Place, placeOf } from "../lexicon/places";
import { Random } from "../raster/random";
import { thingsOfReading, withFurniture } from "./default-things";
import type { Forbidden } from "./negative";
import { withOccasion } from "./occasions";
import { seenOn } from "./place-colours";
import { isSeenUnderWater, placeForSubjects, standAshore } from "./place-of-things";
import type { Reading } from "./reading";
import {
  type Camera,
  COMPOSITIONS,
  type Composition,
  type Feature,
  type SceneSpec,
  type Subject,
  type Weather,
  type Woods,
} from "./scene-spec";
import { singular } from "./tokens";

/** Fills what the words left open: a place that suits the subjects, a light, a medium and a composition by seed. */
export function completeSpec(reading: Reading, forbidden: Forbidden, seed: number): SceneSpec {
  const random = new Random(`${seed}|spec`);
  const all = outdoors(completePlaces(reading), reading);
  const isSnowed = isSnowWeather(reading, all);
  const places = isSnowed ? all.filter((one) => one !== "snow") : all;
  const place = places[0] ?? "abstract";
  const weather = [...new Set([...reading.weather, ...(isSnowed ? ["snow" as const] : [])])]
    .filter((kind) => !forbidden.forbids(kind))
    .sort();
  const light = reading.light ?? lightOfWeather(weather, place, seed) ?? defaultLight(reading, places, seed);
  const medium = reading.medium ?? defaultMedium(random);
  return {
    seed,
    places,
    light,
    medium,
    composition: compositionFor(reading, place, seed),
    camera: cameraFor(reading, place),
    season: reading.season,
    weather,
    mood: reading.mood,
    ...coloursOf(reading, places),
    subjects: place === "portrait" ? sitterAndWorn(reading) : thingsFor(reading, place, forbidden, seed),
    without: withoutOwn(forbidden, reading),
    lettering: reading.lettering,
    woods: woodsOf(reading),
    abstractStyle: abstractStyle(reading, random),
    ...backlightFor(reading, place),
    ...(hasHill(reading, place) ? { hasHill: true } : {}),
    hasPodium: reading.words.some((word) => /^(podium|pedestal|plinth)s?$/.test(word)),
  };
}

/** "A castle on a hill": one hill, and what was named on it. Hills are what a meadow has by itself. */
function hasHill({ words, camera }: Reading, place: Place): boolean {
  return /^(?:meadow|snow|mountains)$/.test(place) && camera !== "top" && words.some((word) => HILL.test(word));
}

const HILL = /^(?:hill|hilltop|hillside|knoll|mound)$/;

/** A portrait shows one person, and what they wear on head and neck. */
function sitterAndWorn({ subjects }: Reading): readonly Subject[] {
  const at = subjects.findIndex(({ shape }) => shape.kind === "figure");
  const worn = subjects.filter(({ relation }) => relation?.kind === "wearing" && relation.to === at);
  return subjects.slice(at, at + 1).concat(worn.map((thing) => ({ ...thing, relation: { kind: "wearing", to: 0 } })));
}

/** The colours of the scene as a whole, and those of places where they can be seen on them. */
function coloursOf(reading: Reading, places: readonly Place[]): Pick<SceneSpec, "colours" | "placeColours"> {
  const placeColours = seenOn(places, cameraFor(reading, places[0] ?? "abstract"), reading.placeColours);
  const others = reading.placeColours.filter((one) => !placeColours.includes(one)).map(({ colour }) => colour);
  const colours = [...reading.colours, ...others].slice(0, 6);
  return placeColours.length > 0 ? { colours, placeColours } : { colours };
}

/** What a sky has by itself, by the drawing of one that was asked for. */
const OWN_FEATURES: Readonly<Record<string, Feature>> = { "ringed-planet": "planet", star: "stars", cloud: "clouds", sun: "sun" };

/** A planet that was asked for takes the place of the scene's own, and so do four stars. */
function withoutOwn({ features }: Forbidden, { subjects }: Reading): SceneSpec["without"] {
  const said = subjects.flatMap(({ shape }) => (shape.kind === "icon" && Object.hasOwn(OWN_FEATURES, shape.icon) ? shape.icon : []));
  const own = said.flatMap((icon) => OWN_FEATURES[icon] ?? []);
  return own.length === 0 ? features : [...new Set([...features, ...own])].sort();
}

/** Light from behind needs something before it, and a camera that looks at its side. */
function backlightFor({ backlight, subjects, camera }: Reading, place: Place): Pick<SceneSpec, "backlight"> {
  const isSeen = (subjects.length > 0 || place === "portrait") && cameraFor({ camera }, place) !== "top";
  return backlight !== null && isSeen ? { backlight } : {};
}

/** What cannot be looked straight down on is seen as if nothing had been said. */
function cameraFor({ camera }: Pick<Reading, "camera">, place: Place): Camera {
  return camera === null || (camera === "top" && !hasViewFromAbove(place)) ? "medium" : camera;
}

const STILL: ReadonlySet<Place> = new Set(["studio", "table", "portrait", "abstract"]);

/** Whether the scene shows clouds and a moon. */
export function hasSky({ places, camera }: SceneSpec): boolean {
  const place = places[0] ?? "abstract";
  return camera !== "top" && !STILL.has(place) && place !== "interior" && place !== "space" && place !== "underwater";
}

/** Whether rain, snow, fog and wind are seen in the scene. */
export function hasWeather({ places }: SceneSpec): boolean {
  const place = places[0] ?? "abstract";
  return !STILL.has(place) && place !== "interior" && place !== "space" && place !== "underwater";
}

/** Weather is seen where there is a sky: what stands in the rain with no place named stands on a street. */
function outdoors(places: readonly Place[], reading: Reading): readonly Place[] {
  const isNamed = reading.places.length > 0 || reading.isPortrait;
  if (isNamed || reading.weather.size === 0 || !STILL.has(places[0] ?? "abstract")) return places;
  return [reading.weather.has("snow") ? "snow" : reading.weather.has("rain") ? "street" : "meadow"];
}

/** The light that falling rain, fog and snow leave; null where they leave it to the place, or cannot be seen. */
function lightOfWeather(weather: readonly Weather[], place: Place, seed: number): Light | null {
  if (STILL.has(place) || place === "interior" || place === "space" || place === "underwater") return null;
  if (weather.includes("lightning")) return "storm";
  if (weather.includes("rain")) return seed % 2 === 0 ? "storm" : "overcast";
  if (weather.includes("snow") && !weather.includes("fog")) return seed % 2 === 0 ? "dawn" : "overcast";
  return weather.includes("fog") ? "overcast" : null;
}

/** Places that become white where the words say "in the snow", and have no winter of their own. */
const SNOWED: ReadonlySet<Place> = new Set(["beach", "sea", "lake", "street", "city", "desert", "meadow"]);

/** "A beach in the snow" is a beach, and the snow is weather. */
function isSnowWeather({ words }: Reading, places: readonly Place[]): boolean {
  return SNOWED.has(places[0] ?? "abstract") && places.includes("snow") && words.includes("snow");
}

/** Only on a table and in a studio does a thing go without saying. */
function thingsFor(reading: Reading, place: Place, forbidden: Forbidden, seed: number): readonly Subject[] {
  const things = place === "studio" || place === "table" ? thingsOfReading(reading, seed) : withFurniture(reading, place, forbidden);
  return withOccasion(things, reading, place, forbidden);
}

/** Places ordered so that the one that shapes the picture most leads. */
function completePlaces(reading: Reading): readonly Place[] {
  const named = inTheCountry(reading.places, reading.words).sort((a, b) => PLACES.indexOf(a) - PLACES.indexOf(b));
  const figures = reading.subjects.filter((subject) => subject.shape.kind === "figure");
  if (named.includes("portrait") || reading.isPortrait) {
    const isOfThing = figures.length === 0 && reading.subjects.length > 0;
    const others = named.filter((place) => place !== "portrait");
    return isOfThing ? ["studio", ...others] : ["portrait", ...others.filter((place) => !STILL.has(place)).slice(0, 1)];
  }
  // Snow lies on another place, and does not take it over.
  if (named[0] === "snow" && named.length > 1) return [...named.slice(1), "snow"];
  if (named.includes("desert") && named.includes("space")) return ["desert"];
  if (isSeenUnderWater(reading.subjects) && named.every((place) => place === "sea" || place === "underwater" || place === "lake"))
    return ["underwater"];
  // Nobody walks on the water: by the sea they stand on its beach.
  if ((named[0] === "sea" || named[0] === "lake") && standAshore(reading.subjects, named[0]))
    return ["beach", ...named.filter((place) => place !== "beach")];
  // Nobody stands on the table they sit at.
  if (named[0] === "table" && figures.some(({ relation }) => relation === null)) return ["interior", ...named];
  if (named.length > 0) return named;
  if (reading.weather.has("snow")) return ["snow"];
  const [first] = figures;
  const worn = reading.subjects.filter(({ relation }) => relation?.kind === "wearing");
  if (first !== undefined && reading.subjects.length === figures.length + worn.length)
    return figures.length === 1 && first.count === 1 && first.side === undefined && !hasLegs(first) ? ["portrait"] : ["meadow"];
  if (reading.subjects.length === 0) return [fallbackPlace(reading)];
  return [placeForSubjects(reading.subjects)];
}

const COUNTRY: ReadonlySet<Place> = new Set(["meadow", "forest", "mountains", "desert", "snow", "beach"]);

/** A road through a meadow is no street of a town. */
function inTheCountry(places: readonly Place[], words: readonly string[]): Place[] {
  const isRoad = !words.some((word) => placeOf(singular(word)) === "street" && !/^(?:road|lane|crossing|avenue)s?$/.test(word));
  return isRoad && places.some((place) => COUNTRY.has(place)) ? places.filter((place) => place !== "street") : [...places];
}

/** Whether the words say how somebody looks below the bust. */
function hasLegs({ looks = {} }: Subject): boolean {
  return looks.legwear !== undefined || looks.shoes !== undefined;
}

/** A light alone still says where we are: "golden hour" is a meadow, "neon" a street; no words at all are an abstract. */
function fallbackPlace(reading: Reading): Place {
  if (reading.words.some((word) => /^(?:landscape|scenery)s?$/.test(word))) return "mountains";
  switch (reading.light) {
    case "neon":
      return "street";
    case "aurora":
      return "lake";
    case "storm":
    case "sunset":
      return "sea";
    case "night":
    case "dusk":
      return "mountains";
    case "golden":
    case "dawn":
    case "day":
    case "overcast":
      return "meadow";
    default:
      return reading.season === null && !reading.weather.has("rain") ? "abstract" : reading.weather.has("rain") ? "street" : "meadow";
  }
}

/** A light that suits the place. Neighbouring seeds walk through the choices, so that they differ at once. */
function defaultLight(reading: Reading, [place = "abstract", behind]: readonly Place[], seed: number): Light {
  const walk = <T>(choices: readonly [T, ...T[]]): T =>
    choices[(new Random(`${reading.words.join(" ")}|light`).integer(0, choices.length - 1) + seed) % choices.length] ?? choices[0];
  switch (place) {
    case "portrait":
      return behind === undefined ? "studio" : defaultLight(reading, [behind], seed);
    case "studio":
    case "table":
      return "studio";
    case "space":
      return "night";
    case "underwater":
      return "underwater";
    case "interior":
      return walk(["golden", "day", "soft"]);
    case "street":
      return walk(["golden", "dusk", "overcast", "neon"]);
    default:
      return walk(["day", "sunset", "golden", "dawn"]);
  }
}

function defaultMedium(random: Random): Medium {
  return random.pick(["gouache", "gouache", "watercolour", "render"] as const);
}

/** Neighbouring seeds must differ at once, so the composition, like the light, walks through its list instead of being drawn. */
function compositionFor(reading: Reading, place: Place, seed: number): Composition {
  switch (reading.camera) {
    case "close":
      return "close-up";
    case "wide":
      return "wide";
    case "low":
      return "low-horizon";
    case "high":
      return "high-horizon";
    default:
      break;
  }
  const isStill = place === "studio" || place === "table" || place === "portrait" || reading.camera === "top";
  const choices = isStill ? (["symmetric", "thirds-left", "close-up", "thirds-right", "wide"] as const) : COMPOSITIONS;
  const start = new Random(`${reading.words.join(" ")}|composition`).integer(0, choices.length - 1);
  return choices[(start + seed) % choices.length] ?? "symmetric";
}

function woodsOf(reading: Reading): Woods {
  if (reading.words.some((word) => /^bamboos?$/.test(word))) return "bamboo";
  if (reading.words.some((word) => /^birch(es)?$/.test(word))) return "birch";
  if (reading.words.some((word) => /^(?:pine|fir|spruce|conifer|evergreen|larch|cedar)s?$|^taiga$/.test(word))) return "pine";
  return reading.words.some((word) => /^(savannah?|acacias?|serengeti|safari)$/.test(word)) ? "acacia" : "mixed";
}

function abstractStyle(reading: Reading, random: Random): SceneSpec["abstractStyle"] {
  if (reading.words.some((word) => /^(geometr|bauhaus|grid|shape|kandinsky)/.test(word))) return "geometric";
  if (reading.words.some((word) => /^(marble|fluid|flow|dream|wave|swirl|gradient)/.test(word))) return "fluid";
  return random.chance(0.5) ? "geometric" : "fluid";
}
