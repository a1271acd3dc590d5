import type { Draft } from "./draft";
import { singular } from "./tokens";

/** "Under a table", "a black table", "two tables": furniture of its own. Elsewhere a table is what a still life stands on. */
export function readTable(draft: Draft, raw: string): boolean {
  const noun = singular(raw);
  if (noun !== "table" && noun !== "desk") return false;
  const isRelated = draft.relation !== null && draft.relation !== "on";
  const isThing = isRelated || draft.besideWords !== null || draft.colour !== null || draft.pendingCount !== null || raw !== noun;
  if (!isThing) return false;
  draft.report(raw, draft.addSubject(noun, { kind: "icon", icon: "table" }, raw !== noun));
  return true;
}
