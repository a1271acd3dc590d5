import { forbiddenBy } from "../parse/negative";
import type { SceneSpec, Subject } from "../parse/scene-spec";
import type { EditStep, Target } from "./edit-plan";

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
