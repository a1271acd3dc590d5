import { describe, expect, it } from "vitest";
import { modelsOf, type ShelfFilter, searchShelves, tagsOf } from "@/components/library/shelf-search";
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

  it("finds by tag and by the model it runs on", () => {
    const tagged = shelf("Look", [
      { ...pattern("Warm light"), tags: ["warm", "paper"] },
      { ...pattern("Cold light"), model: { ...MODEL, modelId: "other" } },
    ]);
    const named = (filter: Partial<ShelfFilter>) =>
      searchShelves([tagged], { text: "", label: null, ...filter }).flatMap(({ patterns }) => patterns.map(({ name }) => name));
    expect([named({ tag: "paper" }), named({ text: "#warm" }), named({ modelId: "other" })]).toEqual([
      ["Warm light"],
      ["Warm light"],
      ["Cold light"],
    ]);
    expect([tagsOf([tagged]), modelsOf([tagged])]).toEqual([
      ["paper", "warm"],
      ["sketch-1", "other"],
    ]);
  });

  it("shows only what carries the label", () => {
    expect(found("", "production")).toEqual([["Sea", "Storm"]]);
  });
});
