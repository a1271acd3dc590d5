import { describe, expect, it } from "vitest";
import type { ArchivedPattern } from "@/lib/domain/pattern/library-archive";
import { tiesAmong } from "@/lib/domain/pattern/library-ties";

type Tied = Parameters<typeof tiesAmong>[0][number];
const versions = [{ number: 1 }, { number: 3 }] as ArchivedPattern["versions"];
const pattern = (slug: string, tie: Partial<Tied> = {}): Tied => ({
  slug,
  name: slug.toUpperCase(),
  deprecation: null,
  forkedFrom: null,
  versions,
  ...tie,
});
const insteadOf = (slug: string) => ({ deprecation: { reason: "old", successor: { slug, name: slug.toUpperCase() } } });
const forkOf = (slug: string, number = 1) => ({ forkedFrom: { slug, name: slug.toUpperCase(), number } });

function found(...patterns: readonly Tied[]) {
  const { successors, origins, lost } = tiesAmong(patterns);
  return {
    successors: [...successors].map(([from, to]) => `${from.slug} > ${to.slug}`),
    origins: [...origins].map(([from, { pattern: to, number }]) => `${from.slug} < ${to.slug}@${number}`),
    lost: lost.map(({ about }) => about),
  };
}

describe("what the patterns of an archive are to each other", () => {
  it("is found whatever their order", () => {
    expect(found(pattern("b", forkOf("a", 3)), pattern("a", insteadOf("b")))).toEqual({
      successors: ["a > b"],
      origins: ["b < a@3"],
      lost: [],
    });
  });

  it("is told as lost when it leads elsewhere: no such pattern, no such version", () => {
    expect(found(pattern("a", { ...insteadOf("x"), ...forkOf("y") }), pattern("b", forkOf("a", 2)))).toEqual({
      successors: [],
      origins: [],
      lost: ["A", "A", "B"],
    });
  });

  it("never makes a ring, whatever an archive says", () => {
    const ring = [
      pattern("a", { ...insteadOf("b"), ...forkOf("c") }),
      pattern("b", { ...insteadOf("a"), ...forkOf("a") }),
      pattern("c", forkOf("b")),
    ];
    expect(found(...ring)).toEqual({ successors: [], origins: [], lost: ["A", "A", "B", "B", "C"] });
    expect(found(pattern("a", { ...insteadOf("a"), ...forkOf("a") }))).toEqual({ successors: [], origins: [], lost: ["A", "A"] });
    // Whoever only descends from a ring is no part of it.
    expect(found(...ring, pattern("d", forkOf("a"))).origins).toEqual(["d < a@1"]);
  });
});
