import { expect, it } from "vitest";
import { stepThrough } from "@/components/board/step-through";
import type { Desk } from "@/lib/client/desk/desk";
import { promptView, variantView } from "./views";

const SHOWN = [
  promptView({ id: "sea", variants: [variantView({ id: "sea0" }), variantView({ id: "sea1" })] }),
  promptView({ id: "plan" }),
  promptView({ id: "fox", variants: [variantView({ id: "fox0" })] }),
];
const LIT = { prompts: new Set(["sea", "plan"]), variants: new Set(["sea1"]) };

function walk(from: Desk["place"], steps: readonly (1 | -1)[], lit: typeof LIT | null = LIT) {
  let place = from;
  const seen: string[] = [];
  const desk = {
    moveTo: (to: Desk["place"]) => {
      place = to;
    },
    select: (ids: Iterable<string>) => void seen.push([...ids].join()),
  };
  for (const by of steps) stepThrough({ shown: SHOWN, lit }, { ...desk, place }, by, null);
  return seen;
}

it("goes through what stands out in board order, round and round, both ways", () => {
  expect(walk(null, [1, 1, 1])).toEqual(["sea1", "plan", "sea1"]);
  expect(walk(null, [-1, -1, -1])).toEqual(["plan", "sea1", "plan"]);
});

it("begins at the first, or the last, from a place that does not stand out", () => {
  expect(walk({ promptId: "fox", variantId: "fox0" }, [1])).toEqual(["sea1"]);
  expect(walk({ promptId: "fox", variantId: "fox0" }, [-1])).toEqual(["plan"]);
});

it("goes nowhere when nothing stands out", () => {
  expect(walk(null, [1], { prompts: new Set(), variants: new Set() })).toEqual([]);
  expect(walk(null, [1], null)).toEqual([]);
});
