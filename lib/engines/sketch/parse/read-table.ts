import { addSubject } from "./add-subject";
import type { Draft } from "./draft";
import { singular } from "./tokens";

/** "Under a table", "a black table", "two tables": furniture of its own. Elsewhere a table is what a still life stands on. */
export function readTable(draft: Draft, raw: string): boolean {
  const noun = singular(raw);
  if (noun !== "table" && noun !== "desk") return false;
  const isRelated = draft.relation !== null && draft.relation !== "on";
  const isSetAbout = /^(?:and|with)$/.test(draft.word(1)) && [2, 3].some((ahead) => /^(?:chair|bench|stool)/.test(draft.word(ahead)));
  const isThing =
    isSetAbout || isRelated || draft.besideWords !== null || draft.colour !== null || draft.pendingCount !== null || raw !== noun;
  if (!isThing) return false;
  draft.report(raw, addSubject(draft, noun, { kind: "icon", icon: "table" }, raw !== noun));
  return true;
}
