import { describe, expect, it } from "vitest";
import { searchShelves } from "@/components/library/shelf-search";
import { OPEN_SHELF } from "@/lib/domain/pattern/shelf-access";
import type { LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

const pattern = (name: string, labels: PatternSummary["labels"] = {}, purpose = ""): PatternSummary => ({
  id: name,
  libraryId: "",
  name,
  slug: name,
  purpose,
  tags: [],
  cover: null,
  versions: 1,
  model: { engineId: "sketch", modelId: "sketch-1", revision: "1" },
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
const found = (text: string, label: "candidate" | "production" | null = null) =>
  searchShelves([SEA, EMPTY], { text, label }).map(({ library, patterns }) => [library.name, ...patterns.map(({ name }) => name)]);

describe("finding patterns on shelves", () => {
  it("keeps empty shelves in sight until something is searched", () => {
    expect(found("")).toEqual([["Sea", "Calm harbour", "Storm"], ["Product"]]);
    expect(found("storm")).toEqual([["Sea", "Storm"]]);
  });

  it("finds by words in any order, in name, purpose and shelf", () => {
    expect(found("COVERS sea")).toEqual([["Sea", "Storm"]]);
    expect(found("sea")).toEqual([["Sea", "Calm harbour", "Storm"]]);
    expect(found("harbour covers")).toEqual([]);
  });

  it("shows only what carries the label", () => {
    expect(found("", "production")).toEqual([["Sea", "Storm"]]);
  });
});
