import { describe, expect, it } from "vitest";
import { measurePictures, picturesOf } from "@/components/board/board-faces";
import { createBoardScene } from "@/components/board/board-scene";
import { differenceBetween } from "@/lib/domain/prompt/difference";
import type { PromptView } from "@/lib/domain/prompt/view";
import { failureSentence } from "@/lib/domain/run/failure";
import type { RunView } from "@/lib/domain/run/view";
import { promptView, refusedRun, runView, variantView } from "./views";

const itemOf = (prompt: PromptView, folded: readonly string[] = []) => createBoardScene()([prompt], new Set(folded)).items[0];
const nameOf = (prompt: PromptView, folded: readonly string[] = []) => itemOf(prompt, folded)?.label ?? "";
const sketched = (text: string) => ({ ...promptView().recipe, text });

describe("the name of a prompt's card", () => {
  it("says what came of its runs", () => {
    expect(nameOf(promptView())).toBe("Prompt: a calm sea; not run yet");
    expect(nameOf(promptView({ runs: [runView()], variants: [variantView()] }))).toBe("Prompt: a calm sea; 1 variant");
    expect(nameOf(promptView({ runs: [refusedRun()] }))).toBe("Prompt: a calm sea; no variants, 1 run refused");
    const busy = [runView(), refusedRun({ id: "b" }), runView({ id: "c", status: "processing", count: 2 })];
    expect(nameOf(promptView({ runs: busy, variants: [variantView()] }))).toBe(
      "Prompt: a calm sea; 1 variant, 2 on their way, 1 run refused",
    );
  });

  it("counts no picture for a run that was refused, folded or not", () => {
    const prompt = promptView({ runs: [refusedRun()] });
    expect(nameOf(prompt, [prompt.id])).not.toMatch(/\d variant/);
  });

  it("is short, however long the prompt and whatever was changed", () => {
    const long = (word: string) => Array.from({ length: 100 }, (_, index) => `${word}${index}`).join(" ");
    const [before, after] = [sketched(long("sea")), sketched(long("hill"))];
    const name = nameOf(promptView({ recipe: after, difference: [...differenceBetween(before, after)] }));
    const [title = "", , difference = ""] = name.split("; ");
    expect(title.length).toBeLessThanOrEqual("Prompt: ".length + 120);
    expect(difference).toMatch(/^differs by: .*…/);
    expect(difference.length).toBeLessThan(160);
  });

  it("names the first changes and counts the others", () => {
    const [before, after] = [sketched("a calm sea at noon, boats in May"), sketched("a wild sea at dusk, boats in June")];
    const name = nameOf(promptView({ recipe: after, difference: [...differenceBetween(before, after)] }));
    expect(name).toMatch(/; differs by: removed “calm”, added “wild”, removed “noon”, added “dusk”, 2 more$/);
  });
});

it("a card is as large as its pictures take, which are put together later", () => {
  const wide = variantView({ width: 1600, height: 800 });
  const tall = (id: string) => variantView({ id, index: Number(id), width: 800, height: 1600 });
  const prompts = [
    promptView({ runs: [runView()], variants: [wide] }),
    promptView({ runs: [refusedRun()] }),
    promptView({ runs: [runView({ status: "processing", count: 3 })], variants: [tall("1")] }),
    promptView({
      runs: [runView(), refusedRun({ id: "b" }), runView({ id: "c", status: "processing", count: 9 })],
      variants: [wide, tall("1")],
    }),
  ];
  for (const prompt of prompts) {
    const all = picturesOf(prompt);
    expect(measurePictures(prompt, 8)).toEqual({ count: all.length, aspect: all.slice(-8)[0]?.aspect });
    expect(itemOf(prompt)?.pictures).toHaveLength(Math.min(8, all.length));
  }
});

it("a run without pictures is one place that says why, once", () => {
  const face = itemOf(promptView({ runs: [refusedRun()] }))?.pictures[0];
  expect(face).toMatchObject({ state: "failed", label: "No picture", note: "Refused: Its words.", isOpen: false });
});

