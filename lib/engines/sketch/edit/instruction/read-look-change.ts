import { isColour, isShade } from "../../lexicon/colours";
import { hairCutOf, isHairColour, type Looks, type Part, partOf, skinOf } from "../../lexicon/looks";
import { figureOf } from "../../lexicon/subjects";
import { looksOf } from "../../parse/read-looks";
import { singular } from "../../parse/tokens";
import { only, type ReadClause } from "./read-part";
import { REMOVE } from "./verbs";

const PRONOUN = /^(?:her|him|his|them|their|she|he)$/;
/** What is of a person and of nothing else. */
const OF_PERSON: ReadonlySet<Part["kind"]> = new Set(["hair", "bun", "beard", "skin"]);

/** "Make her hair red", "give him a beard", "put her in a green dress": how a person looks. Null where a clause says nothing of it. */
export function readLookChange(clause: readonly string[], verb: string | null): ReadClause | null {
  if (verb === "replace" || clause.includes("into")) return null;
  if (clause.includes("bald")) return lookOf(clause, "bald", { cut: "none" }, null);
  const word = clause.find((said) => partOf(said) !== null);
  const part = word === undefined ? null : partOf(word);
  if (word === undefined || part === null || verb === null) return null;
  if (REMOVE.test(verb)) {
    const gone: Looks | null = part.kind === "beard" ? { beard: "none" } : part.kind === "hair" ? { cut: "none" } : null;
    return gone === null ? null : lookOf(clause, word, gone, null);
  }
  const isOfPerson = OF_PERSON.has(part.kind);
  const isAboutSomebody = clause.some((said) => PRONOUN.test(said) || figureOf(singular(said)) !== null);
  const isGiven = /^(?:give|put|add)$/.test(verb);
  if (!isOfPerson && (!isAboutSomebody || (part.kind === "garment" && !isGiven))) return null;
  const colour = colourOfPart(clause);
  const cut = clause.map(hairCutOf).find((known) => known !== null) ?? null;
  const skin = clause.map(skinOf).find((known) => known !== null) ?? null;
  const looks = looksOf(part, word, colour, cut, skin);
  return looks === null ? null : lookOf(clause, word, looks, part.kind === "garment" ? colour : null);
}

function lookOf(clause: readonly string[], word: string, looks: Looks, colour: string | null): ReadClause {
  const said = [...Object.values(looks), colour ?? ""].flatMap((value) => value.split(" "));
  const isSaid = (other: string) =>
    other === word || said.includes(other) || hairCutOf(other) !== null || figureOf(singular(other)) !== null;
  const target = { region: null, word: singular(word), colour: null };
  return only({ kind: "look", target, looks, colour }, clause, clause.filter(isSaid));
}

/** The last colour that hair, eyes or clothes can have. */
function colourOfPart(clause: readonly string[]): string | null {
  const colours = clause.flatMap((word, k) => {
    if (!isHairColour(word)) return [];
    const before = clause[k - 1] ?? "";
    return [isShade(before) && isColour(word) ? `${before} ${word}` : word];
  });
  return colours.at(-1) ?? null;
}
