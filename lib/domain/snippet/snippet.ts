import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Version } from "../wire";

/** What stands after the `/`: short, so that it is typed faster than what it stands for. */
export const SnippetName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "A snippet is named with letters, digits and hyphens, like golden-hour.");
export const SnippetText = PlainText.trim().min(1, "Write what the snippet stands for.").max(2_000);

/** Words that are written again and again. */
export const SnippetView = z.strictObject({
  id: Id,
  name: z.string(),
  text: z.string(),
  author: z.string(),
  version: Version,
});
export type SnippetView = z.infer<typeof SnippetView>;

/** What is being typed after a `/` at the start of a word, with its place; null where no snippet is meant. */
export interface Slash {
  readonly typed: string;
  readonly from: number;
  readonly to: number;
}

/** The `/word` that ends at the caret. A slash inside a word (and/or, 16/9) is none. */
export function slashAt(text: string, caret: number): Slash | null {
  const match = /(^|[\s[(|,])\/([a-z0-9-]{0,40})$/i.exec(text.slice(0, caret));
  if (!match) return null;
  const typed = (match[2] ?? "").toLowerCase();
  return { typed, from: caret - typed.length - 1, to: caret };
}

/** The text with a snippet in place of what was typed for it, and where the caret stands then. */
export function withSnippet(text: string, slash: Slash, snippet: string): { readonly text: string; readonly caret: number } {
  return { text: text.slice(0, slash.from) + snippet + text.slice(slash.to), caret: slash.from + snippet.length };
}

/** Those whose name begins with what was typed, then those that have it anywhere in name or text. */
export function matchingSnippets<Snippet extends Pick<SnippetView, "name" | "text">>(all: readonly Snippet[], typed: string): Snippet[] {
  const begins = all.filter(({ name }) => name.startsWith(typed));
  const has = all.filter((snippet) => !begins.includes(snippet) && `${snippet.name} ${snippet.text.toLowerCase()}`.includes(typed));
  return [...begins, ...has];
}
