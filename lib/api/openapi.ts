import { type ConditionalSchemaConverter, type JSONSchema, type OpenAPI, OpenAPIGenerator } from "@orpc/openapi";
import { traverseContractProcedures } from "@orpc/server";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { type Permission, rolesThatMay, scopeFor } from "@/lib/domain/access/policy";
import { ERROR_CODES } from "@/lib/domain/errors";
import { addressedRouter, shownPath } from "./addressed-router";
import { ERROR_MEANINGS, HTTP_STATUS } from "./errors";
import { FILE_OPERATION_META, FILE_ROUTE, fileOperation } from "./file-operation";
import type { ProcedureMeta } from "./procedure";
import { router } from "./router";
import { isVerbSchema } from "./schema";
import { SHAPES } from "./shapes";
import { VERIFY_META, VERIFY_ROUTE, verifyOperation } from "./verify-operation";

const zodConverter = new ZodToJsonSchemaConverter();

const verbConverter: ConditionalSchemaConverter = {
  condition: (schema) => isVerbSchema(schema),
  convert: (schema, options) => zodConverter.convert(isVerbSchema(schema) ? schema.zod : undefined, options),
};

const generator = new OpenAPIGenerator({ schemaConverters: [verbConverter, zodConverter] });

let cached: Promise<OpenAPI.Document> | undefined;

/** The OpenAPI 3.1 description of `/api/v1`, made from the router on first use. */
export function openApiDocument(): Promise<OpenAPI.Document> {
  cached ??= describe();
  return cached;
}

/** `GET /api/v1/openapi.json`; says nothing secret, so it needs no key. */
export async function handleOpenApi(): Promise<Response> {
  return Response.json(await openApiDocument(), { headers: { "cache-control": "no-cache", "access-control-allow-origin": "*" } });
}

/** What the reference says first; paragraphs are parted by an empty line. */
export const INTRODUCTION = `Everything the studio does on screen, for programs: the same verbs, the same rules.

Send an API key as \`Authorization: Bearer sel_…\`. A key does no more than its member may, narrowed by its scopes.
Money is text in micro-dollars, times are ISO 8601, lists come in pages: pass \`next\` as \`cursor\` for the following one.
Writes honour \`Idempotency-Key\`: the same key and request get the first answer again.`;

async function describe(): Promise<OpenAPI.Document> {
  const document = await generator.generate(addressedRouter, {
    info: { title: "Selects", version: "1", description: INTRODUCTION },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer", bearerFormat: "sel_<id>_<secret>" } } },
    commonSchemas: SHAPES,
    customErrorResponseBodySchema: ERROR_REFERENCE,
  });
  document.paths = Object.fromEntries(Object.entries(document.paths ?? {}).map(([path, item]) => [shownPath(path), item]));
  const verbs = verbsByOperation();
  addFileOperation(document);
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of Object.values(path ?? {}))
      if (isOperation(operation)) complete(operation, verbs.get(operation.operationId ?? ""));
  return document;
}

const ERROR_REFERENCE: JSONSchema = { $ref: "#/components/schemas/Error" };

function verbsByOperation(): ReadonlyMap<string, ProcedureMeta> {
  const verbs = new Map<string, ProcedureMeta>();
  traverseContractProcedures({ router, path: [] }, ({ contract }) => {
    const { route, meta } = contract["~orpc"];
    verbs.set(route.operationId ?? "", meta as ProcedureMeta);
  });
  verbs.set("asset.add", FILE_OPERATION_META);
  verbs.set("publication.verify", VERIFY_META);
  return verbs;
}

/** What takes a file. Beside the list of assets, whose refusals are everybody's. */
function addFileOperation({ paths }: OpenAPI.Document): void {
  const assets = paths?.[FILE_ROUTE.path];
  if (!paths || !assets?.get?.responses) throw new Error("The reference has no list of assets.");
  const { 200: _answer, ...refusals } = assets.get.responses;
  Object.assign(assets, { post: fileOperation(structuredClone(refusals)) });
  Object.assign(paths, { [VERIFY_ROUTE.path]: { post: verifyOperation(structuredClone(refusals)) } });
}

function isOperation(value: unknown): value is OpenAPI.OperationObject {
  return typeof value === "object" && value !== null && "responses" in value;
}

/** What the generator cannot know: who may, what the refusals mean, and that writes can be repeated safely. */
function complete(operation: OpenAPI.OperationObject, verb: ProcedureMeta | undefined): void {
  if (!verb) return;
  operation.description = [operation.description, needs(verb.permission)].filter(Boolean).join("\n\n");
  if (verb.kind === "write" && !verb.answersSecret) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  for (const [status, response] of Object.entries(operation.responses ?? {}))
    if ("description" in response && status !== "202") response.description = meaningOf(Number(status));
  operation.responses = { ...operation.responses, 500: FAILURE };
}

function needs(permission: Permission): string {
  const roles = new Intl.ListFormat("en", { type: "disjunction" }).format(rolesThatMay(permission));
  return `Needs the role ${roles}; with an API key also the scope \`${scopeFor(permission)}\`.`;
}

function meaningOf(status: number): string {
  const codes = ERROR_CODES.filter((code) => HTTP_STATUS[code] === status);
  return codes.map((code) => `${code}: ${ERROR_MEANINGS[code]}`).join(" ") || "Done.";
}

const FAILURE: OpenAPI.ResponseObject = {
  description: "INTERNAL: Something went wrong on our side; the details carry an error id.",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
};

const IDEMPOTENCY_KEY: OpenAPI.ParameterObject = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "With an API key: the same key and request get the first answer again; another request with it is a conflict.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};
