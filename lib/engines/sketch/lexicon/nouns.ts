import { readFileSync } from "node:fs";

const nouns: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("./nouns.json", import.meta.url), "utf8"));

/** The drawing a noun (one or two words, singular, lower case) stands for. */
export function iconOf(noun: string): string | null {
  return Object.hasOwn(nouns, noun) ? (nouns[noun] ?? null) : null;
}
