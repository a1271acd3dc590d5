import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costSoFar, quoteOfLength, settleSession } from "@/lib/domain/live/money";
import { mayReadAgain, offersStanding } from "@/lib/domain/live/offers";
import {
  dueToEnd,
  type Going,
  LIVE_STATUSES,
  mayMove,
  nextLookSeconds,
  OPEN_STATUSES,
  secondsLeft,
  type TranscriptLine,
  withLines,
} from "@/lib/domain/live/session";

const micros = fc.bigInt({ min: 0n, max: 10n ** 9n });
const prices = fc.record({ startMicros: micros, minuteMicros: micros });
const seconds = fc.integer({ min: 0, max: 7_200 });

describe("money of a session", () => {
  it("charge and release are the hold, unless the provider took more than was held", () => {
    fc.assert(
      fc.property(micros, prices, fc.option(fc.double({ min: 0, max: 200, noNaN: true })), seconds, (held, price, billed, took) => {
        const { chargeMicros, releaseMicros } = settleSession({
          heldMicros: held,
          price,
          billedMinutes: billed,
          seconds: took,
        });
        expect(chargeMicros + releaseMicros).toBe(chargeMicros > held ? chargeMicros : held);
      }),
      { numRuns: 40 },
    );
  });

  it("a session that kept to its length never costs more than was held, by our own count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 3_600 }), prices, fc.nat(), (most, price, part) => {
        const held = quoteOfLength(most, price);
        const { chargeMicros } = settleSession({ heldMicros: held, price, billedMinutes: null, seconds: part % (most + 1) });
        expect(chargeMicros <= held).toBe(true);
        expect(costSoFar(part, price, held) <= held).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("counts begun minutes, and the provider's parts of them exactly", () => {
    const price = { startMicros: 0n, minuteMicros: 200_000n };
    expect([0, 1, 60, 61].map((length) => quoteOfLength(length, price))).toEqual([0n, 200_000n, 200_000n, 400_000n]);
    const of = (billedMinutes: number) => settleSession({ heldMicros: 0n, price, billedMinutes, seconds: 0 }).chargeMicros;
    expect([0, 0.5, 1.5, 2].map(of)).toEqual([0n, 100_000n, 300_000n, 400_000n]);
  });

  it("costs its beginning once, and nothing where it never began", () => {
    const price = { startMicros: 20_000n, minuteMicros: 200_000n };
    expect([0, 1, 61].map((length) => quoteOfLength(length, price))).toEqual([0n, 220_000n, 420_000n]);
    const of = (billedMinutes: number) => settleSession({ heldMicros: 0n, price, billedMinutes, seconds: 0 }).chargeMicros;
    expect([0, 0.1, 1].map(of)).toEqual([0n, 40_000n, 220_000n]);
  });
});

describe("the course of a session", () => {
  it("never goes back: money is held in an open status and in no other", () => {
    for (const from of LIVE_STATUSES)
      for (const to of LIVE_STATUSES) if (mayMove(from, to)) expect(LIVE_STATUSES.indexOf(to)).toBeGreaterThan(LIVE_STATUSES.indexOf(from));
    expect(OPEN_STATUSES).toEqual(["opening", "ready", "live", "ending"]);
  });

  it("ends for one reason at a time, and always in the end", () => {
    const going: Going = { status: "live", createdAtMs: 0, joinedAtMs: 1_000, heardAtMs: 60_000, maxSeconds: 300, isOverBudget: false };
    expect(dueToEnd(going, 61_000)).toBeNull();
    expect(dueToEnd(going, 90_000)).toBe("silent");
    expect(dueToEnd({ ...going, heardAtMs: 297_000 }, 297_999)).toBeNull();
    expect(dueToEnd({ ...going, heardAtMs: 298_000 }, 298_000)).toBe("time");
    expect(dueToEnd({ ...going, isOverBudget: true }, 61_000)).toBe("budget");
    expect(dueToEnd({ ...going, heardAtMs: null }, 30_000)).toBeNull();
    expect(dueToEnd({ ...going, heardAtMs: null }, 31_000)).toBe("silent");
    expect(dueToEnd({ ...going, status: "ready", joinedAtMs: null }, 90_000)).toBe("unjoined");
    expect(dueToEnd({ ...going, status: "opening", joinedAtMs: null }, 90_000)).toBe("unopened");
  });

  it("is looked at every ten seconds, and in time for its end: a minute more would not be held", () => {
    const going = { joinedAtMs: 1_000, maxSeconds: 60 };
    expect([2_000, 50_500, 57_900, 99_000].map((nowMs) => nextLookSeconds(going, nowMs))).toEqual([10, 8, 1, 1]);
    expect(nextLookSeconds({ ...going, joinedAtMs: null }, 0)).toBe(10);
  });

  it("is warned of its end a minute before, a short one for its last quarter", () => {
    expect([0, 239, 240, 299.5, 400].map((age) => secondsLeft(age, 300))).toEqual([null, null, 60, 1, 0]);
    expect([44, 45].map((age) => secondsLeft(age, 60))).toEqual([null, 15]);
  });

  it("keeps every line once, however often a browser sends what was not confirmed", () => {
    const line = (n: number): TranscriptLine => ({ who: "avatar", text: `line ${n}`, atMs: n });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 20 }), (messages) => {
        const said: TranscriptLine[] = [];
        let kept: readonly TranscriptLine[] = [];
        let confirmed = 0;
        for (const [count, isHeard] of messages) {
          for (let each = 0; each < count; each += 1) said.push(line(said.length));
          kept = withLines(kept, confirmed, said.slice(confirmed));
          if (isHeard) confirmed = kept.length;
        }
        expect(kept).toEqual(said);
      }),
      { numRuns: 40 },
    );
  });
});

it("what an engine offers is read when nobody ever did, or a day ago, and not while it is being read", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const of = (askedAt: Date | null, readAt: Date | null) => Object.values(offersStanding({ askedAt, readAt }, now));
  expect(of(null, null)).toEqual([false, true]);
  expect(of(ago(0.5), null)).toEqual([true, false]);
  // A reading that never ended was lost.
  expect(of(ago(2), null)).toEqual([false, true]);
  expect(of(ago(60), ago(59))).toEqual([false, false]);
  expect(of(ago(1_500), ago(1_441))).toEqual([false, true]);
  expect([ago(0.1), ago(1), null].map((askedAt) => mayReadAgain({ askedAt, readAt: null }, now))).toEqual([false, true, true]);
});
