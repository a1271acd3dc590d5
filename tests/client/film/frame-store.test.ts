import fc from "fast-check";
import { expect, test } from "vitest";
import { createFrameStore } from "@/lib/client/film/frame-store";

/** A video of `count` frames that counts what is decoded and knows which of its frames are open. */
function video(count: number, capacity: number) {
  const open = new Set<object>();
  const begun: number[] = [];
  let decoded = 0;
  const store = createFrameStore<{ readonly index: number; close(): void }>(async function* (from) {
    begun.push(from);
    // As decoders do: behind the end, the last one is what is there.
    for (let index = Math.max(0, Math.min(from, count - 1)); index < count; index++) {
      decoded += 1;
      const frame = { index, close: () => void open.delete(frame) };
      open.add(frame);
      yield { index, frame };
    }
  }, capacity);
  return { store, open, begun, decoded: () => decoded };
}

test("whatever is asked for in whatever order, it is that frame, still open, and few are kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(99), { minLength: 1, maxLength: 60 }), async (wanted) => {
      const { store, open } = video(100, 8);
      for (const index of wanted) {
        const frame = await store.frame(index);
        expect([frame.index, open.has(frame)]).toEqual([index, true]);
        expect(open.size).toBeLessThanOrEqual(8);
      }
      store.close();
      await new Promise(setImmediate);
      expect(open.size).toBe(0);
    }),
  );
});

test("going on decodes each frame once; going back decodes a few before, so that the next steps back are there", async () => {
  const on = video(100, 12);
  for (let index = 0; index < 40; index++) await on.store.frame(index);
  expect([on.decoded(), on.begun]).toEqual([40, [0]]);
  for (let index = 39; index >= 12; index--) await on.store.frame(index);
  expect(on.begun.length).toBeLessThanOrEqual(6);
});

test("behind the last frame is the last; a video without frames says so", async () => {
  const { store } = video(10, 8);
  expect((await store.frame(30)).index).toBe(9);
  await expect(video(0, 8).store.frame(0)).rejects.toThrow("no frame 0");
});
