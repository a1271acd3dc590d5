import { completeSpec } from "./complete-spec";
import { forbiddenBy } from "./negative";
import type { ParsedPrompt } from "./scene-spec";
import { wordsOf } from "./tokens";
import { readWords } from "./word-reader";

export interface PromptText {
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
}

/** Reads a prompt. Any text gives a scene; the same text, negative and seed give the same scene. */
export function parsePrompt({ text, negative, seed }: PromptText): ParsedPrompt {
  const forbidden = forbiddenBy(negative);
  const { words, lettering, cutWords, unread } = wordsOf(text);
  const read = readWords(words, forbidden, lettering);
  const ignored = [...read.ignored, ...unread];
  if (cutWords > 0) ignored.push(`… and ${cutWords} more words`);
  const understood = [...read.understood];
  if (lettering !== null) understood.push(`“${lettering}”`);
  for (const feature of forbidden.features) understood.push(`without ${feature}`);
  return {
    spec: completeSpec(read.reading, forbidden, seed),
    understood: unique(understood),
    ignored: unique(ignored).slice(0, 60),
  };
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
