import type { ModelChoice } from "../prompt/recipe";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchivedPattern,
  type ImportProblem,
  type LibraryArchive,
  MAX_ARCHIVE_PATTERNS,
} from "./library-archive";
import { slugOf } from "./slug";

/** A style as other programs keep them: words around the subject, and what is not wanted. */
export interface Style {
  readonly name: string;
  readonly prompt: string;
  readonly negative: string;
  /** Where it stands in its file, for who has to mend it: "row 7". */
  readonly place: string;
}

/** AUTOMATIC1111 and InvokeAI write the subject's place as `{prompt}`; a style without it is put after the subject. */
const SUBJECT = /\{prompt\}/gi;
const OTHER_BRACES = /[{}]/g;
/** A value that keeps its braces while others go. */
const PLACE = "\u0001";

/**
 * A shelf of one pattern a style. `{prompt}` becomes the variable `{subject}`; a style without it has the subject put
 * before it, as those programs do; other braces mean nothing there and become round.
 */
export function shelfOfStyles(
  name: string,
  styles: readonly Style[],
  model: ModelChoice,
): { readonly archive: LibraryArchive; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const patterns: ArchivedPattern[] = [];
  for (const style of styles) {
    const about = style.name.trim() === "" ? style.place : `${style.name} (${style.place})`;
    const refuse = (sentence: string) => problems.push({ kind: "refused", about, sentence });
    if (style.name.trim() === "") refuse("It has no name.");
    else if (style.name.trim().length > 120) refuse("Its name is longer than 120 characters.");
    else if (style.prompt.trim() === "") refuse("It has no prompt.");
    else if (style.prompt.length > 10_000 || style.negative.length > 10_000) refuse("It is longer than 10,000 characters.");
    else if (/\0/.test(style.name + style.prompt + style.negative)) refuse("It contains the NUL character.");
    else if (patterns.length >= MAX_ARCHIVE_PATTERNS) refuse(`A file is read up to ${MAX_ARCHIVE_PATTERNS} styles.`);
    else {
      patterns.push(patternOf(style, model));
      const sentence = bracesWords(`${style.prompt} ${style.negative}`);
      if (sentence !== null) problems.push({ kind: "changed", about, sentence });
    }
  }
  const library = { name, description: "" };
  return { archive: { format: ARCHIVE_FORMAT, schemaVersion: ARCHIVE_VERSION, library, pictures: [], patterns }, problems };
}

function patternOf({ name, prompt, negative }: Style, model: ModelChoice): ArchivedPattern {
  const said = inOurWords(prompt.trim());
  const against = inOurWords(negative.trim());
  const isPlaced = `${said} ${against}`.includes("{subject}");
  return {
    slug: slugOf(name),
    name: name.trim(),
    purpose: "",
    tags: [],
    cover: null,
    labels: {},
    deprecation: null,
    forkedFrom: null,
    versions: [
      {
        number: 1,
        author: "",
        createdAt: "",
        evidence: null,
        references: [],
        note: "Imported from a file of styles.",
        template: {
          text: isPlaced ? said : `{subject}, ${said}`,
          negative: against,
          variables: [{ name: "subject", type: { kind: "text" }, default: null, examples: [] }],
          model,
          alternatives: [],
          controls: { aspectRatio: "1:1", quality: "draft", settings: {} },
          seeds: { mode: "random" },
          count: 1,
          free: ["count", "seeds"],
          acceptableDefects: [],
          notes: "",
        },
      },
    ],
  };
}

const MOST_NAMED = 3;

/** What becomes of braces other than the subject's, as a sentence; null when there are none. */
function bracesWords(text: string): string | null {
  const others = text.replace(SUBJECT, "");
  if (!/[{}]/.test(others)) return null;
  const named = [...new Set(others.match(/\{[^{}]*\}/g) ?? [])].slice(0, MOST_NAMED);
  if (named.length === 0) return "Its braces became round brackets.";
  return `${named.map((braced) => `${braced} became ${round(braced)}`).join(", ")}: only {prompt} is filled in.`;
}

const round = (text: string) => text.replace(OTHER_BRACES, (brace) => (brace === "{" ? "(" : ")"));

const inOurWords = (text: string) => round(text.replaceAll(PLACE, "").replace(SUBJECT, PLACE)).replaceAll(PLACE, "{subject}");
