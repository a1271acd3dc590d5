import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { KEY_TABLE } from "@/lib/client/keyboard/table";

const titleOf = (id: string) => KEY_TABLE.find((action) => action.id === id)?.title;
const said: string[] = [];
const keys = choosingKeys({
  flag: (flag) => said.push(`flag ${flag}`),
  rate: (rating) => said.push(`rate ${rating}`),
  colour: (colour) => said.push(`colour ${colour}`),
});

describe("every decision has its key", () => {
  test("flags, colours and stars, each once, and each does what the key table says", () => {
    for (const press of Object.values({ ...keys.pictures, ...keys.ratings })) press();
    const flags = ["pick", "reject", "none"].map((flag) => `flag ${flag}`);
    const colours = ["red", "yellow", "green", "blue", "violet"].map((colour) => `colour ${colour}`);
    expect(said).toEqual([...flags, ...colours, ...[0, 1, 2, 3, 4, 5].map((rating) => `rate ${rating}`)]);
    const inTable = KEY_TABLE.filter(({ id, scope }) => scope === "ratings" || id.startsWith("colour-")).map(({ id }) => id);
    expect(Object.keys({ ...keys.pictures, ...keys.ratings })).toEqual(expect.arrayContaining(inTable));
  });

  test("compare gives the same stars under other keys", () => {
    const stars = Object.keys(keys.ratings);
    expect(Object.keys(keys.compare)).toEqual(stars.map((id) => `compare-${id}`));
    expect(stars.map((id) => titleOf(`compare-${id}`))).toEqual(stars.map(titleOf));
  });
});

/** Where pictures are chosen, and what else is the same there. */
const PLACES = {
  // Undo and redo are everywhere.
  studio: { file: "components/shell/studio-commands.tsx", says: ["useHistoryKeys"] },
  board: {
    file: "components/board/use-board-keys.ts",
    says: ["choosing.pictures", "choosing.ratings", "compare:", "loupe:"],
  },
  grid: {
    file: "components/grid/use-grid-keys.ts",
    says: ["choosing.pictures", "choosing.ratings", "compare:", "loupe:"],
  },
  assets: {
    file: "components/assets/use-gallery-keys.ts",
    says: ["choosing.pictures", "choosing.ratings", "compare:", "loupe:"],
  },
  loupe: {
    file: "components/compare/loupe.tsx",
    says: ["choosing.pictures", "choosing.ratings", "useHistoryKeys", "loupe:", "left:", "right:", "up:", "down:"],
  },
  compare: { file: "app/(studio)/compare/comparing.tsx", says: ["choosing.pictures", "choosing.compare", "loupe:"] },
} as const;

test.each(Object.entries(PLACES))("%s hears every one of them", (_place, { file, says }) => {
  const source = readFileSync(file, "utf8");
  expect(says.filter((said) => !source.includes(said))).toEqual([]);
});
