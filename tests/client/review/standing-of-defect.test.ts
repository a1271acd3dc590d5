import { describe, expect, it } from "vitest";
import { standingOf } from "@/components/review/card/standing-of-defect";

const waiver = { by: { id: "0199f3a0-0000-7000-8000-000000000001", name: "Lena" }, reason: "Fixed in layout." };

describe("whether a defect stands in the way", () => {
  it("does until it is acceptable or waived, and a waiver is said as such", () => {
    expect(standingOf({ acceptable: false, waiver: null }).tone).toBe("bad");
    expect(standingOf({ acceptable: true, waiver: null }).tone).toBe("ok");
    expect(standingOf({ acceptable: false, waiver }).word).toBe("Waived");
  });
});
