import { singular } from "../../parse/tokens";
import type { ReadClause } from "./read-part";
import { targetOf, wordsOfTarget } from "./target";
import { isGlue } from "./verbs";

const SIDES: Readonly<Record<string, number>> = { left: -0.28, leftwards: -0.28, right: 0.28, rightwards: 0.28 };

/** "Move the boat to the left". A little is half as far. */
export function readMove(clause: readonly string[], verb: string): ReadClause {
  const side = clause.find((word) => Object.hasOwn(SIDES, word));
  const target = targetOf(clause.filter((word) => word !== side));
  const rest = clause.filter((word) => !isGlue(word));
  // "Move it to the left": the thing that the picture is of.
  const isNamed = target.word !== null || clause.some((word) => /^(?:it|them|him|her)$/.test(word));
  if (side === undefined || !isNamed) return { steps: [], understood: [], ignored: [verb, ...rest] };
  const isLittle = clause.some((word) => word === "bit" || word === "slightly" || word === "little");
  const known = wordsOfTarget(target);
  return {
    steps: [{ kind: "move", target, shift: (SIDES[side] ?? 0) * (isLittle ? 0.5 : 1) }],
    understood: [...clause.filter((word) => known.has(singular(word))), side],
    ignored: rest.filter((word) => !known.has(singular(word)) && word !== side),
  };
}
