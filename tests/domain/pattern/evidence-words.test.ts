import { describe, expect, it } from "vitest";
import { forecast } from "@/lib/domain/pattern/evidence/forecast";
import { rateOf } from "@/lib/domain/pattern/evidence/wilson";
import { distributionWords, forecastWords, intervalWords, shareWords } from "@/lib/domain/pattern/evidence/words";

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

describe("evidence in words", () => {
  it("says a rate as a share with its interval", () => {
    const rate = rateOf(13, 20);
    expect(rate && [shareWords(rate), plain(intervalWords(rate))]).toEqual(["13 of 20", "43–82 %"]);
  });

  it("says what accepted pictures will take, in pictures and money, and how sure that is", () => {
    const rate = { passed: 62, of: 100, rate: 0.62 };
    const said = (accepted: number, micros: bigint | null) => {
      const foreseen = forecast(accepted, rate, micros);
      return foreseen && plain(forecastWords(foreseen, rate));
    };
    expect(said(5, 45_000n)).toMatch(/^5 accepted at 62 % need about 8, ≈ \$0\.36; 95 %: 5–1\d$/);
    expect(said(1, null)).toMatch(/^1 accepted at 62 % needs about 1; 95 %: 1–\d$/);
  });

  it("does not count on what never passed", () => {
    const rate = { passed: 0, of: 40, rate: 0 };
    const foreseen = forecast(50, rate, 1n);
    expect(foreseen && plain(forecastWords(foreseen, rate))).toMatch(/more than anybody should count on|or more/);
  });

  it("says where the middle of some distances is", () => {
    expect(distributionWords({ count: 3, least: 0, lower: 0.05, median: 0.081, upper: 0.12, most: 1, bins: [], to: 1 })).toBe(
      "0.08 in the middle, 0.05–0.12 for half of them",
    );
  });
});
