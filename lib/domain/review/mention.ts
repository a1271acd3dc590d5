/** Somebody who can be named in a comment. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
}

/** A name that is being written: where its `@` stands, and what of it is there. */
export interface Naming {
  readonly from: number;
  readonly query: string;
}

/** Names have at most so many words; more is prose that happens to follow an `@`. */
const MAX_WORDS = 4;

/** The name that is being written before the caret; null when there is none. An `@` within a word is an address, not a name. */
export function namingAt(text: string, caret: number): Naming | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf("@");
  if (from < 0 || /[\p{L}\p{N}_.]$/u.test(before.slice(0, from))) return null;
  const query = before.slice(from + 1);
  return /\n|^\s/u.test(query) || query.split(" ").length > MAX_WORDS ? null : { from, query };
}

/** Who may be meant: those with a word of their name that begins so, in the order given. */
export function candidates<Person extends Mentionable>(people: readonly Person[], query: string): readonly Person[] {
  const wanted = fold(query);
  const begins = (name: string) =>
    name.startsWith(wanted) || name.split(/\s+/u).some((_word, at, words) => words.slice(at).join(" ").startsWith(wanted));
  return people.filter(({ name }) => begins(fold(name)));
}

/** The text with the name written out, and where the caret stands then. */
export function nameInText(text: string, naming: Naming, caret: number, name: string): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, naming.from)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /u, ""), caret: before.length };
}

/** A text cut at the names in it; `person` is null for what lies between them. */
export interface Part {
  readonly text: string;
  readonly person: Mentionable | null;
}

/** Finds the names of these people in a text, the longest name first where several begin alike. Nothing of the text is lost. */
export function partsOf(text: string, people: readonly Mentionable[]): readonly Part[] {
  const byLength = people.filter(({ name }) => name.trim() !== "").toSorted((a, b) => b.name.length - a.name.length);
  const parts: Part[] = [];
  let begun = 0;
  let at = text.indexOf("@");
  while (at >= 0) {
    const person = byLength.find(({ name }) => text.startsWith(name, at + 1) && !/^[\p{L}\p{N}]/u.test(text.slice(at + 1 + name.length)));
    if (person) {
      if (at > begun) parts.push({ text: text.slice(begun, at), person: null });
      begun = at + 1 + person.name.length;
      parts.push({ text: text.slice(at, begun), person });
    }
    at = text.indexOf("@", person ? begun : at + 1);
  }
  if (begun < text.length) parts.push({ text: text.slice(begun), person: null });
  return parts;
}

/** Whom a text names, each once. */
export function mentionsIn(text: string, people: readonly Mentionable[]): readonly string[] {
  return [...new Set(partsOf(text, people).flatMap(({ person }) => (person ? [person.id] : [])))];
}

const fold = (text: string) => text.toLocaleLowerCase("en");
