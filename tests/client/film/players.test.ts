import { expect, test, vi } from "vitest";
import { elementPlayer } from "@/lib/client/film/players";

const CLIP = { durationMs: 2_000, frames: 48 };

test("where no single frames can be decoded the browser's own player is aimed at the middle of the frame, and waited for", async () => {
  const video = Object.assign(new EventTarget(), { currentTime: 0, dataset: {} as DOMStringMap }) as HTMLVideoElement;
  const ready = elementPlayer(video, CLIP).prepare(12);
  expect(video.currentTime).toBeCloseTo(12.5 / 24, 5);
  let isReady = false;
  void ready.then(() => {
    isReady = true;
  });
  await Promise.resolve();
  expect(isReady).toBe(false);
  video.dispatchEvent(new Event("seeked"));
  (await ready)();
  expect(video.dataset.frame).toBe("12");
});

test("a player that never answers holds the others up for a moment only", async () => {
  vi.useFakeTimers();
  const video = Object.assign(new EventTarget(), { currentTime: 0, dataset: {} as DOMStringMap }) as HTMLVideoElement;
  const ready = elementPlayer(video, CLIP).prepare(3);
  await vi.advanceTimersByTimeAsync(2_000);
  await expect(ready).resolves.toBeTypeOf("function");
  vi.useRealTimers();
});
