import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "@/lib/domain/errors";
import { ERROR_MEANINGS, HTTP_STATUS } from "../errors";
import { INTRODUCTION, openApiDocument } from "../openapi";
import { exampleOf } from "./example";
import { SchemaNode, schemaText } from "./schema-text";

/** What the reference page tells about one operation. */
export interface ReferenceOperation {
  /** `noun.verb`, also its place on the page. */
  readonly id: string;
  readonly method: string;
  /** Below the studio's address. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly { name: string; place: string; type: string; isRequired: boolean; note: string }[];
  /** The body's shape in words; null when it takes none. */
  readonly body: string | null;
  readonly answer: string;
  readonly example: string;
}

export interface Reference {
  readonly introduction: readonly string[];
  readonly groups: readonly { name: string; operations: readonly ReferenceOperation[] }[];
  readonly errors: readonly { status: number; code: ErrorCode; meaning: string }[];
  /** Shapes that operations call by name. */
  readonly shapes: readonly { name: string; text: string }[];
}

/** By media type. */
const Content = z.record(z.string(), z.object({ schema: SchemaNode }).optional());

const Operation = z.object({
  operationId: z.string(),
  summary: z.string().default(""),
  description: z.string().default(""),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().default(""),
        schema: SchemaNode,
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
type Operation = z.infer<typeof Operation>;

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), SchemaNode) }),
});

/** The reference as plain text and lists, for a page to lay out. `origin` is the address the examples are sent to. */
export async function reference(origin: string): Promise<Reference> {
  const { paths, components } = Document.parse(await openApiDocument());
  const resolve = (name: string) => components.schemas[name.split("/").at(-1) ?? ""];
  const groups = new Map<string, ReferenceOperation[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const [name = "Other"] = operation.tags;
      groups.set(name, [...(groups.get(name) ?? []), describe(method.toUpperCase(), path, operation, origin, resolve)]);
    }
  return {
    introduction: INTRODUCTION.split("\n\n"),
    groups: [...groups].map(([name, operations]) => ({ name, operations })).sort((a, b) => a.name.localeCompare(b.name)),
    errors: ERROR_CODES.map((code) => ({ status: HTTP_STATUS[code], code, meaning: ERROR_MEANINGS[code] })),
    shapes: Object.entries(components.schemas).map(([name, schema]) => ({ name, text: schemaText(schema) })),
  };
}

type Resolve = (reference: string) => SchemaNode | undefined;

function describe(method: string, path: string, operation: Operation, origin: string, resolve: Resolve): ReferenceOperation {
  const content = operation.requestBody?.content ?? {};
  const body = content["application/json"]?.schema;
  const files = Object.keys(content).filter((type) => type !== "application/json");
  const answer = operation.responses["200"]?.content?.["application/json"]?.schema;
  return {
    id: operation.operationId,
    method,
    path: `/api/v1${path}`,
    summary: operation.summary,
    description: operation.description,
    parameters: operation.parameters.map(({ name, in: place, required, schema, description }) => ({
      name,
      place,
      type: schemaText(schema),
      isRequired: required,
      note: [schema.default === undefined ? "" : `Default ${JSON.stringify(schema.default)}.`, description || (schema.description ?? "")]
        .join(" ")
        .trim(),
    })),
    body: body ? schemaText(body) : files.length > 0 ? `a file: ${files.join(" or ")}` : null,
    answer: answer ? schemaText(answer) : "nothing",
    example: curl(method, `${origin}/api/v1${path}`, body, files.length > 0, resolve),
  };
}

function curl(method: string, address: string, body: SchemaNode | undefined, takesFile: boolean, resolve: Resolve): string {
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${address}'`,
    `-H 'Authorization: Bearer sel_…'`,
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(exampleOf(body, resolve))}'`] : []),
    ...(takesFile ? [`-H 'Content-Type: image/png'`, `--data-binary '@picture.png'`] : []),
  ];
  return lines.join(" \\\n  ");
}
