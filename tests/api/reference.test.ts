import { expect, test } from "vitest";
import { FILE_ROUTE } from "@/lib/api/file-operation";
import { exampleOf } from "@/lib/api/reference/example";
import { reference } from "@/lib/api/reference/reference";
import { type SchemaNode, schemaText } from "@/lib/api/reference/schema-text";
import { VERIFY_ROUTE } from "@/lib/api/verify-operation";
import { allProcedures } from "./procedures";

test("every procedure is told of, under its noun, with a command to try it", async () => {
  const { groups } = await reference("https://studio.example");
  const operations = groups.flatMap((group) => group.operations);
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...allProcedures(), FILE_ROUTE, VERIFY_ROUTE].map(({ method, path }) => `${method} /api/v1${path}`).sort(),
  );
  for (const { example, path, method } of operations) {
    expect(example).toContain(`'https://studio.example${path}'`);
    expect(example.includes("-X")).toBe(method !== "GET");
  }
});

test("a file is sent with a command of its own", async () => {
  const { groups } = await reference("https://studio.example");
  const add = groups.flatMap((group) => group.operations).find(({ id }) => id === "asset.add");
  expect(add?.body).toBe("a file: image/* or video/* or multipart/form-data");
  expect(add?.example).toContain("--data-binary '@picture.png'");
});

test("a shape called by name is explained on the same page", async () => {
  const { groups, shapes } = await reference("https://studio.example");
  const branch = groups.flatMap((group) => group.operations).find(({ id }) => id === "prompt.branch");
  expect(branch?.answer).toBe("Prompt");
  expect(branch?.body).toContain("references?: Reference[]");
  expect(shapes.map(({ name }) => name)).toEqual(expect.arrayContaining(["Prompt", "Reference", "Error"]));
});

test.each<[SchemaNode, string]>([
  [{ type: "string", format: "uuid" }, "id"],
  [{ type: "string", maxLength: 20_000 }, "text ≤ 20,000"],
  [{ type: "integer", minimum: 1, maximum: 8 }, "integer 1–8"],
  [{ type: "integer", minimum: 0, maximum: 2_147_483_647 }, "integer ≥ 0"],
  [{ type: "array", items: { type: "integer", minimum: 0 } }, "(integer ≥ 0)[]"],
  [{ anyOf: [{ $ref: "#/components/schemas/Run" }, { type: "null" }] }, "Run | null"],
  [{ type: "object", additionalProperties: { type: "string" } }, "{ [name]: text }"],
  [
    { type: "object", properties: { a: { type: "boolean", default: false }, b: { enum: ["x", "y"] } }, required: ["b"] },
    '{\n  a?: boolean  — default false\n  b: "x" | "y"\n}',
  ],
])("a schema reads as a person would write it: %#", (schema, text) => {
  expect(schemaText(schema)).toBe(text);
});

test("an example has what is required and nothing else, through references", () => {
  const inner: SchemaNode = { type: "object", properties: { n: { type: "integer", minimum: 3 } }, required: ["n"] };
  const schema: SchemaNode = {
    type: "object",
    properties: { inner: { $ref: "#/components/schemas/Inner" }, left: { type: "string" } },
    required: ["inner"],
  };
  expect(exampleOf(schema, () => inner)).toEqual({ inner: { n: 3 } });
});
