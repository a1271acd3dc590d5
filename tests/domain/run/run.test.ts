import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { MAX_SEED, type Recipe } from "@/lib/domain/prompt/recipe";
import { FAILURE_KINDS, failureSentence } from "@/lib/domain/run/failure";
import { LOOK_AFTER_SECONDS, stepAfterLook } from "@/lib/domain/run/lookup";
import { PATIENCE, pauseAfterFaultMs, whyGiveUp } from "@/lib/domain/run/patience";
import { quoteOf, refusalOf, seedsFor } from "@/lib/domain/run/plan";
import { settle } from "@/lib/domain/run/settlement";
import { canMove, isFinished, nextStep, RUN_STATUSES, statusesBefore } from "@/lib/domain/run/states";
import { priorityOf, turnOf } from "@/lib/domain/run/turns";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { anyRecipe, recipe } from "../../support/recipes";

const status = fc.constantFrom(...RUN_STATUSES);

describe("the states of a run", () => {
  it("never leave an end, and never come back to a submit", () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        if (isFinished(from)) expect(canMove(from, to)).toBe(false);
        if (to === "submitting") expect(canMove(from, to)).toBe(from === "queued");
        expect(statusesBefore(to).includes(from)).toBe(canMove(from, to));
      }),
    );
  });

  it("submit only what was never sent: an intent without an operation is unknown", () => {
    const facts = fc.record({ status, hasIntent: fc.boolean(), hasOperation: fc.boolean(), cancelAsked: fc.boolean() });
    fc.assert(
      fc.property(facts, (run) => {
        const step = nextStep(run);
        if (step === "submit") expect(run.hasIntent || run.hasOperation || run.cancelAsked || isFinished(run.status)).toBe(false);
        if (isFinished(run.status)) expect(step).toBe("nothing");
        if (run.hasIntent && !run.hasOperation) expect(["mark-unknown", "nothing"]).toContain(step);
      }),
    );
  });

  it("every failure has a sentence", () => {
    for (const kind of FAILURE_KINDS) expect(failureSentence(kind)).toMatch(/^[A-Z].*\.$/);
  });
});

describe("the plan of a run", () => {
  it("has one valid seed a variant; locked ones are the same each time, zero included", () => {
    fc.assert(
      fc.property(anyRecipe, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (plan, random) => {
        const seeds = seedsFor(plan, () => random);
        expect(seeds).toHaveLength(plan.count);
        for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED).toBe(true);
        if (plan.seeds.mode === "locked") {
          expect(seedsFor(plan, () => 0.123)).toEqual(seeds);
          expect(seeds.slice(0, plan.seeds.values.length)).toEqual(plan.seeds.values.slice(0, plan.count));
          expect(new Set(seeds.slice(plan.seeds.values.length - 1)).size).toBe(Math.max(0, seeds.length - plan.seeds.values.length + 1));
        }
      }),
    );
  });

  it("refuses what the model does not have, in words", () => {
    const sentence = (change: Parameters<typeof recipe>[0]) => refusalOf(recipe(change), SKETCH_CAPABILITIES);
    expect(sentence({})).toBeNull();
    expect(sentence({ text: "  " })).toBe("Write a prompt first.");
    expect(sentence({ model: { engineId: "sketch", modelId: "sketch-1", revision: "1999" } })).toContain("revision 1999");
    expect(sentence({ references: [{ assetId: "019a0000-0000-7000-8000-000000000001", role: "motion", weight: 1 }] })).toContain("motion");
    expect(sentence({ seeds: { mode: "locked", values: [1, 2, 3] }, count: 1 })).toBe(
      "3 seeds are locked for 1 variant: lock at most one a variant.",
    );
    expect(sentence({ seeds: { mode: "locked", values: [1] }, count: 3 })).toBeNull();
    expect(refusalOf(recipe(), undefined)).toContain("not connected");
  });

  it("refuses settings the model does not have or cannot take, and a missing picture to work on", () => {
    const settings: ModelCapabilities["settings"] = [
      { kind: "number", key: "duration", label: "Duration", min: 2, max: 8, step: 1, unit: "s", default: 4 },
    ];
    const video: ModelCapabilities = { ...SKETCH_CAPABILITIES, settings };
    const sentence = (given: Recipe["controls"]["settings"]) =>
      refusalOf(recipe({ controls: { ...recipe().controls, settings: given } }), video);
    expect(sentence({})).toBeNull();
    expect(sentence({ duration: 8 })).toBeNull();
    expect(sentence({ duration: 9 })).toBe("Duration must be between 2 and 8 s.");
    expect(sentence({ zoom: 1 })).toContain("no setting “zoom”");
    const edit: ModelCapabilities = { ...SKETCH_CAPABILITIES, requiredReferences: ["image"], aspectRatios: [], needsText: false };
    const picture = { assetId: "019a0000-0000-7000-8000-000000000001", role: "image" as const };
    expect(refusalOf(recipe({ text: "", references: [{ ...picture, weight: 1 }] }), edit)).toBeNull();
    expect(refusalOf(recipe({ references: [{ ...picture, weight: 0 }] }), edit)).toContain("needs a picture to work on");
    expect(refusalOf(recipe(), edit)).toContain("Add a reference with the role image.");
  });

  it("costs the pictures wanted at their quality", () => {
    const of = (change: Parameters<typeof recipe>[0]) => quoteOf(recipe(change), SKETCH_CAPABILITIES);
    expect(of({ count: 3 })).toEqual({ leastMicros: 1_200n, mostMicros: 1_200n });
    expect(of({ controls: { aspectRatio: "1:1", quality: "final", settings: {} } }).mostMicros).toBe(2_000n);
  });
});

