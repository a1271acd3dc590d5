import { expect, test } from "vitest";
import { firstQuality, type LaneRules, type Making, mayRunOnLane } from "@/lib/domain/review/run-for-card";
import { laneRefusal } from "@/lib/domain/review/submit-attempt";

const LANES: LaneRules[] = (["exploration", "production"] as const).flatMap((kind) =>
  [false, true].flatMap((requiresDraft) => [[], ["sketch"], ["fal"]].map((allowedEngines) => ({ kind, requiresDraft, allowedEngines }))),
);
const DRAFTS: Making["draft"][] = [null, { isPicked: false }, { isPicked: true }];
const at = (quality: Making["quality"], draft: Making["draft"] = null): Making => ({ quality, engineId: "sketch", draft });

test("a final is run exactly where it can be submitted afterwards", () => {
  for (const lane of LANES)
    for (const draft of DRAFTS) {
      const final = at("final", draft);
      expect(mayRunOnLane(lane, final) === null, JSON.stringify({ lane, draft })).toBe(laneRefusal(lane, final) === null);
    }
});

test("a draft is run where it can be submitted, or where finals are made of picked ones: there it still cannot be", () => {
  for (const lane of LANES.filter(({ allowedEngines }) => allowedEngines[0] !== "fal")) {
    const refusal = lane.kind === "production" && !lane.requiresDraft ? "run_draft_quality" : null;
    expect(mayRunOnLane(lane, at("draft"))).toBe(refusal);
    expect(laneRefusal(lane, at("draft")) === null).toBe(lane.kind === "exploration" && !lane.requiresDraft);
  }
});

test("what is made for a card starts in a quality that its lane runs, and the refusal says what is missing", () => {
  for (const lane of LANES.filter(({ allowedEngines }) => allowedEngines[0] !== "fal")) {
    const first = firstQuality(lane);
    if (first) expect(mayRunOnLane(lane, at(first))).toBeNull();
    if (!lane.requiresDraft) continue;
    expect(mayRunOnLane(lane, at("final"))).toBe("run_not_from_draft");
    expect(mayRunOnLane(lane, at("final", { isPicked: false }))).toBe("run_draft_not_picked");
  }
});
