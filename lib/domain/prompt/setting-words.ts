import type { ControlValue, Settings } from "../engine/control";

/** A setting's key as words, for where its model's labels are not at hand: `cameraMove` → "camera move". */
export function settingName(key: string): string {
  return key
    .replace(/[_-]+/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`);
}

export function spoken(value: ControlValue): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "string" ? value.replace(/[_-]+/g, " ") : String(value);
}

/** The settings of a recipe, one stretch of words each: "duration 4", "camera pan left". */
export function settingWords(settings: Settings): readonly string[] {
  return Object.entries(settings).map(([key, value]) => `${settingName(key)} ${spoken(value)}`);
}
