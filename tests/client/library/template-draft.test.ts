import { describe, expect, it } from "vitest";
import {
  declareVariable,
  dissolveVariable,
  draftFromRecipe,
  draftFromTemplate,
  makeVariable,
  nameFor,
  readTemplate,
  undeclaredIn,
} from "@/components/library/template-draft";
import { recipe } from "@/tests/support/recipes";

const written = (text: string, negative = "") => draftFromRecipe(recipe({ text, negative }));

describe("a template while it is edited", () => {
  it("makes every place of a phrase the variable, in the negative too, with the phrase as its default", () => {
    const draft = makeVariable(written("a red bottle beside a red bottle", "no red bottle cap"), " red bottle ", "product");
    expect(draft.text).toBe("a {product} beside a {product}");
    expect(draft.negative).toBe("no {product} cap");
    expect(draft.variables).toEqual([{ name: "product", fallback: "red bottle", examples: ["red bottle"] }]);
  });

  it("takes a second phrase into the same variable as one more example", () => {
    const first = makeVariable(written("at dawn, later at dusk"), "dawn", "light");
    const second = makeVariable(first, "dusk", "light");
    expect(second.text).toBe("at {light}, later at {light}");
    expect(second.variables).toEqual([{ name: "light", fallback: "dawn", examples: ["dawn", "dusk"] }]);
  });

  it("offers names typed in braces until they are declared", () => {
    const draft = written("{subject} by the sea in {light}, {subject} again");
    expect(undeclaredIn(draft)).toEqual(["subject", "light"]);
    expect(undeclaredIn(declareVariable(draft, "subject"))).toEqual(["light"]);
  });

  it("gives the words back when a variable is dissolved", () => {
    const text = "a lighthouse at golden hour";
    expect(dissolveVariable(makeVariable(written(text), "golden hour", "light"), "light")).toEqual(written(text));
    expect(dissolveVariable(declareVariable(written("in {wide_angle}"), "wide_angle"), "wide_angle").text).toBe("in wide angle");
  });

  it("says what is missing instead of sending a template that would be refused", () => {
    expect(readTemplate(written("   "))).toEqual({ problem: "A pattern needs a prompt." });
    expect(readTemplate(written("a {subject}"))).toEqual({ problem: "{subject} is used but not declared." });
    const unused = { ...declareVariable(written("a {subject}"), "subject"), text: "a boat" };
    expect(readTemplate(unused)).toEqual({ problem: "{subject} is declared but not used." });
  });

  it("reads an empty default as a variable whoever uses the pattern must fill", () => {
    const read = readTemplate(declareVariable(written("a {subject}"), "subject"));
    expect(read).toMatchObject({ template: { variables: [{ name: "subject", default: null, examples: [] }] } });
  });

  it("opens a saved template as it was saved", () => {
    const draft = makeVariable(written("a lighthouse at dusk"), "dusk", "light");
    const read = readTemplate(draft);
    if (!("template" in read)) throw new Error(read.problem);
    expect(draftFromTemplate(read.template, draft.references)).toEqual(draft);
  });
});

describe("a name proposed for a phrase", () => {
  it.each([
    ["Golden hour!", "golden_hour"],
    ["3 red bottles", "red_bottles"],
    ["café à la crème", "cafe_a_la_creme"],
    ["霧", ""],
  ])("%s → %s", (phrase, name) => expect(nameFor(phrase)).toBe(name));
});
