import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id } from "../wire";

const note = PlainText.max(1_000).default("");

/**
 * What happens when retries are used up, agreed before the first attempt: another engine, another pattern, a picture
 * that already exists, work by hand, or an end.
 */
export const FallbackPath = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("engine"), engineId: PlainText.min(1).max(60), note }),
  z.strictObject({ kind: z.literal("pattern"), patternId: Id, note }),
  z.strictObject({ kind: z.literal("library-asset"), assetId: Id, note }),
  /** Null = whoever takes it. */
  z.strictObject({ kind: z.literal("manual"), memberId: Id.nullable().default(null), note }),
  z.strictObject({ kind: z.literal("stop"), note }),
]);
export type FallbackPath = z.infer<typeof FallbackPath>;
export type FallbackKind = FallbackPath["kind"];

const SENTENCES = {
  engine: "The studio runs the recipe on another engine; its picture becomes an attempt by itself.",
  pattern: "The studio runs another pattern; its picture becomes an attempt by itself.",
  "library-asset": "Use the agreed picture from the library.",
  manual: "Finish it by hand and submit the file.",
  stop: "Stop: this deliverable is given up.",
} satisfies Record<FallbackKind, string>;

/** What follows "Then": the path with what it names, by its own name; null: what it named is gone, or it is left open whom it names. */
export function fallbackInWords({ kind }: Pick<FallbackPath, "kind">, target: string | null): string {
  switch (kind) {
    case "engine":
      return `run on ${target ?? "an engine that is gone"}`;
    case "pattern":
      return `run the pattern ${target === null ? "that is gone" : `“${target}”`}`;
    case "library-asset":
      return target === null ? "use a picture that is gone" : `use the picture “${target}”`;
    case "manual":
      return `manual work by ${target ?? "whoever takes it up"}`;
    case "stop":
      return "stop";
    default:
      return kind satisfies never;
  }
}

/** What taking this path means, for the screen and the API. */
export function fallbackSentence(kind: FallbackKind): string {
  return SENTENCES[kind];
}

/**
 * Which of a pattern's versions a card's path runs. Production takes what is signed off and nothing else; exploration takes
 * the signed one too, or the newest while none is.
 */
export function versionToFallBackOn<Version extends { readonly number: number; readonly isProduction: boolean }>(
  lane: { readonly kind: "exploration" | "production" },
  patternName: string,
  versions: readonly Version[],
): Version | { readonly refusal: string } {
  const signed = versions.find(({ isProduction }) => isProduction);
  if (signed) return signed;
  if (lane.kind === "production")
    return { refusal: `No version of “${patternName}” is in production, and this lane runs no other. A lead signs one off on its page.` };
  const newest = versions.toSorted((one, other) => other.number - one.number)[0];
  return newest ?? { refusal: `“${patternName}” has no version yet.` };
}
