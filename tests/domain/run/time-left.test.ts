import { expect, it } from "vitest";
import { timeLeft, timeLeftWords } from "@/lib/domain/run/time-left";

const STARTED = "2026-11-22T12:00:00.000Z";
const at = (seconds: number) => new Date(STARTED).getTime() + seconds * 1_000;
const words = (status: "queued" | "processing", usualMs: number | null, seconds: number) =>
  timeLeftWords(timeLeft({ status, startedAt: status === "queued" ? null : STARTED }, usualMs, at(seconds)));

it("counts down what such a run usually takes, from when it started", () => {
  expect(words("queued", 12_000, 5)).toBe("about 12 s once it starts");
  expect(words("processing", 12_000, 0)).toBe("about 12 s left");
  expect(words("processing", 12_000, 4.2)).toBe("about 8 s left");
  expect(words("processing", 300_000, 60)).toBe("about 4 min left");
});

it("does not count below nothing, and says where nothing is known", () => {
  expect(words("processing", 12_000, 12)).toBe("longer than usual");
  expect(words("processing", null, 3)).toBe("no estimate yet");
  expect(words("queued", null, 3)).toBe("no estimate yet");
});
