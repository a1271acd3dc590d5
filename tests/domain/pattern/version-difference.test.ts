import { describe, expect, it } from "vitest";
import { Template } from "@/lib/domain/pattern/template";
import { differenceOfVersions, differs, isSameVersion, pairToCompare } from "@/lib/domain/pattern/version-difference";
import { recipe } from "../../support/recipes";

const { references: _, ...base } = recipe({
  text: "a {subject} at dusk, gouache",
  controls: { aspectRatio: "4:5", quality: "draft", settings: {} },
});
const subject = { name: "subject", default: null, examples: ["fox"] };
const version = (change: object = {}, references: { assetId: string; role: "style"; weight: number }[] = []) => ({
  template: Template.parse({ ...base, variables: [subject], ...change }),
  references,
});
const [mood, look] = ["mood", "look"].map((assetId) => ({ assetId, role: "style" as const, weight: 0.6 }));
if (!mood || !look) throw new Error("two references");

describe("what differs between two versions", () => {
  it("is asked of two different ones: the older first, the first beside what came after it", () => {
    const [three, two, one] = [{ number: 3 }, { number: 2 }, { number: 1 }];
    const pair = (shown: { number: number }, from: number | null = null) => {
      const found = pairToCompare([three, two, one], shown, from);
      return found && [found.before.number, found.after.number];
    };
    expect([pair(three), pair(two), pair(one)]).toEqual([
      [2, 3],
      [1, 2],
      [1, 2],
    ]);
    expect([pair(three, 1), pair(one, 3), pair(one, 1), pair(two, 9)]).toEqual([
      [1, 3],
      [3, 1],
      [1, 2],
      [1, 2],
    ]);
    expect(pairToCompare([one], one, 1)).toBeNull();
  });

  it("is nothing for the same one", () => {
    expect(isSameVersion(differenceOfVersions(version({}, [mood]), version({}, [mood])))).toBe(true);
  });

  it("is told by word, by variable and by reference", () => {
    const after = version({ text: "a {subject} at dawn, gouache", variables: [{ ...subject, default: "fox", examples: [] }] }, [
      { ...mood, weight: 1 },
      look,
    ]);
    const difference = differenceOfVersions(version({}, [mood]), after);
    expect(difference.text?.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "dusk," },
      { kind: "added", text: "dawn," },
    ]);
    expect(difference.variables).toEqual([
      { name: "subject", before: "required text; for example fox", after: "text; “fox” unless given" },
    ]);
    expect(difference.references.map((pair) => [pair.before?.weight ?? null, pair.after?.weight ?? null, differs(pair)])).toEqual([
      [0.6, 1, true],
      [null, 0.6, true],
    ]);
    expect([difference.negative, difference.notes, difference.controls]).toEqual([null, null, []]);
  });

  it("names controls, locks and acceptable defects as people do", () => {
    const after = version({
      controls: { aspectRatio: "1:1", quality: "draft", settings: { cameraMove: "pan-left" } },
      free: ["count", "aspectRatio"],
      acceptableDefects: [{ kind: "hands", maxSeverity: "minor", note: "far away" }],
    });
    const { controls, defects } = differenceOfVersions(version(), after);
    expect(controls).toEqual([
      { name: "Aspect ratio", before: "4:5", after: "1:1" },
      { name: "Free to set", before: "number of variants, seeds", after: "aspect ratio, number of variants" },
      { name: "Camera move", before: "none", after: "pan left" },
    ]);
    expect(defects).toEqual([{ name: "Hands", before: "none", after: "up to minor: far away" }]);
  });
});
