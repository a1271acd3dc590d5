import { describe, expect, test } from "vitest";
import { LanePolicy, NO_POLICY, policyRefusal } from "@/lib/domain/lane/policy";
import { FAILURE_KINDS } from "@/lib/domain/run/failure";
import { mayGoOn } from "@/lib/domain/run/fallback";
import { entryOf } from "@/lib/engines/catalogue";

test("only the engine's own word that it failed leads on, and never a refusal of the words", () => {
  const leads = FAILURE_KINDS.filter((kind) => mayGoOn({ kind, isVerified: true, made: 0, cancelAsked: false }));
  expect(leads.toSorted()).toEqual(["engine-fault", "quota", "rate-limited", "timeout"]);
  for (const kind of FAILURE_KINDS) {
    expect(mayGoOn({ kind, isVerified: false, made: 0, cancelAsked: false })).toBe(false);
    expect(mayGoOn({ kind, isVerified: true, made: 1, cancelAsked: false })).toBe(false);
    expect(mayGoOn({ kind, isVerified: true, made: 0, cancelAsked: true })).toBe(false);
  }
});

describe("a lane's policy", () => {
  const today = "2026-11-21";
  const refusal = (policy: Partial<LanePolicy>, entry = entryOf("sketch", "sketch-1"), eachMicros = 0n) =>
    policyRefusal(LanePolicy.parse(policy), { entry, eachMicros, today });

  test("without rules takes everything, also what nobody knows", () => {
    expect(policyRefusal(NO_POLICY, { entry: undefined, eachMicros: 10n ** 9n, today })).toBeNull();
  });

  test("takes what is known to meet it, and nothing that is not known", () => {
    expect(refusal({ regions: ["this-machine"], noWatermark: true })).toBeNull();
    expect(policyRefusal(LanePolicy.parse({ commercialUse: true }), { entry: undefined, eachMicros: 0n, today })).toContain(
      "nothing is known",
    );
    expect(refusal({ mostMicrosEach: "1000" }, undefined, 1_001n)).toContain("at most $0.001");
    expect(refusal({ mostMicrosEach: "1000" }, undefined, 1_000n)).toBeNull();
  });
});
