import { z } from "zod";
import { PlainText } from "../prompt/recipe";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The working day, on the clock of the rule's place. */
const STARTS_AT = 9 * HOUR;
const ENDS_AT = 17 * HOUR;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** When a card is due, counted from the moment it is submitted: Monday to Friday, nine to five in a place. */
export const DueRule = z.strictObject({
  count: z.int().min(1).max(365),
  unit: z.enum(["working-days", "working-hours"]),
  /** IANA name: "Europe/Berlin". */
  timeZone: PlainText.max(60).refine(isTimeZone, "This is no time zone; write it like Europe/Berlin.").default("UTC"),
});
export type DueRule = z.infer<typeof DueRule>;

/**
 * Working days end with the working day: one working day after Friday is Monday at five. Working hours pass only while
 * somebody works: two after Friday at four is Monday at ten.
 */
export function dueAfter({ count, unit, timeZone }: DueRule, submittedAt: Date): Date {
  const start = wallClock(submittedAt, timeZone);
  return instantOf(unit === "working-days" ? afterDays(start, count) : afterHours(start, count), timeZone);
}

export function dueRuleInWords({ count, unit }: DueRule): string {
  const one = unit === "working-days" ? "working day" : "working hour";
  return `${count} ${one}${count === 1 ? "" : "s"} after it is submitted`;
}

/** Days begin at midnight of the wall clock, told as if it were UTC. */
const dayOf = (wall: number) => Math.floor(wall / DAY) * DAY;
const isWeekend = (wall: number) => [0, 6].includes(new Date(wall).getUTCDay());

function afterDays(start: number, count: number): number {
  let day = dayOf(start);
  for (let left = count; left > 0; ) {
    day += DAY;
    if (!isWeekend(day)) left -= 1;
  }
  return day + ENDS_AT;
}

function afterHours(start: number, count: number): number {
  let moment = nextWorking(start);
  for (let left = count * HOUR; ; ) {
    const today = dayOf(moment) + ENDS_AT - moment;
    if (left <= today) return moment + left;
    left -= today;
    moment = nextWorking(dayOf(moment) + ENDS_AT);
  }
}

function nextWorking(wall: number): number {
  const day = dayOf(wall);
  if (!isWeekend(wall) && wall < day + ENDS_AT) return Math.max(wall, day + STARTS_AT);
  return nextWorking(day + DAY);
}

/** The wall clock of a place at an instant, as milliseconds of the same reading in UTC. */
function wallClock(at: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((each) => each.type === type)?.value ?? 0);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** The second look settles the hours around a change of the clocks. */
function instantOf(wall: number, timeZone: string): Date {
  const first = wall - (wallClock(new Date(wall), timeZone) - wall);
  return new Date(first - (wallClock(new Date(first), timeZone) - wall));
}
