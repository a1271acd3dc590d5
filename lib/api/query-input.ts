import { z } from "zod";

/** As much of a JSON schema as reading an address takes. */
const Shape = z.object({
  type: z.string().optional(),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  get anyOf() {
    return z.array(Shape).optional();
  },
});
type Shape = z.infer<typeof Shape>;

const shapes = new WeakMap<z.ZodType, Shape>();

/**
 * Gives values that came as text in an address the type their schema asks for: `limit=20` a number, `archived=true` a
 * boolean, a single `role=style` a list of one. What does not fit stays text, so that the verb refuses it by name; so does
 * what `isText` says did not come that way.
 */
export function readQueryInput(schema: z.ZodType, input: unknown, isText: (name: string) => boolean = () => true): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const properties = shapeOf(schema).properties ?? {};
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const shape = isText(name) && Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [name, shape ? readValue(typesOf(shape), value) : value];
    }),
  );
}

function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = Shape.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  shapes.set(schema, shape);
  return shape;
}

function typesOf(shape: Shape): ReadonlySet<string> {
  return new Set([shape, ...(shape.anyOf ?? [])].flatMap((option) => option.type ?? []));
}

function readValue(types: ReadonlySet<string>, value: unknown): unknown {
  if (types.has("array") && !Array.isArray(value) && !types.has("string")) return [value];
  if (typeof value !== "string") return value;
  if ((types.has("integer") || types.has("number")) && String(Number(value)) === value) return Number(value);
  if (types.has("boolean") && (value === "true" || value === "false")) return value === "true";
  return value;
}
