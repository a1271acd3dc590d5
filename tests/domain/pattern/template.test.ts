import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "@/lib/domain/pattern/slug";
import { fill, problemsWith, refusalOfValues, Template, variablesIn, withVariable } from "@/lib/domain/pattern/template";
import { recipe } from "../../support/recipes";

const { model, controls, seeds, count } = recipe();
const template = Template.parse({
  text: "a {subject} at {time}, gouache",
  negative: "no {subject}s in the sky",
  variables: [
    { name: "subject", default: null, examples: ["boat"] },
    { name: "time", default: "dusk", examples: [] },
  ],
  model,
  controls,
  seeds,
  count,
});

const bottle = "00000000-0000-4000-8000-00000000000b";
const typed = Template.parse({
  ...template,
  text: "{count} bottles in {light}, grain {grain}, {mood}, gouache",
  negative: "",
  variables: [
    { name: "count", type: { kind: "number", min: 1, max: 9, step: 2 }, default: null, examples: ["3"] },
    { name: "light", type: { kind: "choice", options: ["dawn", "dusk"] }, default: "dusk", examples: [] },
    { name: "grain", type: { kind: "number", min: 0, max: 1, step: null }, default: "0.5", examples: [] },
    { name: "mood", default: "", examples: [] },
    { name: "bottle", type: { kind: "reference", role: "product", weight: 0.8 }, default: null, examples: [] },
  ],
});

describe("a pattern's template", () => {
  it("declares exactly the variables it uses", () => {
    expect(Template.safeParse(template).success).toBe(true);
    const [subject, time] = template.variables;
    expect(Template.safeParse({ ...template, variables: [subject] }).error?.issues[0]?.message).toBe("{time} is used but not declared.");
    expect(Template.safeParse({ ...template, text: "a {subject}", variables: [subject, time] }).error?.issues[0]?.message).toBe(
      "{time} is declared but not used.",
    );
    expect(Template.safeParse({ ...template, variables: [subject, time, time] }).success).toBe(false);
  });

  it("fills values and defaults, and says what is missing or unknown", () => {
    expect(fill(template, [], { subject: "fox" }).text).toBe("a fox at dusk, gouache");
    expect(fill(template, [], { subject: "fox" }).controls).toEqual(template.controls);
    expect(fill(template, [], { subject: "fox", time: " dawn " }).negative).toBe("no foxs in the sky");
    expect(problemsWith(template, { weather: "rain" })).toEqual({ missing: ["subject"], unknown: ["weather"], wrong: [] });
  });

  it("inserts values as they are: braces and dollar signs inside them are text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        fc.pre(value.trim() !== "");
        expect(fill(template, [], { subject: value }).text).toBe(`a ${value.trim()} at dusk, gouache`);
      }),
      { examples: [["{time}"], ["$&"], ["$1 {subject}"]] },
    );
  });

  it("saved before variables had types and controls had locks reads as it was used then", () => {
    expect(template.variables[0]?.type).toEqual({ kind: "text" });
    expect(template).toMatchObject({ free: ["count", "seeds"], alternatives: [], acceptableDefects: [], notes: "" });
  });

  it("takes of each variable only what its type allows, with a sentence", () => {
    const good = { count: "3", light: "dawn", grain: "0.25", mood: "calm", bottle };
    const refusal = (change: Record<string, string>) => refusalOfValues(typed, { ...good, ...change });
    expect(refusal({})).toBeNull();
    expect(refusal({ bottle: "" })).toBe("Give a value for {bottle}.");
    expect(refusal({ count: "4" })).toBe("{count} goes from 1 in steps of 2.");
    expect(refusal({ count: "11" })).toBe("{count} must be between 1 and 9.");
    expect(refusal({ grain: "much" })).toBe("{grain} takes a number.");
    expect(refusal({ light: "noon" })).toBe("{light} can be “dawn” or “dusk”.");
    expect(refusal({ bottle: "a bottle" })).toBe("{bottle} takes a picture.");
  });

  it("puts a reference that is a variable behind the ones that are always there, and nothing where nothing stands", () => {
    const look = { assetId: "00000000-0000-4000-8000-00000000000a", role: "style" as const, weight: 0.5 };
    const filled = fill(typed, [look], { count: "3", bottle });
    expect(filled.references).toEqual([look, { assetId: bottle, role: "product", weight: 0.8 }]);
    expect(filled.text).toBe("3 bottles in dusk, grain 0.5, gouache");
    expect(fill({ ...typed, text: "{mood}, a {light} sky" }, [], {}).text).toBe("a dusk sky");
  });

  it("is refused where a default or an example is not of its type, or a picture stands in the text", () => {
    const problem = (text: string, variable: object) =>
      Template.safeParse({ ...template, text, negative: "", variables: [variable] }).error?.issues[0]?.message;
    const choice = { kind: "choice", options: ["dawn", "dusk"] };
    expect(problem("{light}", { name: "light", type: choice, default: "noon", examples: [] })).toBe("{light} can be “dawn” or “dusk”.");
    const number = { kind: "number", min: 5, max: 1, step: null };
    expect(problem("{grain}", { name: "grain", type: number, default: null, examples: [] })).toBe(
      "{grain} has a smallest number above its largest.",
    );
    const reference = { kind: "reference", role: "style", weight: 1 };
    expect(problem("{look}", { name: "look", type: reference, default: null, examples: [] })).toBe(
      "{look} is a reference, so it cannot stand in the text.",
    );
  });

  it("made from a prompt, gives the prompt back for the phrase it took out", () => {
    const text = "a red fox in the snow, red fox tracks";
    const opened = withVariable(text, "red fox", "subject");
    expect(opened).toBe("a {subject} in the snow, {subject} tracks");
    expect(withVariable("the sea in the season of (sea)", "sea", "place")).toBe("the {place} in the season of ({place})");
    expect(withVariable("cost: $1.00 (a+b)", "$1.00 (a+b)", "x")).toBe("cost: {x}");
    expect(variablesIn(opened)).toEqual(["subject"]);
    expect(fill({ ...template, text: opened, negative: "" }, [], { subject: "red fox" }).text).toBe(text);
  });
});

describe("a slug", () => {
  it("is never empty and fits an address, whatever the name", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
    expect(slugOf("Wärm Studio № 2")).toBe("warm-studio-no-2");
  });

  it("is free", () => {
    expect(freeSlug("Warm", new Set(["warm", "warm-2"]))).toBe("warm-3");
  });
});
