import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { fieldWords, quoted } from "@/lib/domain/input/field-words";
import { readInput } from "@/lib/domain/input/read-input";
import { EmailAddress, NewPassword } from "@/lib/domain/member/person";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { DueRule } from "@/lib/domain/review/due";
import { recipe } from "@/tests/support/recipes";

const problemOf = (schema: z.ZodType, input: unknown) => {
  const read = readInput(schema, input);
  return "problem" in read ? read.problem : null;
};
const sentenceOf = (schema: z.ZodType, input: unknown) => problemOf(schema, input)?.sentence;

const RECIPE = recipe({});
const field = <Field extends z.ZodType>(name: string, schema: Field) => z.strictObject({ [name]: schema });

describe("what is wrong with a request is said in the product's words", () => {
  test.each<[string, z.ZodType, unknown, string]>([
    [
      "a text too long",
      Recipe,
      { ...RECIPE, text: "x".repeat(20_412) },
      "The prompt can have at most 20,000 characters; this one has 20,412.",
    ],
    [
      "a text too short",
      field("slug", z.string().min(3)),
      { slug: "a" },
      "The address of the pattern must have at least 3 characters; this one has 1.",
    ],
    ["an empty text", field("title", z.string().min(1)), { title: "" }, "The title cannot be empty."],
    ["a number too big", field("rating", z.int().max(5)), { rating: 7 }, "The rating must be at most 5; this one is 7."],
    ["a number too small", field("retryLimit", z.int().min(0)), { retryLimit: -1 }, "The retry limit must be at least 0; this one is -1."],
    ["a number on the edge", field("weight", z.number().lt(1)), { weight: 1 }, "The weight must be less than 1; this one is 1."],
    ["an absurd number", field("count", z.number().max(8)), { count: 1e300 }, "The number of variants must be at most 8."],
    ["a list too long", field("scopes", z.array(z.string()).max(1)), { scopes: ["a", "b"] }, "The scopes can be at most 1; there are 2."],
    ["a list too short", field("parts", z.array(z.string()).min(2)), { parts: ["a"] }, "The parts must be at least 2; there is 1."],
    ["an empty list", field("variantIds", z.array(z.string()).min(1)), { variantIds: [] }, "The variants cannot be empty."],
    ["a field that is called otherwise elsewhere", field("due", DueRule), { due: {} }, "The number of the due rule must be given."],
    ["another type", field("goal", z.string()), { goal: 7 }, "The goal must be text."],
    ["not a whole number", field("count", z.int()), { count: 1.5 }, "The number of variants must be a whole number."],
    ["something left out", field("goal", z.string()), {}, "The goal must be given."],
    ["a choice left out", field("role", z.enum(["lead", "admin"])), {}, "The role must be given."],
    ["no such choice", field("role", z.enum(["lead", "admin"])), { role: "king" }, "The role must be lead or admin."],
    ["no such kind", Recipe, { ...RECIPE, seeds: { mode: "odd" } }, "The mode must be random or locked."],
    [
      "a union none of which fits",
      field("value", z.union([z.string(), z.number()])),
      { value: true },
      "The value cannot be accepted like this.",
    ],
    [
      "a union one of which nearly fits",
      field("value", z.union([z.string(), z.strictObject({ goal: z.string() })])),
      { value: { goal: 1 } },
      "The goal must be text.",
    ],
    ["not an id", field("promptId", z.uuid()), { promptId: "42" }, "The id of the prompt is not a valid id."],
    [
      "not a moment",
      field("dueAt", z.iso.datetime()),
      { dueAt: "soon" },
      "The due date must be a date and time such as 2026-11-21T14:30:00Z.",
    ],
    [
      "a form of its own",
      field("slug", z.string().regex(/^a+$/)),
      { slug: "b" },
      "The address of the pattern must be written in another form.",
    ],
    ["not a multiple", field("weight", z.number().multipleOf(0.5)), { weight: 0.3 }, "The weight must be a multiple of 0.5."],
    ["a field too many", Recipe, { ...RECIPE, prompt: "x" }, "The request has no field “prompt”."],
    ["a wrong key", z.record(z.string().max(2), z.string()), { abc: "x" }, "The name “abc” cannot be used here."],
    [
      "a rule without a sentence",
      field(
        "goal",
        z.string().refine(() => false),
      ),
      { goal: "x" },
      "The goal cannot be accepted like this.",
    ],
    ["nothing at all", Recipe, undefined, "The request must be given."],
    ["no object", Recipe, [], "The request must be an object with named fields."],
  ])("%s", (_name, schema, input, sentence) => {
    expect(sentenceOf(schema, input)).toBe(sentence);
  });

  it("names the place in a list, and gives programs the path and the kind", () => {
    const reference = { assetId: "7b6f3c1e-6a43-4a63-9f0c-0f3f3c1a2b4d", role: "style", weight: 1 };
    expect(problemOf(Recipe, { ...RECIPE, references: [reference, { ...reference, weight: 2 }] })).toEqual({
      sentence: "The weight of reference 2 must be at most 1; this one is 2.",
      field: "references.1.weight",
      problem: "too_big",
    });
  });

  it("leaves a sentence alone which a schema has of its own", () => {
    expect(sentenceOf(NewPassword, "short")).toBe("A password has at least 10 characters.");
  });

  it("keeps other people's names short and printable", () => {
    expect(quoted(`a\u202e\n${"b".repeat(80)}`)).toBe(`“a ${"b".repeat(38)}…”`);
    expect(fieldWords(["change", "<script>"])).toBe("the “<script>”");
    expect(fieldWords(["__proto__"])).toBe("the “__proto__”");
  });

  it("never lets the validator's own words out, whatever is sent", () => {
    const schemas = [Recipe, EmailAddress, z.record(z.string().max(3), z.int()), z.union([z.string().min(3), z.tuple([z.int(), Recipe])])];
    fc.assert(
      fc.property(
        fc.constantFrom(...schemas),
        fc.oneof(fc.anything(), fc.record({ text: fc.anything(), seeds: fc.anything() })),
        (schema, input) => {
          const sentence = sentenceOf(schema, input);
          if (sentence === undefined) return;
          expect(sentence).not.toMatch(/expected|Invalid|Too (big|small)|received|Unrecognized/);
          expect(sentence).toMatch(/^[A-Z“].*[.!?]$/s);
        },
      ),
      { numRuns: 500 },
    );
  });
});
