import { describe, expect, test } from "vitest";
import { FILE_ROUTE } from "@/lib/api/file-operation";
import { handleOpenApi, openApiDocument } from "@/lib/api/openapi";
import { VERIFY_ROUTE } from "@/lib/api/verify-operation";
import { ERROR_CODES } from "@/lib/domain/errors";
import { allProcedures } from "./procedures";

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
}

async function operations(): Promise<[string, Operation][]> {
  const { paths } = await openApiDocument();
  return Object.entries(paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as Operation] as [string, Operation],
    ),
  );
}

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => (name === "$ref" ? [String(child)] : references(child)));
}

test("is OpenAPI 3.1 with a title, a bearer key and the shape of every error", async () => {
  const response = await handleOpenApi();
  expect(await response.json()).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\./),
    info: { title: "Selects", version: "1" },
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer" } },
      schemas: { Error: { type: "object", required: ["code", "message", "details"] } },
    },
  });
});

test("names every procedure exactly once, under its own method and path", async () => {
  const listed = (await operations()).map(([address]) => address).sort();
  expect(listed).toEqual([...allProcedures(), FILE_ROUTE, VERIFY_ROUTE].map(({ method, path }) => `${method} ${path}`).sort());
});

test("a file is sent as it is, or in a form, and answers with the asset", async () => {
  const { paths } = await openApiDocument();
  expect(paths?.["/assets"]?.post).toMatchObject({
    operationId: "asset.add",
    requestBody: { required: true, content: { "image/*": {}, "multipart/form-data": { schema: { required: ["file"] } } } },
    responses: { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Asset" } } } } },
  });
});

test("no reference leads nowhere", async () => {
  const document = await openApiDocument();
  for (const reference of new Set(references(document))) {
    const found = reference
      .replace(/^#\//, "")
      .split("/")
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(found, reference).toBeDefined();
  }
});

describe("every operation", () => {
  test("has a summary, one noun and an id of its own", async () => {
    const all = await operations();
    for (const [address, { summary, tags, operationId }] of all) {
      expect(summary, address).toMatch(/^[A-Z].{10,}/);
      expect(tags, address).toHaveLength(1);
      expect(operationId, address).toMatch(/^[a-z-]+\.[a-z-]+$/);
    }
    expect(new Set(all.map(([, { operationId }]) => operationId)).size).toBe(all.length);
  });

  test("declares each parameter of its path", async () => {
    for (const [address, { parameters = [] }] of await operations()) {
      const named = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter(({ in: place }) => place === "path").map(({ name }) => name);
      expect(declared.sort(), address).toEqual(named.sort());
    }
  });

  test("declares every refusal in words, and the answer", async () => {
    for (const [address, { responses = {} }] of await operations()) {
      const words = Object.values(responses).map(({ description }) => description);
      for (const code of ERROR_CODES) expect(words.join(" "), address).toContain(code);
      expect(responses["200"]?.content, address).toHaveProperty(["application/json", "schema"]);
    }
  });

  test("writes take an Idempotency-Key, reads do not", async () => {
    for (const [address, { parameters = [] }] of await operations()) {
      if (address.startsWith("GET "))
        expect(
          parameters.map(({ name }) => name),
          address,
        ).not.toContain("Idempotency-Key");
      if (/^(PUT|PATCH|DELETE) |^POST \/assets$/.test(address))
        expect(
          parameters.map(({ name }) => name),
          address,
        ).toContain("Idempotency-Key");
    }
  });
});
