import { readFileSync } from "node:fs";
import { senseOf } from "./noun-senses";
import { ownDrawingOf } from "./own-drawings";

const nouns: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("./nouns.json", import.meta.url), "utf8"));

/** The drawing a noun (one to three words, singular, lower case) stands for. */
export function iconOf(noun: string): string | null {
  const own = ownDrawingOf(noun);
  if (own !== null) return own;
  const sense = senseOf(noun);
  if (sense !== undefined) return sense;
  return Object.hasOwn(nouns, noun) ? (nouns[noun] ?? null) : null;
}
