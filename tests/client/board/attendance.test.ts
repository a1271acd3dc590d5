import fc from "fast-check";
import { expect, it } from "vitest";
import { attend } from "@/lib/client/attendance";
import {
  type Attendance,
  heard,
  type Presences,
  peopleOf,
  SILENT_MS,
  SPACING_MS,
  STILL_HERE_MS,
  stillHere,
} from "@/lib/domain/board/presence";

const boardId = "01a2014f-0000-7000-8000-000000000001";
const tabId = "6f6a9e0e-9d3e-4a52-8f3c-000000000001";

/** A clock, timers on it, and a studio that takes its time to answer. */
function world(answersAfterMs: number) {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly act: () => void }>();
  const said: { readonly atMs: number; readonly what: Attendance }[] = [];
  const after = (pauseMs: number, act: () => void) => {
    const timer = { atMs: nowMs + pauseMs, act };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const ports = {
    now: () => nowMs,
    after,
    say: (what: Attendance) => {
      said.push({ atMs: nowMs, what });
      return new Promise<void>((settle) => after(answersAfterMs, settle));
    },
  };
  /** Lets the clock run, and everything that is due on the way happen. */
  const pass = async (ms: number) => {
    const until = nowMs + ms;
    for (;;) {
      const due = [...timers].filter(({ atMs }) => atMs <= until).sort((one, other) => one.atMs - other.atMs)[0];
      if (!due) break;
      timers.delete(due);
      nowMs = Math.max(nowMs, due.atMs);
      due.act();
      // What waits for the answer goes on.
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    }
    nowMs = until;
  };
  return { ports, said, pass };
}

it("a tab says where its person is at most ten times a second, one at a time, and always the last of it", async () => {
  const moves = fc.array(fc.record({ waitMs: fc.nat(130), x: fc.nat(500) }), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(moves, fc.constantFrom(5, 90, 350), async (all, answersAfterMs) => {
      const { ports, said, pass } = world(answersAfterMs);
      const here = attend(boardId, tabId, ports);
      for (const { waitMs, x } of all) {
        await pass(waitMs);
        here.change({ cursor: { x, y: 0 } });
      }
      await pass(answersAfterMs + 2 * SPACING_MS);
      expect(said.at(-1)?.what.cursor?.x).toBe(all.at(-1)?.x);
      const gaps = said.slice(1).map(({ atMs }, index) => atMs - (said[index]?.atMs ?? 0));
      expect(gaps.every((gap) => gap >= Math.max(SPACING_MS, answersAfterMs) - 1e-6)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it("a tab that stays says so now and then, and says once that it leaves", async () => {
  const { ports, said, pass } = world(10);
  const here = attend(boardId, tabId, ports);
  await pass(3 * STILL_HERE_MS);
  expect(said.length).toBeGreaterThanOrEqual(3);
  here.leave();
  here.leave();
  await pass(3 * STILL_HERE_MS);
  expect(said.filter(({ what }) => what.isLeaving)).toHaveLength(1);
  expect(said.at(-1)?.what.isLeaving).toBe(true);
});

it("somebody is there from the first word to the last, or until they are silent too long; with two tabs, once", () => {
  const news = (tab: string, memberId: string, isLeaving = false) => ({
    ...{ boardId, tabId: tab, memberId, name: memberId, cursor: null, view: null, selection: [], isLeaving },
  });
  const names = (present: Presences) => peopleOf(present).map(({ name }) => name);
  let present: Presences = new Map();
  present = heard(present, news("a1", "ada"), 0);
  present = heard(present, news("a2", "ada"), 1_000);
  present = heard(present, news("o1", "olu"), 5_000);
  expect(names(present)).toEqual(["ada", "olu"]);
  present = heard(present, news("a2", "ada", true), 6_000);
  expect(names(present)).toEqual(["ada", "olu"]);
  expect(stillHere(present, SILENT_MS - 1)).toBe(present);
  expect(names(stillHere(present, SILENT_MS))).toEqual(["olu"]);
});
