import { describe, expect, it } from "vitest";
import { forecast, type PictureCost } from "@/lib/domain/pattern/evidence/forecast";
import { rateOf } from "@/lib/domain/pattern/evidence/wilson";
import { distributionWords, forecastWords, intervalWords, shareWords } from "@/lib/domain/pattern/evidence/words";

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

const UNKNOWN = { imageMicros: null, acceptedMicros: null };

describe("evidence in words", () => {
  it("says a rate as a share with its interval", () => {
    const rate = rateOf(13, 20);
    expect(rate && [shareWords(rate), plain(intervalWords(rate))]).toEqual(["13 of 20", "43–82 %"]);
  });

  it("says what accepted pictures will take, in pictures and money, and how sure that is", () => {
    const rate = { passed: 62, of: 100, rate: 0.62 };
    const said = (accepted: number, cost: PictureCost) => {
      const foreseen = forecast(accepted, rate, cost);
      return foreseen && plain(forecastWords(foreseen, rate));
    };
    const cost = { imageMicros: 45_000n, acceptedMicros: 73_000n };
    expect(said(5, cost)).toMatch(/^5 accepted at 62 % need about 8\.1, ≈ \$0\.365; 95 %: 5–1\d$/);
    expect(said(8, cost)).toMatch(/^8 accepted at 62 % need about 13, /);
    expect(said(1, UNKNOWN)).toMatch(/^1 accepted at 62 % needs about 1\.6; 95 %: 1–\d$/);
  });

  it("does not count on what never passed", () => {
    const rate = { passed: 0, of: 40, rate: 0 };
    const foreseen = forecast(50, rate, UNKNOWN);
    expect(foreseen && plain(forecastWords(foreseen, rate))).toMatch(/more than anybody should count on|or more/);
  });

  it("says where the middle of some distances is", () => {
    expect(distributionWords({ count: 3, least: 0, lower: 0.05, median: 0.081, upper: 0.12, most: 1, bins: [], to: 1 })).toBe(
      "0.08 in the middle, 0.05–0.12 for half of them",
    );
  });
});
