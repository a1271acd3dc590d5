import { expect, test } from "vitest";
import { createFilmDesk, type Film, type FilmPorts } from "@/lib/client/film/film-desk";

const LONG: Film = { id: "long", clip: { durationMs: 4_000, frames: 96 } };
const SHORT: Film = { id: "short", clip: { durationMs: 2_000, frames: 48 } };

/** A screen that is painted when the test says so, a clock it moves, and videos that note what they show. */
function stage(films: readonly [Film, ...Film[]], isSlow: (id: string) => boolean = () => false) {
  let time = 0;
  let painted: (() => void)[] = [];
  const ports: FilmPorts = { now: () => time, nextFrame: () => new Promise((next) => painted.push(next)) };
  const shown: [string, number][] = [];
  const held: (() => void)[] = [];
  const desk = createFilmDesk(films, ports);
  const remove = films.map(({ id }) =>
    desk.add(id, {
      prepare: async (frame) => {
        if (isSlow(id)) await new Promise<void>((ready) => held.push(ready));
        return () => shown.push([id, frame]);
      },
      close: () => shown.push([id, -1]),
    }),
  );
  const settle = () => new Promise(setImmediate);
  return {
    desk,
    shown,
    remove,
    settle,
    release: async () => {
      for (const ready of held.splice(0)) ready();
      await settle();
    },
    /** Lets time pass and the screen be painted once. */
    async pass(ms: number) {
      time += ms;
      for (const next of painted.splice(0)) next();
      painted = [];
      await settle();
    },
  };
}

test("a step shows the same moment in all of them, and a shorter one waits on its last frame", async () => {
  const { desk, shown, settle } = stage([LONG, SHORT]);
  await settle();
  desk.goTo(30);
  await settle();
  desk.goTo(90);
  await settle();
  desk.step(1);
  await settle();
  expect(shown.slice(-6)).toEqual([
    ["long", 30],
    ["short", 30],
    ["long", 90],
    ["short", 47],
    ["long", 91],
    ["short", 47],
  ]);
  expect([desk.frameOf("long"), desk.frameOf("short")]).toEqual([91, 47]);
});

test("none is shown before all are ready, and of what was asked meanwhile only the last", async () => {
  const { desk, shown, settle, release } = stage([LONG, SHORT], (id) => id === "short");
  for (const _first of [1, 2, 3]) await release();
  shown.length = 0;
  desk.goTo(5);
  for (const frame of [6, 7]) desk.goTo(frame);
  await settle();
  expect(shown).toEqual([]);
  await release();
  await release();
  expect(shown).toEqual([
    ["long", 5],
    ["short", 5],
    ["long", 7],
    ["short", 7],
  ]);
});

test("playing follows the clock, leaves out what is late for all alike, and goes round in the loop", async () => {
  const { desk, shown, settle, pass } = stage([LONG, SHORT]);
  desk.goTo(10);
  desk.mark("from");
  desk.goTo(19);
  desk.mark("to");
  desk.goTo(10);
  await settle();
  shown.length = 0;
  desk.toggle();
  await settle();
  await pass(1000 / 24 + 1);
  await pass(5_000 / 24);
  await pass(5_000 / 24);
  expect(shown.filter(([id]) => id === "long").map(([, frame]) => frame)).toEqual([10, 11, 16, 11]);
  expect(shown.filter(([id]) => id === "short").map(([, frame]) => frame)).toEqual([10, 11, 16, 11]);
  desk.toggle();
  await pass(500);
  expect(desk.state()).toMatchObject({ isPlaying: false, frame: 11, loop: { from: 10, to: 19 } });
  desk.step(1);
  expect(desk.state().frame).toBe(12);
});

test("nobody looking, nothing is decoded any more", async () => {
  const { desk, shown, remove, settle, pass } = stage([SHORT]);
  desk.toggle();
  await settle();
  for (const leave of remove) leave();
  await pass(100);
  const before = shown.length;
  await pass(100);
  expect([shown.at(-1), shown.length]).toEqual([["short", -1], before]);
});
