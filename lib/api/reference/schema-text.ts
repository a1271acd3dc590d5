import { z } from "zod";

/** As much of a JSON schema as telling people about it takes. */
export const SchemaNode = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  default: z.json().optional(),
  description: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), SchemaNode).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), SchemaNode]).optional();
  },
  get items() {
    return SchemaNode.optional();
  },
  get anyOf() {
    return z.array(SchemaNode).optional();
  },
  get oneOf() {
    return z.array(SchemaNode).optional();
  },
});
export type SchemaNode = z.infer<typeof SchemaNode>;

const STEP = "  ";

/** A schema as a person would write it down: `{ name: text ≤ 120, limit?: integer 1–200 }`, one property a line. */
export function schemaText(node: SchemaNode, indent = ""): string {
  if (node.$ref) return node.$ref.split("/").at(-1) ?? "anything";
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = node.anyOf ?? node.oneOf;
  if (options) return options.map((option) => schemaText(option, indent)).join(" | ");
  if (node.type === "array") return listText(node, indent);
  if (node.type === "object" || node.properties) return objectText(node, indent);
  return plainText(node);
}

function listText({ items }: SchemaNode, indent: string): string {
  const item = items ? schemaText(items, indent) : "anything";
  return item.includes(" ") && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
}

function objectText({ properties, additionalProperties, required = [] }: SchemaNode, indent: string): string {
  const inner = indent + STEP;
  if (!properties) {
    const value = typeof additionalProperties === "object" ? schemaText(additionalProperties, inner) : "anything";
    return `{ [name]: ${value} }`;
  }
  const lines = Object.entries(properties).map(([name, node]) => {
    const mark = required.includes(name) ? "" : "?";
    const note = [node.default === undefined ? "" : `default ${JSON.stringify(node.default)}`, node.description ?? ""]
      .filter(Boolean)
      .join("; ");
    return `${inner}${name}${mark}: ${schemaText(node, inner)}${note ? `  — ${note}` : ""}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

const FORMATS: Readonly<Record<string, string>> = { uuid: "id", "date-time": "time", date: "date", email: "e-mail", uri: "address" };

function plainText(node: SchemaNode): string {
  if (Array.isArray(node.type)) return node.type.join(" | ");
  switch (node.type) {
    case "string": {
      const kind = FORMATS[node.format ?? ""] ?? "text";
      return node.maxLength === undefined ? kind : `${kind} ≤ ${node.maxLength.toLocaleString("en")}`;
    }
    case "integer":
    case "number":
      return `${node.type === "integer" ? "integer" : "number"}${rangeText(node)}`;
    case undefined:
      return "anything";
    default:
      return node.type;
  }
}

function rangeText({ minimum, maximum }: SchemaNode): string {
  const isWide = (bound: number | undefined) => bound === undefined || Math.abs(bound) >= 2_147_483_647;
  if (isWide(minimum) && isWide(maximum)) return "";
  if (isWide(maximum)) return ` ≥ ${minimum}`;
  return ` ${isWide(minimum) ? "" : minimum}–${maximum}`;
}