it("an unknown run moves nothing and says who decides; one that was made elsewhere is no failure", () => {
  const unknown = runView({ status: "unknown", actualMicros: null, doubt: "No answer came.", count: 2 });
  const asked = { ...unknown, progress: { asked: "This engine has no list that could tell.", needsPerson: true } };
  const faceOf = (run: RunView) => itemOf(promptView({ runs: [run] }))?.pictures[0];
  expect(faceOf(unknown)).toMatchObject({ state: "failed", isOpen: true, note: expect.stringContaining("being clarified") });
  expect(faceOf(asked)).toMatchObject({ state: "failed", isOpen: true, note: "Unknown: a person has to decide" });
  expect(faceOf(asked)?.progress).toBeUndefined();
  const failure = { kind: "made-elsewhere" as const, reason: "On the bill.", sentence: failureSentence("made-elsewhere") };
  const made = runView({ status: "failed", failure });
  expect(faceOf(made)).toMatchObject({ isOpen: true, note: "Made, not here: On the bill." });
});

describe("sections and notes", () => {
  const [sea, storm, fox] = [
    promptView({ id: "sea" }),
    promptView({ id: "storm", parentId: "sea" }),
    promptView({ id: "fox", recipe: sketched("a fox") }),
  ];
  const section = { id: "S", name: "At sea", colour: "blue" as const, promptIds: ["sea"], author: "Ada", version: 0 };
  const note = {
    ...{ id: "N", promptId: "fox", sectionId: null, text: "too red", author: "Bo", isMine: false, version: 0 },
    createdAt: "2026-01-05T10:00:00.000Z",
    editedAt: null,
  };
  const pinned = { sections: [section], notes: [note] };

  it("are read with the prompts they are about, and drawn as a frame and a sheet of paper", () => {
    const { items, regions } = createBoardScene()([sea, storm, fox], new Set(), null, pinned);
    expect(items.map(({ label }) => label)).toEqual([
      "Prompt: a calm sea; not run yet; in section “At sea”",
      "Prompt: a calm sea; not run yet; in section “At sea”",
      "Prompt: a fox; not run yet; 1 note, Bo: too red",
    ]);
    expect(items.map(({ notes }) => notes)).toEqual([0, 0, 1]);
    expect(regions).toMatchObject([{ id: "S", css: expect.stringMatching(/^#/) }]);
  });

  it("a collapsed section is one card that counts its prompts, and an unchanged frame stays the same object", () => {
    const sceneOf = createBoardScene();
    const { items, edges, regions } = sceneOf([sea, storm, fox], new Set(["S"]), null, pinned);
    expect(items.map(({ id, label }) => [id, label])).toEqual([
      ["S", "Section “At sea”, collapsed; 2 prompts"],
      ["fox", "Prompt: a fox; not run yet; 1 note, Bo: too red"],
    ]);
    expect(edges).toEqual([]);
    expect(regions).toMatchObject([{ sectionId: "S", holds: 2, x: items[0]?.x, y: items[0]?.y, w: items[0]?.w }]);
    const [open] = sceneOf([sea, storm, fox], new Set(), null, pinned).regions;
    expect(sceneOf([sea, storm, { ...fox, version: 2 }], new Set(), null, pinned).regions[0]).toBe(open);
  });
});

describe("what is looked for", () => {
  const [calm, wild] = [
    promptView({ id: "calm", runs: [runView()], variants: [variantView({ id: "one" }), variantView({ id: "two", index: 1 })] }),
    promptView({ id: "wild" }),
  ];
  const lit = { prompts: new Set(["calm"]), variants: new Set(["two"]) };

  it("stands out: other pictures and prompts step back", () => {
    const [first, second] = createBoardScene()([calm, wild], new Set(), lit).items;
    expect(first?.faint).toBe(false);
    expect(first?.pictures.map((picture) => picture.faint ?? false)).toEqual([true, false]);
    expect(second).toMatchObject({ faint: true, label: expect.stringContaining("not found") });
  });

  it("leaves alone what it does not change, so that a search repaints only what steps back or out", () => {
    const sceneOf = createBoardScene();
    const before = sceneOf([calm, wild], new Set(), lit).items;
    const after = sceneOf([calm, wild], new Set(), { ...lit, prompts: new Set(["calm", "wild"]) }).items;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(sceneOf([calm, wild], new Set()).items[0]?.pictures[0]?.faint).toBeUndefined();
  });
});
