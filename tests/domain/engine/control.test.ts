import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Control,
  completeSettings,
  defaultSettings,
  fittingSettings,
  refusalOfSettings,
  Settings,
  settingText,
} from "@/lib/domain/engine/control";

const duration: Control = { kind: "number", key: "duration", label: "Duration", min: 2, max: 8, step: 0.5, unit: "s", default: 4 };
const camera: Control = {
  kind: "choice",
  key: "camera",
  label: "Camera",
  options: [
    { value: "static", label: "Static" },
    { value: "pan-left", label: "Pan left" },
  ],
  default: "static",
};
const loop: Control = { kind: "toggle", key: "loop", label: "Loop", default: false };
const controls = [duration, camera, loop];

describe("the settings of a model", () => {
  it("at their defaults are taken, and unnamed ones are at their defaults", () => {
    expect(refusalOfSettings(controls, defaultSettings(controls))).toBeNull();
    expect(completeSettings(controls, { camera: "pan-left" })).toEqual({ duration: 4, camera: "pan-left", loop: false });
  });

  it("are refused with a sentence that says what there is", () => {
    const refusal = (settings: Settings) => refusalOfSettings(controls, settings);
    expect(refusal({ duration: 1.5 })).toBe("Duration must be between 2 and 8 s.");
    expect(refusal({ duration: "4" })).toBe("Duration must be between 2 and 8 s.");
    expect(refusal({ duration: 4.3 })).toBe("Duration goes in steps of 0.5 s.");
    expect(refusal({ camera: "orbit" })).toBe("Camera can be Static or Pan left.");
    expect(refusal({ loop: "yes" })).toBe("Loop is either on or off.");
    expect(refusal({ fps: 24 })).toContain("no setting “fps”");
  });

  it("take every whole step of a range, whatever binary fractions make of it", () => {
    const range = fc.record({
      min: fc.integer({ min: -50, max: 50 }),
      steps: fc.integer({ min: 1, max: 400 }),
      tenths: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(range, fc.nat(400), ({ min, steps, tenths }, at) => {
        const step = tenths / 10;
        const control: Control = { ...duration, kind: "number", min, max: min + steps * step + 1e-9, step, default: min };
        expect(refusalOfSettings([control], { duration: min + Math.min(at, steps) * step })).toBeNull();
        expect(refusalOfSettings([control], { duration: min + Math.min(at, steps) * step + step / 2 })).not.toBeNull();
      }),
    );
  });

  it("keep what fits when the model changes, and lose the rest", () => {
    expect(fittingSettings(controls, { duration: 20, camera: "pan-left", fps: 24 })).toEqual({ camera: "pan-left" });
  });

  it("are bounded in number and in size", () => {
    expect(Settings.safeParse(Object.fromEntries(Array.from({ length: 33 }, (_, k) => [`k${k}`, k]))).success).toBe(false);
    expect(Settings.safeParse({ camera: "x".repeat(201) }).success).toBe(false);
    expect(Settings.safeParse({ "no spaces": 1 }).success).toBe(false);
    expect(Settings.safeParse({ duration: Number.POSITIVE_INFINITY }).success).toBe(false);
  });

  it("read as words", () => {
    expect([settingText(duration, 4), settingText(camera, "pan-left"), settingText(loop, true)]).toEqual(["4 s", "Pan left", "on"]);
  });
});
