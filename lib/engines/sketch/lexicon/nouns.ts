import { readFileSync } from "node:fs";
import { senseOf } from "./noun-senses";

const nouns: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("./nouns.json", import.meta.url), "utf8"));

/** The drawing a noun (one or two words, singular, lower case) stands for. */
export function iconOf(noun: string): string | null {
  const sense = senseOf(noun);
  if (sense !== undefined) return sense;
  return Object.hasOwn(nouns, noun) ? (nouns[noun] ?? null) : null;
}
