import { expect, test } from "vitest";
import { newerWords } from "@/components/library/words";

test("a newer version is not offered as a better one before it is tried and signed", () => {
  const newest = { number: 2, labels: ["candidate" as const] };
  const rate = { passed: 1, of: 2, rate: 0.5, low: 0.1, high: 0.9 };
  const blind = { rate: null, hidden: 6 };
  expect([undefined, null, { rate: null, hidden: 0 }, blind, { rate, hidden: 0 }].map((evidence) => newerWords(newest, evidence))).toEqual([
    "Version 2 is newer; it is not signed.",
    "Version 2 is newer, but not tried yet.",
    "Version 2 is newer; it is tried, but not judged yet.",
    "Version 2 is newer; it is tried, in a blind trial you have not judged.",
    "Version 2 is newer; it is tried, but not signed.",
  ]);
  expect(newerWords({ number: 2, labels: ["production"] }, { rate, hidden: 0 })).toBe("Version 2 is newer and in production.");
});
