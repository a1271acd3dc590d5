import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";

/** As much of a JSON schema as making values takes. */
const Shape = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  pattern: z.string().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), Shape]).optional();
  },
  get propertyNames() {
    return Shape.optional();
  },
  get items() {
    return Shape.optional();
  },
  get prefixItems() {
    return z.array(Shape).optional();
  },
  get anyOf() {
    return z.array(Shape).optional();
  },
  get oneOf() {
    return z.array(Shape).optional();
  },
  get allOf() {
    return z.array(Shape).optional();
  },
});
type Shape = z.infer<typeof Shape>;

/** Stand for what exists only once the test runs, an id or a text the studio answered with; see `createPool`. */
const idOf = (kind: string) => fc.nat(1_000).map((which) => `$id:${kind}:${which}`);
const knownText = (name: string) => fc.nat(1_000).map((which) => `$text:${name.toLowerCase()}:${which}`);

/** Values the schema accepts, or nearly: ids are placeholders, patterns are not always met. */
export function valuesOf(schema: z.ZodType): Arbitrary<unknown> {
  return fromShape(Shape.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" })), "");
}

function fromShape(shape: Shape, name: string): Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const options = shape.anyOf ?? shape.oneOf;
  if (options) return fc.oneof(...options.map((option) => fromShape(option, name)));
  if (shape.allOf) return fc.tuple(...shape.allOf.map((part) => fromShape(part, name))).map((parts) => Object.assign({}, ...parts));
  switch (shape.type) {
    case "string":
      return text(shape, name);
    case "integer":
      return integer(bound(shape.minimum, -5), bound(shape.maximum, (shape.minimum ?? 0) + 50));
    case "number":
      return fc.double({ min: shape.minimum ?? -2, max: shape.maximum ?? 2, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return list(shape, name);
    case "object":
      return object(shape, name);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const bound = (value: number | undefined, other: number) => (value === undefined || !Number.isSafeInteger(value) ? other : value);

/** Mostly small ones: a version or a number of attempts that exists. */
function integer(min: number, max: number): Arbitrary<number> {
  const small = fc.integer({ min, max: Math.min(max, min + 2) });
  return fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: fc.integer({ min, max }) });
}

function text(shape: Shape, name: string): Arbitrary<string> {
  if (shape.format === "uuid") return idOf(kindOf(name));
  if (shape.format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (shape.pattern) {
    const pattern = new RegExp(shape.pattern, "u");
    return fc.oneof(fc.stringMatching(pattern, { size: "xsmall" }), fc.nat().map(String));
  }
  const anything = fc.string({ unit: "grapheme", minLength: shape.minLength ?? 0, maxLength: Math.min(shape.maxLength ?? 40, 40) });
  return fc.oneof({ weight: 3, arbitrary: knownText(name) }, { weight: 1, arbitrary: anything });
}

function list(shape: Shape, name: string): Arbitrary<unknown> {
  if (shape.prefixItems) return fc.tuple(...shape.prefixItems.map((item) => fromShape(item, name)));
  const minLength = shape.minItems ?? 0;
  const maxLength = Math.max(minLength, Math.min(shape.maxItems ?? 3, minLength + 3));
  return fc.array(shape.items ? fromShape(shape.items, name) : fc.jsonValue(), { minLength, maxLength });
}

function object(shape: Shape, name: string): Arbitrary<unknown> {
  const properties = Object.entries(shape.properties ?? {});
  if (properties.length === 0 && typeof shape.additionalProperties === "object")
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fromShape(shape.additionalProperties, name), { maxKeys: 3 });
  return fc.record(Object.fromEntries(properties.map(([key, value]) => [key, fromShape(value, key === "id" ? name : key)])), {
    requiredKeys: shape.required ?? [],
    noNullPrototype: true,
  });
}

/** `projectId` and `projectIds` are ids of a project. */
function kindOf(name: string): string {
  return name.replace(/Ids?$/, "").toLowerCase();
}

/** What breaks programs that trust their input. */
const HOSTILE: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    "\0",
    "a\0b",
    "\ud800",
    "\udfff!",
    "%",
    "\\",
    "' OR 1=1 --",
    "../../etc/passwd",
    "NaN",
    "1e400",
    "-0",
  ),
  fc.constantFrom<unknown>(-1, 0, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 2 ** 64, 1e308, Number.MIN_VALUE),
  fc.constantFrom<unknown>("x".repeat(50_000), "9".repeat(400), "🜁".repeat(9_000), "00000000-0000-0000-0000-000000000000", "\u202e\u0007"),
  fc.constantFrom<unknown>([], {}, [[[[]]]], [null], { length: -1 }, JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":null}')),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.jsonValue({ maxDepth: 4 }),
);

interface Change {
  readonly where: number;
  readonly how: "replace" | "drop" | "add";
  readonly value: unknown;
}

const changes: Arbitrary<readonly Change[]> = fc.array(
  fc.record({ where: fc.nat(1_000), how: fc.constantFrom("replace", "replace", "drop", "add"), value: HOSTILE }),
  { minLength: 1, maxLength: 2 },
);

/** Inputs of a verb: what it accepts, the same with one or two things broken, and anything at all. */
export function inputsOf(schema: z.ZodType): Arbitrary<unknown> {
  const values = valuesOf(schema);
  const broken = fc.tuple(values, changes).map(([value, list]) => list.reduce<unknown>(broke, value));
  return fc.oneof({ weight: 5, arbitrary: values }, { weight: 4, arbitrary: broken }, { weight: 1, arbitrary: HOSTILE });
}

/** Applies a change at one of the places of a value, counted through. */
function broke(value: unknown, change: Change): unknown {
  const places = placesOf(value);
  const path = places[change.where % places.length] ?? [];
  return changeAt(value, path, change);
}

function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))];
}

function changeAt(value: unknown, [key, ...rest]: readonly string[], change: Change): unknown {
  if (key === undefined) {
    if (change.how === "add" && typeof value === "object" && value !== null)
      return Array.isArray(value) ? [...value, change.value] : { ...value, unexpected: change.value };
    return change.value;
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => (String(index) === key ? changedChild(item, rest, change) : [item]));
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.flatMap(([name, child]) => (name === key ? changedChild(child, rest, change).map((made) => [name, made]) : [[name, child]])),
  );
}

function changedChild(child: unknown, rest: readonly string[], change: Change): unknown[] {
  return change.how === "drop" && rest.length === 0 ? [] : [changeAt(child, rest, change)];
}
