import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { induce } from "@/lib/domain/pattern/induce";
import { fill, Template } from "@/lib/domain/pattern/template";
import { anyRecipe, recipe } from "../../support/recipes";

const prompts = (...texts: string[]) => texts.map((text) => recipe({ text }));
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[,.;:]/gu, "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .join(" ");

describe("a pattern read out of several picks", () => {
  it.each([
    [
      "a family of one subject",
      ["a red sailboat on a calm sea, gouache", "a white whale on a calm sea, gouache", "a lighthouse on a calm sea, gouache"],
      "a {subject} on a calm sea, gouache",
      { subject: ["red sailboat", "white whale", "lighthouse"] },
    ],
    [
      "subject, time and medium",
      ["a red fox in the snow at dawn, ink", "a grey wolf in the snow at night, watercolour", "a brown bear in the snow at dusk, gouache"],
      "a {subject} in the snow at {time}, {medium}",
      { subject: ["red fox", "grey wolf", "brown bear"], time: ["dawn", "night", "dusk"], medium: ["ink", "watercolour", "gouache"] },
    ],
    [
      "a product on grounds of several colours",
      ["amber perfume bottle on teal, studio product shot", "amber perfume bottle on pink, studio product shot"],
      "amber perfume bottle on {colour}, studio product shot",
      { colour: ["teal", "pink"] },
    ],
    ["one prompt picked three times", ["a calm sea", "a calm sea", "a calm sea"], "a calm sea", {}],
  ])("%s", (_, texts, text, examples) => {
    const { template, open, values } = induce(prompts(...texts));
    expect(template.text).toBe(text);
    expect(Object.fromEntries(template.variables.map((variable) => [variable.name, variable.examples]))).toEqual(examples);
    expect(open).toEqual([]);
    expect(values.map((value) => plain(fill(template, [], value).text))).toEqual(texts.map(plain));
  });

  it("keeps what most of them say, leaves out what few do, and says both", () => {
    const { template, open } = induce(prompts("a boat at sea with seagulls, ink", "a boat at sea, ink", "a boat at sea, ink"));
    expect(template.text).toBe("a boat at sea, ink");
    expect(open).toEqual(["“with seagulls,” stands in 1 of 3 prompts and was left out."]);
  });

  it("ends without the comma of what was left out", () => {
    expect(induce(prompts("a boat at dusk, gouache, lighthouse", "a boat at dusk, gouache")).template.text).toBe("a boat at dusk, gouache");
  });

  it("keeps the references, the model and the controls all of them share", () => {
    const [mood, look] = ["mood", "look"].map((assetId) => ({ assetId, role: "style" as const, weight: 0.6 }));
    if (!mood || !look) throw new Error("two references");
    const one = recipe({ references: [mood, look], controls: { aspectRatio: "1:1", quality: "draft", settings: {} } });
    const other = recipe({ references: [{ ...mood, weight: 0.2 }], controls: { aspectRatio: "3:2", quality: "draft", settings: {} } });
    const { references, leftOut, template, open } = induce([one, other, one]);
    expect(references).toEqual([mood]);
    expect(leftOut).toEqual([{ reference: look, count: 2 }]);
    expect(template.controls.aspectRatio).toBe("1:1");
    expect(template.free).toEqual(["count", "seeds", "aspectRatio"]);
    expect(open).toEqual([
      "One reference is not in all of them and was left out.",
      "Their controls differ; the commonest ones are kept and can be set otherwise.",
    ]);
  });

  it("says which negative prompt it kept, of how many, and names the others: two of each have no commonest one", () => {
    const saying = (...negatives: string[]) => {
      const { template, open } = induce(negatives.map((negative) => recipe({ text: "a calm sea", negative })));
      return [template.negative, ...open];
    };
    expect(saying("", "photo", "", "photo")).toEqual([
      "",
      "Their negative prompts differ: an empty one is kept, which 2 of 4 have; left out: “photo” (2 of 4).",
    ]);
    expect(saying("photo", "", "photo", "text")).toEqual([
      "photo",
      "Their negative prompts differ: “photo” is kept, which 2 of 4 have; left out: an empty one (1 of 4), “text” (1 of 4).",
    ]);
    expect(saying("photo", "photo")).toEqual(["photo"]);
  });

  it("allows the other models they were made by; another revision is no other model", () => {
    const [one] = prompts("a calm sea");
    if (!one) throw new Error("a recipe");
    const other = { engineId: "other", modelId: "other-1", revision: "1" };
    expect(induce([one, { ...one, model: { ...one.model, revision: "of last year" } }]).open).toEqual([]);
    const { template, open } = induce([one, one, { ...one, model: other }]);
    expect(template).toMatchObject({ model: one.model, alternatives: [other] });
    expect(open).toEqual([`They were made by different models; ${one.model.modelId} is kept, the others are allowed.`]);
  });

  it("of any recipes is a template that can be saved; where nothing is open, it gives each of them back", () => {
    const word = fc.constantFrom("a", "red", "fox,", "sea", "{at}", "dusk", "ink", "on");
    const text = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyRecipe, text), { minLength: 1, maxLength: 6 }), (drawn) => {
        const recipes = drawn.map(([base, words]) => ({ ...base, text: words }));
        const { template, values, open, references } = induce(recipes);
        expect(Template.safeParse(template).error).toBeUndefined();
        if (open.length > 0) return;
        for (const [source, { text: said }] of recipes.entries())
          expect(plain(fill(template, references, values[source] ?? {}).text)).toBe(plain(said));
      }),
    );
  });
});
