import { describe, expect, it } from "vitest";
import {
  declareVariable,
  dissolveVariable,
  draftFromRecipe,
  draftFromTemplate,
  makeVariable,
  nameFor,
  readDraft,
  renameVariable,
  retypeVariable,
  undeclaredIn,
  withReference,
} from "@/lib/domain/pattern/draft";
import { VARIABLE_KINDS } from "@/lib/domain/pattern/variable";
import { MAX_REFERENCES } from "@/lib/domain/prompt/recipe";
import { recipe } from "../../support/recipes";

const written = (text: string, negative = "") => draftFromRecipe(recipe({ text, negative }));

describe("a template while it is edited", () => {
  it("makes every place of a phrase the variable, in the negative too, with the phrase as its default", () => {
    const draft = makeVariable(written("a red bottle beside a red bottle", "no red bottle cap"), " red bottle ", "product");
    expect(draft.text).toBe("a {product} beside a {product}");
    expect(draft.negative).toBe("no {product} cap");
    expect(draft.variables).toEqual([
      { name: "product", type: { kind: "text" }, isRequired: false, fallback: "red bottle", examples: ["red bottle"] },
    ]);
  });

  it("takes a second phrase into the same variable as one more example", () => {
    const first = makeVariable(written("at dawn, later at dusk"), "dawn", "light");
    const second = makeVariable(first, "dusk", "light");
    expect(second.text).toBe("at {light}, later at {light}");
    expect(second.variables).toMatchObject([{ name: "light", fallback: "dawn", examples: ["dawn", "dusk"] }]);
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
    expect(readDraft(written("   "))).toEqual({ problem: "A pattern needs a prompt." });
    expect(readDraft(written("a {subject}"))).toEqual({ problem: "{subject} is used but not declared." });
    const unused = { ...declareVariable(written("a {subject}"), "subject"), text: "a boat" };
    expect(readDraft(unused)).toEqual({ problem: "{subject} is declared but not used." });
  });

  it("reads a declared variable as one whoever uses the pattern must fill", () => {
    const read = readDraft(declareVariable(written("a {subject}"), "subject"));
    expect(read).toMatchObject({ template: { variables: [{ name: "subject", default: null, examples: [] }] } });
  });

  it("opens a saved template as it was saved", () => {
    const draft = makeVariable(written("a lighthouse at dusk"), "dusk", "light");
    const read = readDraft(draft);
    if (!("template" in read)) throw new Error(read.problem);
    expect(draftFromTemplate(read)).toEqual(draft);
  });

  it("renames a variable everywhere, never onto another one", () => {
    const draft = declareVariable(declareVariable(written("a {subject} in {light}", "no {subject}s"), "subject"), "light");
    const renamed = renameVariable(draft, "subject", "animal");
    expect([renamed.text, renamed.negative, renamed.variables[0]?.name]).toEqual(["a {animal} in {light}", "no {animal}s", "animal"]);
    expect(renameVariable(draft, "subject", "light")).toBe(draft);
  });

  it("keeps of a variable's values what the next kind can take", () => {
    const text = makeVariable(makeVariable(written("3 boats, later 12 boats"), "3", "how_many"), "12", "how_many");
    const [variable] = text.variables;
    if (!variable) throw new Error("a variable");
    expect(retypeVariable(variable, "number")).toMatchObject({ type: { kind: "number", min: 3, max: 12, step: null }, fallback: "3" });
    expect(retypeVariable(variable, "choice")).toMatchObject({
      type: { kind: "choice", options: ["3", "12"] },
      fallback: "3",
      examples: [],
    });
    expect(retypeVariable(variable, "reference")).toMatchObject({ type: { kind: "reference" }, fallback: "", examples: [] });
    for (const kind of VARIABLE_KINDS) {
      const retyped = retypeVariable(variable, kind);
      const taken = kind === "reference" ? { ...text, text: "boats", variables: [retyped] } : { ...text, variables: [retyped] };
      expect([kind, "template" in readDraft(taken)]).toEqual([kind, true]);
    }
  });

  it("says that its references and those that are variables do not fit together", () => {
    const references = Array.from({ length: 16 }, (_, at) => ({
      assetId: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      role: "style" as const,
      weight: 1,
    }));
    const full = { ...written("a boat"), references };
    expect("template" in readDraft(full)).toBe(true);
    const over = declareVariable(full, "bottle", { kind: "reference", role: "product", weight: 1 });
    expect(readDraft(over)).toEqual({ problem: "A recipe has at most 16 references, those that are variables among them." });
  });
});

describe("a name proposed for a phrase", () => {
  it.each([
    ["Golden hour!", "golden_hour"],
    ["3 red bottles", "red_bottles"],
    ["café à la crème", "cafe_a_la_creme"],
    ["霧", ""],
  ])("%s → %s", (phrase, name) => expect(nameFor(phrase)).toBe(name));

  it("takes a reference in once a role, and no more than a recipe holds", () => {
    const reference = { assetId: "look", role: "style" as const, weight: 0.6 };
    const one = withReference({ ...draftFromRecipe(recipe()), references: [] }, reference);
    expect([one.references, withReference(one, { ...reference, weight: 1 }).references]).toEqual([[reference], [reference]]);
    expect(withReference(one, { ...reference, role: "mood" }).references).toHaveLength(2);
    const full = { ...one, references: Array.from({ length: MAX_REFERENCES }, (_, index) => ({ ...reference, assetId: `${index}` })) };
    expect(withReference(full, reference)).toBe(full);
  });
});
