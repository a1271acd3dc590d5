import { clausesOf, isProse, tidied } from "./clauses";
import { holdsPiece, lossIn, masked } from "./kept";
import { CLAUSE_PARTS, type ClausePart, isDependent, isPlaced, partOf } from "./word-tables";

/** A rewritten prompt, and in sentences what was done to it. */
export interface Rewritten {
  readonly text: string;
  readonly notes: readonly string[];
}

const AS_IT_IS = "It is tidy as it is: nothing was changed.";

/** A clause with those that hang on it. */
interface Group {
  readonly part: ClausePart;
  readonly clauses: readonly string[];
}

/**
 * Tidies a prompt by rules: spaces and stops, the same words said twice, and the order subject, scene, light, mood, camera, colour,
 * medium, finish. Sentences keep their order. Not a word is added, and what has to stay stays to the letter.
 */
export function rewriteByRules(text: string): Rewritten {
  const mask = masked(text);
  if (mask === null) return { text, notes: ["It uses characters the rules do not know: nothing was changed."] };
  const done = isProse(mask.text) ? { text: tidiedProse(mask.text), notes: [] } : inOrder(mask.text);
  const rewritten = mask.unmask(done.text);
  // The rules only move and tidy words; should they ever break a prompt, it stays as it was.
  if (rewritten === "" || lossIn(text, rewritten) !== null || rewritten === text) return { text, notes: [AS_IT_IS] };
  const notes = [...done.notes, ...(done.notes.length === 0 ? ["Spaces and stops are tidied; the words are yours."] : [])];
  return { text: rewritten, notes };
}

/** Line breaks between sentences stay: they are how people set their thoughts apart. */
const tidiedProse = (text: string) =>
  text
    .split("\n")
    .map(tidied)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

function inOrder(text: string): Rewritten {
  const all = clausesOf(text.replace(/[.\s]+$/u, ""));
  const once = all.filter((clause, at) => holdsPiece(clause) || all.findIndex((other) => same(other, clause)) === at);
  const groups: Group[] = [];
  for (const clause of once) {
    const last = groups.at(-1);
    if (last && isDependent(clause)) groups[groups.length - 1] = { ...last, clauses: [...last.clauses, clause] };
    else groups.push({ part: partWith(clause), clauses: [clause] });
  }
  const ordered = [...groups].sort((one, other) => CLAUSE_PARTS.indexOf(one.part) - CLAUSE_PARTS.indexOf(other.part));
  const isMoved = ordered.some((group, at) => group !== groups[at]);
  const gone = all.length - once.length;
  return {
    text: ordered.flatMap(({ clauses }) => clauses).join(", "),
    notes: [
      ...(isMoved ? [`Put in the order ${CLAUSE_PARTS.filter((part) => groups.some((group) => group.part === part)).join(", ")}.`] : []),
      ...(gone > 0 ? [`Said twice and now once: ${gone === 1 ? "one phrase" : `${gone} phrases`}.`] : []),
    ],
  };
}

/** What stands for a piece is no word the tables know: such a clause is the subject, or a place by how it begins. */
function partWith(clause: string): ClausePart {
  if (!holdsPiece(clause)) return partOf(clause);
  return isPlaced(clause) ? "scene" : "subject";
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
