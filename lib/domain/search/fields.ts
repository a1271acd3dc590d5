import { parseDollars } from "../money/micros";
import { Colour, Flag } from "../selection/flags";
import { type Comparison, searchable, type Term, WHATS } from "./query";

/** A field's reading of its value: the condition, or a sentence that says what it wants. */
type Read = (value: string) => Term | string;

/** What may stand before a colon, each with an example for the help and for the sentence of a mistake. */
export const FIELDS: Readonly<Record<string, { readonly example: string; readonly read: Read }>> = {
  engine: { example: "engine:sketch", read: (value) => contains("engine", value) },
  by: { example: "by:ada", read: (value) => contains("by", value) },
  flag: {
    example: "flag:pick",
    read: (value) => {
      const flag = Flag.safeParse(value.toLowerCase());
      return flag.success ? { kind: "flag", flag: flag.data } : `A flag is ${listed(Flag.options)}.`;
    },
  },
  rating: {
    example: "rating:>=3",
    read: (value) => {
      const { is, rest } = compared(value);
      return /^[0-5]$/.test(rest) ? { kind: "rating", is, stars: Number(rest) } : "A rating is 0 to 5.";
    },
  },
  colour: {
    example: "colour:red",
    read: (value) => {
      const colour = Colour.safeParse(value.toLowerCase());
      return colour.success ? { kind: "colour", colour: colour.data } : `A colour is ${listed(Colour.options)}.`;
    },
  },
  cost: {
    example: "cost:<0.01",
    read: (value) => {
      const { is, rest } = compared(value);
      const micros = parseDollars(rest);
      return micros === null ? "A cost is an amount in dollars, such as 0.01." : { kind: "cost", is, micros };
    },
  },
  since: { example: "since:2026-11-01", read: (value) => dated(">=", value) },
  before: { example: "before:2026-12-01", read: (value) => dated("<", value) },
  is: {
    example: "is:final",
    read: (value) => {
      const what = WHATS.find((each) => each === value.toLowerCase());
      return what ? { kind: "is", what } : `A thing is ${listed(WHATS)}.`;
    },
  },
};

function contains(kind: "engine" | "by", value: string): Term | string {
  return value === "" ? "Say a name after the colon." : { kind, text: searchable(value) };
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days are those of UTC: the same search must find the same things for everybody. */
function dated(is: "<" | ">=", value: string): Term | string {
  const at = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
  return isReal ? { kind: "made", is, at } : "A day is written as 2026-11-21.";
}

function compared(value: string): { readonly is: Comparison; readonly rest: string } {
  const sign = /^(<=|>=|<|>|=)?/.exec(value)?.[1] ?? "";
  return { is: sign === "" ? "=" : (sign as Comparison), rest: value.slice(sign.length) };
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
