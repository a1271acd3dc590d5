import { describe, expect, it } from "vitest";
import { searchShelves } from "@/components/library/shelf-search";
import { OPEN_SHELF } from "@/lib/domain/pattern/shelf-access";
import type { LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

const MODEL = { engineId: "sketch", modelId: "sketch-1", revision: "1" };
const pattern = (name: string, labels: PatternSummary["labels"] = {}, purpose = ""): PatternSummary => ({
  id: name,
  libraryId: "",
  name,
  slug: name,
  purpose,
  tags: [],
  cover: null,
  versions: 1,
  model: MODEL,
  labels,
  deprecated: null,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
});
const shelf = (name: string, patterns: PatternSummary[]): LibraryView => ({
  id: name,
  name,
  slug: name,
  description: "",
  access: OPEN_SHELF,
  mayUse: true,
  mayCurate: true,
  best: [],
  version: 0,
  patterns,
});

const SEA = shelf("Sea", [pattern("Calm harbour", { candidate: 2 }), pattern("Storm", { candidate: 1, production: 1 }, "for covers")]);
const EMPTY = shelf("Product", []);
const found = (text: string) =>
  searchShelves([SEA, EMPTY], text).map(({ library, patterns }) => [library.name, ...patterns.map(({ name }) => name)]);

describe("finding patterns on shelves", () => {
  it("by words in any order, in name, purpose, tags and shelf; shelves without any are left out", () => {
    expect(found("")).toEqual([["Sea", "Calm harbour", "Storm"]]);
    expect(found("COVERS sea")).toEqual([["Sea", "Storm"]]);
    expect(found("sea")).toEqual([["Sea", "Calm harbour", "Storm"]]);
    expect(found("harbour covers")).toEqual([]);
    const tagged = shelf("Look", [{ ...pattern("Warm light"), tags: ["warm", "paper"] }, pattern("Cold light")]);
    expect(searchShelves([tagged], "#warm").flatMap(({ patterns }) => patterns.map(({ name }) => name))).toEqual(["Warm light"]);
  });
});
