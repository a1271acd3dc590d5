import { describe, expect, test } from "vitest";
import type { GestureEffect, GestureInput, SelectMode } from "@/components/picture-surface/gestures";
import { restingGesture, stepGesture } from "@/components/picture-surface/gestures";

/** Feeds inputs from rest and returns everything they meant. */
function play(...inputs: GestureInput[]): GestureEffect[] {
  const effects: GestureEffect[] = [];
  let state = restingGesture;
  for (const input of inputs) {
    const step = stepGesture(state, input);
    state = step.state;
    effects.push(...step.effects);
  }
  return effects;
}

type Press = { pointer?: number; device?: "mouse" | "touch"; button?: number; mode?: SelectMode; atMs?: number };

function down(x: number, y: number, press: Press = {}): GestureInput {
  const { pointer = 1, device = "mouse", button = 0, mode = "replace", atMs = 0 } = press;
  return { kind: "down", pointer, device, button, at: { x, y }, atMs, mode };
}
const move = (x: number, y: number, pointer = 1): GestureInput => ({ kind: "move", pointer, at: { x, y } });
const up = (x: number, y: number, atMs = 50, pointer = 1): GestureInput => ({ kind: "up", pointer, at: { x, y }, atMs });

describe("a mouse", () => {
  test("click chooses, with the mode of the keys held", () => {
    expect(play(down(10, 10, { mode: "extend" }), move(12, 11), up(12, 11))).toEqual([
      { kind: "click", at: { x: 12, y: 11 }, mode: "extend" },
    ]);
  });

  test("double click activates, a third click is a click again", () => {
    const kinds = play(
      down(10, 10),
      up(10, 10, 40),
      down(11, 10, { atMs: 200 }),
      up(11, 10, 240),
      down(11, 10, { atMs: 400 }),
      up(11, 10, 440),
    ).map((effect) => effect.kind);
    expect(kinds).toEqual(["click", "double-click", "click"]);
  });

  test("two clicks far apart in place or time are two clicks", () => {
    const apart = play(down(10, 10), up(10, 10, 40), down(90, 10), up(90, 10, 100)).map((effect) => effect.kind);
    const late = play(down(10, 10), up(10, 10, 40), down(10, 10), up(10, 10, 900)).map((effect) => effect.kind);
    expect([apart, late]).toEqual([
      ["click", "click"],
      ["click", "click"],
    ]);
  });

  test("dragging draws a marquee from where it began, in any direction", () => {
    expect(play(down(100, 100, { mode: "toggle" }), move(60, 130), up(40, 160))).toEqual([
      { kind: "marquee", area: { x: 60, y: 100, w: 40, h: 30 } },
      { kind: "marquee-end", area: { x: 40, y: 100, w: 60, h: 60 }, mode: "toggle" },
    ]);
  });

  test("a marquee that is cancelled chooses nothing", () => {
    const kinds = play(down(0, 0), move(50, 50), { kind: "cancel" }, up(60, 60)).map((effect) => effect.kind);
    expect(kinds).toEqual(["marquee", "marquee-cancel"]);
  });

  test("the middle button drags the view and chooses nothing", () => {
    expect(play(down(0, 0, { button: 1 }), move(7, -3), up(7, -3))).toEqual([{ kind: "pan", dx: 7, dy: -3 }]);
  });

  test("with the hand held, the primary button drags the view", () => {
    expect(play({ kind: "hand", isHeld: true }, down(0, 0), move(5, 5), up(5, 5))).toEqual([{ kind: "pan", dx: 5, dy: 5 }]);
  });

  test("letting go of the hand while dragging does not turn the drag into a marquee", () => {
    const kinds = play({ kind: "hand", isHeld: true }, down(0, 0), { kind: "hand", isHeld: false }, move(50, 50), up(50, 50));
    expect(kinds).toEqual([{ kind: "pan", dx: 50, dy: 50 }]);
  });

  test("the secondary button belongs to the menu", () => {
    expect(play(down(5, 5, { button: 2 }), up(5, 5))).toEqual([]);
  });
});

describe("a wheel", () => {
  const wheel = (dx: number, dy: number, zooms: boolean): GestureInput => ({ kind: "wheel", at: { x: 3, y: 4 }, dx, dy, zooms });

  test("moves the view against its turn", () => {
    expect(play(wheel(10, 30, false))).toEqual([{ kind: "pan", dx: -10, dy: -30 }]);
  });

  test("zooms about the pointer; there and back is where it was", () => {
    const [closer, back] = play(wheel(0, -100, true), wheel(0, 100, true));
    expect(closer).toMatchObject({ kind: "zoom", at: { x: 3, y: 4 } });
    const factors = [closer, back].map((effect) => (effect?.kind === "zoom" ? effect.factor : Number.NaN));
    expect(factors[0]).toBeGreaterThan(1);
    expect((factors[0] ?? 0) * (factors[1] ?? 0)).toBeCloseTo(1);
  });

  test("one wild turn does not throw the view away", () => {
    const [effect] = play(wheel(0, -100_000, true));
    expect(effect?.kind === "zoom" && effect.factor).toBeLessThan(2);
  });
});

describe("touch", () => {
  test("one finger moves the view, without losing the first pixels", () => {
    expect(play(down(0, 0, { device: "touch" }), move(4, 0), move(20, 0), move(25, 0), up(25, 0))).toEqual([
      { kind: "pan", dx: 20, dy: 0 },
      { kind: "pan", dx: 5, dy: 0 },
    ]);
  });

  test("a tap chooses", () => {
    expect(play(down(9, 9, { device: "touch" }), up(10, 9)).map((effect) => effect.kind)).toEqual(["click"]);
  });

  test("two fingers zoom by the change of their distance about their middle", () => {
    const effects = play(
      down(100, 100, { device: "touch", pointer: 1 }),
      down(200, 100, { device: "touch", pointer: 2 }),
      move(300, 100, 2),
    );
    expect(effects).toEqual([
      { kind: "pan", dx: 50, dy: 0 },
      { kind: "zoom", at: { x: 200, y: 100 }, factor: 2 },
    ]);
  });

  test("when one of two fingers lifts, the other goes on moving the view and nothing is chosen", () => {
    const effects = play(
      down(0, 0, { device: "touch", pointer: 1 }),
      down(100, 0, { device: "touch", pointer: 2 }),
      up(0, 0, 60, 1),
      move(110, 5, 2),
      up(110, 5, 90, 2),
    );
    expect(effects).toEqual([{ kind: "pan", dx: 10, dy: 5 }]);
  });
});