describe("settling a run", () => {
  const money = fc.bigInt({ min: 0n, max: 10n ** 12n });

  it("loses no money: what is not charged of a hold is released", () => {
    fc.assert(
      fc.property(
        money,
        fc.integer({ min: 1, max: 8 }),
        fc.nat({ max: 8 }),
        fc.option(money, { nil: null }),
        (heldMicros, count, some, costMicros) => {
          const { chargeMicros, releaseMicros } = settle({ heldMicros, count, made: some, costMicros });
          expect(chargeMicros >= 0n && releaseMicros >= 0n).toBe(true);
          expect(releaseMicros).toBe(heldMicros > chargeMicros ? heldMicros - chargeMicros : 0n);
          if (costMicros !== null) expect(chargeMicros).toBe(costMicros);
        },
      ),
    );
  });

  it("charges nothing for nothing and all for all", () => {
    expect(settle({ heldMicros: 900n, count: 3, made: 0, costMicros: null })).toEqual({ chargeMicros: 0n, releaseMicros: 900n });
    expect(settle({ heldMicros: 900n, count: 3, made: 2, costMicros: null })).toEqual({ chargeMicros: 600n, releaseMicros: 300n });
    expect(settle({ heldMicros: 900n, count: 3, made: 3, costMicros: null })).toEqual({ chargeMicros: 900n, releaseMicros: 0n });
  });

  it("never charges more than the hold for pictures nobody asked for", () => {
    expect(settle({ heldMicros: 900n, count: 3, made: 5, costMicros: null })).toEqual({ chargeMicros: 900n, releaseMicros: 0n });
  });
});

describe("patience with an engine", () => {
  it("grows with every fault up to half a minute, and outlasts a provider's restart", () => {
    const pauses = Array.from({ length: PATIENCE.mostFaults }, (_, index) => pauseAfterFaultMs(PATIENCE, index + 1));
    expect(pauses.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(Math.max(...pauses, pauseAfterFaultMs(PATIENCE, 5_000))).toBe(30_000);
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(8 * 60_000);
  });

  it("ends: after many faults in a row, and after two hours whatever the engine says", () => {
    const startedAt = new Date("2031-01-01T10:00:00Z");
    const at = (time: string, faults: number) => whyGiveUp(PATIENCE, { startedAt, faults, now: new Date(`2031-01-01T${time}Z`) });
    expect(at("10:05:00", PATIENCE.mostFaults - 1)).toBeNull();
    expect(at("10:05:00", PATIENCE.mostFaults)).toBe("engine-fault");
    expect(at("12:00:00", 0)).toBeNull();
    expect(at("12:00:01", 0)).toBe("timeout");
  });
});

describe("a look at the provider's list for an unknown run", () => {
  it("what is found is adopted; what is absent long after its submit never arrived; nothing else decides", () => {
    const old = { ageMs: 200_000, look: 2 };
    expect(stepAfterLook("found", { ageMs: 1, look: 0 })).toBe("adopt");
    expect(stepAfterLook("absent", old)).toBe("not-made");
    // A job may be listed late.
    expect(stepAfterLook("absent", { ageMs: 10_000, look: 0 })).toBe("look-again");
    expect(stepAfterLook("unclear", old)).toBe("look-again");
    expect(stepAfterLook("fault", old)).toBe("look-again");
    expect(stepAfterLook("unclear", { ageMs: 9e9, look: LOOK_AFTER_SECONDS.length - 1 })).toBe("ask-a-person");
  });
});

describe("turns", () => {
  it("give everybody one run a round, and let who comes later join the round being worked on", () => {
    expect(turnOf({ current: null, own: null })).toBe(0);
    expect(turnOf({ current: 7, own: null })).toBe(7);
    expect(turnOf({ current: 7, own: 40 })).toBe(41);
    expect(turnOf({ current: 7, own: 3 })).toBe(7);
  });

  it("come before any cell of a grid; a final run stands back where drafts go first, and never for ever", () => {
    expect(priorityOf(1_000_000, "final", true)).toBeGreaterThan(0);
    expect(priorityOf(3, "draft", true)).toBeGreaterThan(priorityOf(3, "final", true));
    expect(priorityOf(3, "draft", false)).toBe(priorityOf(3, "final", false));
    expect(priorityOf(3, "final", true)).toBeGreaterThan(priorityOf(9, "draft", true));
  });
});
