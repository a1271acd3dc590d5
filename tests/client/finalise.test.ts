import { expect, test } from "vitest";
import { laneRefusal } from "@/lib/client/use-finalise";
import { Flag } from "@/lib/domain/selection/flags";

test("a draft that nobody picked is not finalised where the lane takes picked ones, and the button says so", () => {
  for (const flag of Flag.options) {
    const refusal = laneRefusal({ kind: "production", requiresDraft: true }, { flag });
    if (flag === "pick") expect(refusal).toBeNull();
    else expect(refusal).toBe("This lane takes finals of a picked draft: pick this draft, then finalise it.");
    expect(laneRefusal({ kind: "production", requiresDraft: false }, { flag })).toBeNull();
    expect(laneRefusal(undefined, { flag })).toBeNull();
  }
});
