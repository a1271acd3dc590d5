import type { Light } from "../lexicon/lights";
import { parsePrompt } from "../parse/parse-prompt";
import type { SceneSpec } from "../parse/scene-spec";
import type { CameraMove, MotionSpec } from "./motion-spec";
import { readMotion } from "./read-motion";

/** What a clip shows and how it moves, read from its prompt and settings. Plain JSON. */
export interface FilmPlan {
  readonly scene: SceneSpec;
  /** The same scene in the light that the clip ends in, or null when the light stays. */
  readonly sceneAfter: SceneSpec | null;
  readonly motion: MotionSpec;
  readonly understood: readonly string[];
  readonly ignored: readonly string[];
  /** Those of the understood that say how it moves. */
  readonly motionWords: readonly string[];
  /** How many of the understood say what there is to see. */
  readonly sceneWords: number;
}

export interface FilmWords {
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
  /** Null leaves the camera to the words. */
  readonly camera: CameraMove | null;
  /** A picture to begin or end with is given: it decides what is to be seen, whatever the words leave open. */
  readonly hasFrame: boolean;
}

export function planFilm({ text, negative, seed, camera, hasFrame }: FilmWords): FilmPlan {
  const reading = readMotion(text);
  const { passage } = reading;
  const start = passage?.from ?? null;
  const parsed = parsePrompt({ text: start === null ? reading.rest : `${reading.rest}, ${start}`, negative, seed });
  const scene = passage !== null && start === null ? lightBefore(parsed.spec, passage.to) : parsed.spec;
  const after = passage === null || scene.light === passage.to ? null : passage.to;
  const sceneWords = parsed.understood.filter((word) => word !== start);
  return {
    scene,
    sceneAfter: after === null ? null : { ...scene, light: after },
    motion: {
      camera: camera ?? reading.camera ?? (hasFrame ? "push-in" : defaultCamera(scene)),
      pace: reading.pace,
      passageTo: after,
      isTimelapse: reading.isTimelapse || after !== null,
      falling: fallingOf(scene, reading.falling),
    },
    understood: [...new Set([...sceneWords, ...reading.understood])],
    ignored: parsed.ignored,
    motionWords: reading.understood,
    sceneWords: sceneWords.length,
  };
}

/** "Timelapse to night" does not say what came before: the day, or the night when it ends in the day. */
function lightBefore(spec: SceneSpec, to: Light): SceneSpec {
  if (spec.light !== to) return isBright(spec.light) !== isBright(to) ? spec : { ...spec, light: isBright(to) ? "night" : "day" };
  return { ...spec, light: isBright(to) ? "night" : "day" };
}

function isBright(light: Light): boolean {
  return light !== "night" && light !== "dusk" && light !== "neon" && light !== "aurora";
}

function defaultCamera(spec: SceneSpec): CameraMove {
  const place = spec.places[0];
  return place === "studio" ? "orbit" : place === "abstract" ? "static" : "push-in";
}

const WITHOUT_WEATHER: ReadonlySet<string> = new Set(["studio", "portrait", "table", "interior", "abstract", "space", "underwater"]);

/** Rain and snow fall where there is air for them, unless the words ask for it anywhere. */
function fallingOf(spec: SceneSpec, named: "rain" | "snow" | null): MotionSpec["falling"] {
  if (named !== null) return named;
  if (WITHOUT_WEATHER.has(spec.places[0] ?? "abstract")) return null;
  if (spec.weather.includes("rain")) return "rain";
  return spec.weather.includes("snow") ? "snow" : null;
}
