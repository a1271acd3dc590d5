import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type At, LOOKING_AT_ALL, type LookAct, type Looking, look, lookOf } from "@/components/compare/looking";
import { savedViewOf, viewOf } from "@/components/compare/saved-view";
import { SavedView } from "@/lib/domain/compare/comparison";
import { fitScale } from "@/lib/domain/compare/view-port";

const cell = { width: 640, height: 480 };
const here: At = { id: "here", picture: { width: 1024, height: 768 }, cell };
const there: At = { id: "there", picture: { width: 512, height: 512 }, cell };

const small = fc.double({ min: -60, max: 60, noNaN: true });
const on = fc.constantFrom(here, there);
const shared: fc.Arbitrary<LookAct> = fc.oneof(
  fc.record({
    kind: fc.constant("zoom" as const),
    factor: fc.double({ min: 0.5, max: 3, noNaN: true }),
    at: fc.record({ x: small, y: small }),
    on,
  }),
  fc.record({ kind: fc.constant("pan" as const), by: fc.record({ x: small, y: small }), on, isAlone: fc.constant(false) }),
  fc.record({ kind: fc.constant("toggle-actual" as const), at: fc.record({ x: small, y: small }), on, devicePixelRatio: fc.constant(1) }),
);
const alone: LookAct = { kind: "pan", by: { x: 30, y: -12 }, on: there, isAlone: true };

/** How far two pictures are apart in what they show, in parts of them. */
const apart = (looking: Looking) => {
  const [one, other] = [lookOf(looking, here), lookOf(looking, { ...there, picture: here.picture })];
  return { x: other.x - one.x, y: other.y - one.y };
};

describe("looking at several pictures together", () => {
  it("keeps what a picture was moved by on its own, whatever all are moved and zoomed by", () => {
    fc.assert(
      fc.property(fc.array(shared, { maxLength: 12 }), (acts) => {
        const moved = look(LOOKING_AT_ALL, alone);
        const before = apart(moved);
        const after = apart(acts.reduce(look, moved));
        expect(before.x).not.toBe(0);
        expect(after.x).toBeCloseTo(before.x, 9);
        expect(after.y).toBeCloseTo(before.y, 9);
      }),
    );
  });

  it("moves one picture under the hand, to the pixel of the screen, and no other", () => {
    const zoomed = look(LOOKING_AT_ALL, { kind: "zoom", factor: 4, at: { x: 40, y: 0 }, on: here });
    const moved = look(zoomed, alone);
    expect(lookOf(moved, here)).toEqual(lookOf(zoomed, here));
    const scale = fitScale(there.picture, cell) * lookOf(zoomed, there).zoom;
    expect((lookOf(zoomed, there).x - lookOf(moved, there).x) * there.picture.width * scale).toBeCloseTo(30, 6);
  });

  it("shows everything again and keeps the offsets; asked a second time it lets go of them", () => {
    const moved = look(look(LOOKING_AT_ALL, alone), { kind: "zoom", factor: 3, at: { x: 0, y: 0 }, on: here });
    const fitted = look(moved, { kind: "fit" });
    expect(fitted.shared.zoom).toBe(1);
    expect(fitted.offsets).toEqual(moved.offsets);
    expect(look(fitted, { kind: "fit" })).toEqual(LOOKING_AT_ALL);
  });

  it("is kept and looked at again as it was", () => {
    fc.assert(
      fc.property(fc.array(shared, { maxLength: 6 }), fc.boolean(), (acts, isPinned) => {
        const looking = acts.reduce(look, look(LOOKING_AT_ALL, alone));
        const view = { mode: "heat-map", channel: "alpha", gain: 7.5, pinnedId: isPinned ? "there" : null, looking } as const;
        const kept = SavedView.parse(JSON.parse(JSON.stringify(savedViewOf(view, [here, there]))));
        expect(viewOf(kept, [here, there])).toEqual(view);
      }),
    );
  });
});
