import type { SchemaNode } from "./schema-text";

const EXAMPLE_ID = "0190d5f0-7a3c-7c1e-9f6b-2f4a1c9d8e70";

/** The smallest value a schema accepts, for an example to start from. `resolve` leads from a reference to its schema. */
export function exampleOf(node: SchemaNode, resolve: (reference: string) => SchemaNode | undefined): unknown {
  if (node.$ref) {
    const target = resolve(node.$ref);
    return target ? exampleOf(target, resolve) : {};
  }
  if (node.const !== undefined) return node.const;
  if (node.enum) return node.enum[0];
  const option = node.anyOf?.[0] ?? node.oneOf?.[0];
  if (option) return exampleOf(option, resolve);
  switch (node.type) {
    case "string":
      return exampleText(node);
    case "integer":
    case "number":
      return Math.max(node.minimum ?? 1, Math.min(1, node.maximum ?? 1));
    case "boolean":
      return true;
    case "array":
      return node.items ? [exampleOf(node.items, resolve)] : [];
    case "object":
      return Object.fromEntries(
        Object.entries(node.properties ?? {})
          .filter(([name]) => node.required?.includes(name))
          .map(([name, property]) => [name, exampleOf(property, resolve)]),
      );
    default:
      return null;
  }
}

function exampleText({ format }: SchemaNode): string {
  if (format === "uuid") return EXAMPLE_ID;
  if (format === "date-time") return "2026-12-01T09:00:00Z";
  if (format === "date") return "2026-12-01";
  return "…";
}
