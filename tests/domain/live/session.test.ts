import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costSoFar, quoteOfLength, settleSession } from "@/lib/domain/live/money";
import { dueToEnd, type Going, LIVE_STATUSES, mayMove, OPEN_STATUSES, type TranscriptLine, withLines } from "@/lib/domain/live/session";

const micros = fc.bigInt({ min: 0n, max: 10n ** 9n });
const seconds = fc.integer({ min: 0, max: 7_200 });

describe("money of a session", () => {
  it("charge and release are the hold, unless the provider took more than was held", () => {
    fc.assert(
      fc.property(micros, micros, fc.option(fc.double({ min: 0, max: 200, noNaN: true })), seconds, (held, minute, billed, took) => {
        const { chargeMicros, releaseMicros } = settleSession({
          heldMicros: held,
          minuteMicros: minute,
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
      fc.property(fc.integer({ min: 60, max: 3_600 }), micros, fc.nat(), (most, minute, part) => {
        const held = quoteOfLength(most, minute);
        const { chargeMicros } = settleSession({ heldMicros: held, minuteMicros: minute, billedMinutes: null, seconds: part % (most + 1) });
        expect(chargeMicros <= held).toBe(true);
        expect(costSoFar(part, minute, held) <= held).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("counts begun minutes, and the provider's parts of them exactly", () => {
    expect([0, 1, 60, 61].map((length) => quoteOfLength(length, 200_000n))).toEqual([0n, 200_000n, 200_000n, 400_000n]);
    const of = (billedMinutes: number) => settleSession({ heldMicros: 0n, minuteMicros: 200_000n, billedMinutes, seconds: 0 }).chargeMicros;
    expect([0, 0.5, 1.5, 2].map(of)).toEqual([0n, 100_000n, 300_000n, 400_000n]);
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
    expect(dueToEnd({ ...going, heardAtMs: 301_000 }, 301_000)).toBe("time");
    expect(dueToEnd({ ...going, isOverBudget: true }, 61_000)).toBe("budget");
    expect(dueToEnd({ ...going, heardAtMs: null }, 30_000)).toBeNull();
    expect(dueToEnd({ ...going, heardAtMs: null }, 31_000)).toBe("silent");
    expect(dueToEnd({ ...going, status: "ready", joinedAtMs: null }, 90_000)).toBe("unjoined");
    expect(dueToEnd({ ...going, status: "opening", joinedAtMs: null }, 90_000)).toBe("unopened");
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
