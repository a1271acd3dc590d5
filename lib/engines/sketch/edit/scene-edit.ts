import { z } from "zod";
import type { JsonValue } from "../../engine";
import { SKETCH_REVISION } from "../capabilities";
import { isColour, isShade } from "../lexicon/colours";
import { LIGHTS } from "../lexicon/lights";
import { MEDIA } from "../lexicon/media";
import { PLACES } from "../lexicon/places";
import { LATHE_SHAPES } from "../lexicon/subjects";
import { forbiddenBy } from "../parse/negative";
import { COMPOSITIONS, FEATURES, type SceneSpec, type Subject, WOODS } from "../parse/scene-spec";
import type { EditStep, Target } from "./edit-plan";

const ColourName = z.string().refine((name) => {
  const words = name.split(" ");
  return isColour(words.at(-1) ?? "") && (words.length === 1 || (words.length === 2 && isShade(words[0] ?? "")));
});
const Share = z.number().min(-1).max(4);
const Relation = z.enum(["left-of", "right-of", "on", "behind", "in-front-of", "above", "below", "inside"]);
const SubjectShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("icon"), icon: z.string() }),
  z.object({ kind: z.literal("lathe"), shape: z.enum(LATHE_SHAPES), material: z.enum(["gloss", "glass", "ceramic", "metal"]) }),
  z.object({ kind: z.literal("figure"), figure: z.enum(["woman", "man", "girl", "boy"]), isOld: z.literal(true).exactOptional() }),
]);

/** A scene as it was stored with a picture. Stored JSON is old and foreign until it fits. */
const StoredScene = z.object({
  revision: z.literal(SKETCH_REVISION),
  seed: z.int(),
  places: z.array(z.enum(PLACES)),
  light: z.enum(LIGHTS),
  medium: z.enum(MEDIA),
  composition: z.enum(COMPOSITIONS),
  camera: z.enum(["close", "medium", "wide", "low", "top"]),
  season: z.enum(["spring", "summer", "autumn", "winter"]).nullable(),
  weather: z.array(z.enum(["fog", "rain", "snow", "wind"])),
  mood: z.record(z.enum(["saturation", "contrast", "darker", "warmth", "bloom", "fog"]), Share.optional()),
  colours: z.array(ColourName).max(6),
  subjects: z
    .array(
      z.object({
        word: z.string(),
        shape: SubjectShape,
        count: z.int().min(1).max(7),
        colour: ColourName.nullable(),
        relation: z.object({ kind: Relation, to: z.int().min(0) }).nullable(),
      }),
    )
    .max(5),
  without: z.array(z.enum(FEATURES)),
  lettering: z.string().max(60).nullable(),
  woods: z.enum(WOODS),
  abstractStyle: z.enum(["geometric", "fluid"]),
  hasPodium: z.boolean(),
  /** Roles of the references that shaped the picture; such a picture cannot be painted again from its scene alone. */
  references: z.array(z.string()).max(0).optional(),
});

/** The scene of a picture that this revision of Sketch made from words alone, or null. */
export function sceneOf(stored: JsonValue | null): SceneSpec | null {
  const parsed = StoredScene.safeParse(stored);
  if (!parsed.success) return null;
  const { revision: _revision, references: _references, mood, ...scene } = parsed.data;
  const known = Object.entries(mood).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return { ...scene, mood: Object.fromEntries(known) };
}

/** The scene after the steps, or null when one of them is about pixels or about something the scene does not hold. */
export function editedScene(scene: SceneSpec, steps: readonly EditStep[]): SceneSpec | null {
  let edited: SceneSpec | null = scene;
  for (const step of steps) {
    edited = edited === null ? null : afterStep(edited, step);
  }
  return edited;
}

function afterStep(scene: SceneSpec, step: EditStep): SceneSpec | null {
  switch (step.kind) {
    case "light":
      return { ...scene, light: step.light };
    case "medium":
      return { ...scene, medium: step.medium };
    case "weather":
      return { ...scene, weather: [...new Set([...scene.weather, step.weather])].sort() };
    case "season":
      return {
        ...scene,
        season: step.season,
        weather:
          step.season === "winter"
            ? [...new Set([...scene.weather, "snow" as const])].sort()
            : scene.weather.filter((weather) => weather !== "snow"),
      };
    case "mood":
      return { ...scene, mood: { ...scene.mood, ...step.mood } };
    case "remove":
      return withoutTarget(scene, step.target);
    case "recolour":
      return recoloured(scene, step.target, step.colour);
    case "add":
      return scene.subjects.length >= 5 || scene.places[0] === "portrait"
        ? null
        : { ...scene, subjects: [...scene.subjects, { ...step.subject, relation: null }] };
    case "fill":
    case "extend":
    case "enlarge":
    case "remove-background":
      return null;
  }
}

function isMeant(subject: Subject, target: Target): boolean {
  if (target.region !== null) return false;
  if (target.colour !== null && subject.colour !== target.colour) return false;
  return target.word === null ? target.colour !== null : forbiddenBy(target.word).forbids(subject.word);
}

function withoutTarget(scene: SceneSpec, target: Target): SceneSpec | null {
  const kept = scene.subjects.filter((subject) => !isMeant(subject, target));
  if (kept.length < scene.subjects.length) {
    // A relation names its partner by position, which has moved.
    return { ...scene, subjects: kept.map((subject) => ({ ...subject, relation: null })) };
  }
  const features = target.word === null ? [] : forbiddenBy(target.word).features;
  return features.length === 0 ? null : { ...scene, without: [...new Set([...scene.without, ...features])].sort() };
}

function recoloured(scene: SceneSpec, target: Target, colour: string): SceneSpec | null {
  const isIndoors = scene.places.some((place) => place === "studio" || place === "portrait" || place === "table" || place === "interior");
  if (target.region === "sky" && !isIndoors) return { ...scene, colours: [colour] };
  if (target.region === "background" && isIndoors) return { ...scene, colours: [colour, ...scene.colours.slice(1)] };
  if (!scene.subjects.some((subject) => isMeant(subject, target))) return null;
  return { ...scene, subjects: scene.subjects.map((subject) => (isMeant(subject, target) ? { ...subject, colour } : subject)) };
}
