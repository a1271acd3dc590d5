import { z } from "zod";

/** Who had something of a card before an act of its trail, and who has it since; null: nobody. */
export interface HandedOn {
  readonly fromId: string | null;
  readonly toId: string | null;
}

/** What a card's trail calls the two sides: of the card, of the work by hand (when it begins, too), of a seat, of the owner among edited terms. */
const SIDES = [
  ["ownerBefore", "ownerAfter"],
  ["makerBefore", "makerAfter"],
  ["makerBefore", "maker"],
  ["seatBefore", "seatAfter"],
  ["ownerIdBefore", "ownerIdAfter"],
] as const;

/** Edited terms stand in the trail as JSON, acts of their own name a member as they are. */
const Member = z.preprocess((said) => (typeof said === "string" ? said.replaceAll('"', "") : said), z.uuid()).catch("");

/** Whom an act of a card's trail took something from and gave it to, by its details; null when it gave nobody anything. */
export function handedOn(details: Readonly<Record<string, unknown>>): HandedOn | null {
  const sides = SIDES.find(([, after]) => after in details);
  if (!sides) return null;
  const [fromId, toId] = sides.map((side) => Member.parse(details[side]) || null) as [string | null, string | null];
  return fromId === toId ? null : { fromId, toId };
}
