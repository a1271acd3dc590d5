import fc from "fast-check";
import { expect, test } from "vitest";
import { createDecodedRing } from "@/components/compare/decoded-ring";

/** Pictures as long as their names; what is closed is counted. */
function ringOf(room: number) {
  const decoded: string[] = [];
  const closed: string[] = [];
  const ring = createDecodedRing<string>(
    {
      decode: async (address) => {
        decoded.push(address);
        if (address.startsWith("broken")) throw new Error("not a picture");
        return address;
      },
      bytesOf: (picture) => picture.length,
      close: (picture) => void closed.push(picture),
    },
    room,
  );
  return { ring, decoded, closed };
}

const settled = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};

test("what is likeliest is decoded first, once, and given back when nobody wants it", async () => {
  const { ring, decoded, closed } = ringOf(100);
  ring.want(["a", "b", "broken", "c"]);
  await settled();
  expect(decoded).toEqual(["a", "b", "broken", "c"]);
  const kept = ring.get("b");
  ring.want(["b", "d"]);
  await settled();
  expect(decoded).toEqual(["a", "b", "broken", "c", "d"]);
  expect(ring.get("b")).toBe(kept);
  expect(closed.sort()).toEqual(["a", "c"]);
  ring.close();
  expect([ring.get("b"), closed.length]).toEqual([undefined, 4]);
});

test("never holds more than there is room for, but always the first; nothing is closed twice or lost", async () => {
  const name = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom("a", "b", "c") });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(name, { maxLength: 6 }), { maxLength: 5 }), async (wishes) => {
      const room = 8;
      const { ring, decoded, closed } = ringOf(room);
      for (const wish of wishes) {
        ring.want(wish);
        await settled();
        const held = [...new Set(wish)].filter((each) => ring.get(each) !== undefined);
        expect(held.join("").length <= room || held.length === 1).toBe(true);
        if (wish[0] !== undefined) expect(ring.get(wish[0])).toBe(wish[0]);
        expect(decoded.length - closed.length).toBe(held.length);
      }
    }),
    { numRuns: 40 },
  );
});

test("a picture that comes when it is not wanted any more is given back", async () => {
  const { ring, closed } = ringOf(10);
  ring.want(["late"]);
  ring.want([]);
  await settled();
  expect([ring.get("late"), closed]).toEqual([undefined, ["late"]]);
});
