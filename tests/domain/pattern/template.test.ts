import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "@/lib/domain/pattern/slug";
import { fill, problemsWith, Template, variablesIn, withVariable } from "@/lib/domain/pattern/template";
import { recipe } from "../../support/recipes";

const { model, controls, seeds, count } = recipe();
const template: Template = {
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
};

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
    expect(problemsWith(template, { weather: "rain" })).toEqual({ missing: ["subject"], unknown: ["weather"] });
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
