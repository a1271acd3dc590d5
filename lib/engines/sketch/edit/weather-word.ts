import { weatherOf } from "../parse/manner-words";
import type { Weather } from "../parse/scene-spec";

/** The weather that a noun means when it is taken away; in prompts snow is also a place. */
export function weatherNamed(word: string): Weather | null {
  return word === "snow" ? "snow" : weatherOf(word);
}
