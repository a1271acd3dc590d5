import type { z } from "zod";
import { fieldWords, quoted } from "./field-words";

type Issue = z.core.$ZodRawIssue;

/**
 * What is wrong with something sent, as one sentence that names the field in the product's words. Given to every parse of
 * what people and programs send (`safeParse(input, { error: problemSentence })`); a sentence a schema has of its own wins.
 */
export function problemSentence(issue: Issue): string {
  const field = fieldWords(issue.path ?? []);
  return capitalised(sentence(issue, field));
}

function sentence(issue: Issue, field: string): string {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue) ? missing(field) : `${field} must be ${TYPES[issue.expected] ?? "something else"}.`;
    case "invalid_value":
      return isMissing(issue) ? missing(field) : `${field} must be ${oneOf(issue.values)}.`;
    case "too_big":
      return tooBig(issue, field);
    case "too_small":
      return tooSmall(issue, field);
    case "invalid_format":
      return issue.format === "uuid" || issue.format === "guid"
        ? `The id of ${field} is not a valid id.`
        : `${field} must be ${FORMATS[issue.format] ?? "written in another form"}.`;
    case "not_multiple_of":
      return `${field} must be a multiple of ${issue.divisor}.`;
    case "unrecognized_keys":
      return `${field} has no field ${issue.keys.slice(0, KEYS_NAMED).map(quoted).join(", ")}.`;
    case "invalid_union":
      if (isMissing(issue)) return missing(field);
      return closest(issue.errors) ?? (Array.isArray(issue.options) ? `${field} must be ${oneOf(issue.options)}.` : notAccepted(field));
    case "invalid_key":
      return `The name ${quoted(String(issue.path?.at(-1) ?? ""))} cannot be used here.`;
    default:
      return notAccepted(field);
  }
}

const KEYS_NAMED = 3;

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  bigint: "a whole number",
  boolean: "true or false",
  object: "an object with named fields",
  record: "an object with named fields",
  array: "a list",
  tuple: "a list",
  null: "null",
  date: "a date",
};

const FORMATS: Readonly<Record<string, string>> = {
  email: "an address such as ada@example.com",
  url: "a web address such as https://example.com",
  datetime: "a date and time such as 2026-11-21T14:30:00Z",
  date: "a date such as 2026-11-21",
};

const missing = (field: string) => `${field} must be given.`;
const notAccepted = (field: string) => `${field} cannot be accepted like this.`;

const isMissing = (issue: Issue) => issue.input === undefined;

type TooBig = Extract<Issue, { code: "too_big" }>;
type TooSmall = Extract<Issue, { code: "too_small" }>;

function tooBig({ origin, maximum, inclusive, input }: TooBig, field: string): string {
  if (origin === "string") return `${field} can have at most ${amount(maximum, "character")}${thisOne("has", lengthOf(input))}.`;
  if (origin === "array" || origin === "set") return `${field} can be at most ${number(maximum)}${thereAre(lengthOf(input))}.`;
  return `${field} must be ${inclusive === false ? "less than" : "at most"} ${number(maximum)}${thisOne("is", input)}.`;
}

function tooSmall({ origin, minimum, inclusive, input }: TooSmall, field: string): string {
  const isText = origin === "string";
  if ((isText || origin === "array" || origin === "set") && Number(minimum) <= 1) return `${field} cannot be empty.`;
  if (isText) return `${field} must have at least ${amount(minimum, "character")}${thisOne("has", lengthOf(input))}.`;
  if (origin === "array" || origin === "set") return `${field} must be at least ${number(minimum)}${thereAre(lengthOf(input))}.`;
  return `${field} must be ${inclusive === false ? "more than" : "at least"} ${number(minimum)}${thisOne("is", input)}.`;
}

/** Beyond it a number is no longer readable, and saying it helps nobody. */
const LARGEST_SAID = 1_000_000_000_000;

const thisOne = (verb: "has" | "is", said: unknown) => (isSayable(said) ? `; this one ${verb} ${number(said)}` : "");
const thereAre = (count: unknown) => (isSayable(count) ? `; there ${count === 1 ? "is" : "are"} ${number(count)}` : "");
const isSayable = (said: unknown): said is number => typeof said === "number" && Math.abs(said) <= LARGEST_SAID;

function lengthOf(input: unknown): number | undefined {
  if (typeof input === "string" || Array.isArray(input)) return input.length;
  return input instanceof Set ? input.size : undefined;
}

const number = (value: number | bigint) => value.toLocaleString("en-US", { maximumFractionDigits: 6 });
const amount = (value: number | bigint, unit: string) => `${number(value)} ${unit}${Number(value) === 1 ? "" : "s"}`;

const VALUES_NAMED = 12;

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String);
  if (words.length > VALUES_NAMED) return "one of the values there are";
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Of several ways to read a thing, the one that got furthest says best what is wrong. */
function closest(ways: readonly (readonly z.core.$ZodIssue[])[]): string | undefined {
  const depth = (way: readonly z.core.$ZodIssue[]) => way[0]?.path.length ?? 0;
  const best = ways.reduce<readonly z.core.$ZodIssue[]>((found, way) => (depth(way) > depth(found) ? way : found), []);
  return best[0]?.message;
}

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
