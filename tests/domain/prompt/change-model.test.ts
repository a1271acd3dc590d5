import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelCapabilities } from "@/lib/domain/engine/capabilities";
import { newReference, onModel, rolesFor } from "@/lib/domain/prompt/change-model";
import type { Reference } from "@/lib/domain/prompt/recipe";
import { refusalOf } from "@/lib/domain/run/plan";
import { SKETCH_CAPABILITIES } from "@/lib/engines/sketch/capabilities";
import { SKETCH_MOTION_CAPABILITIES } from "@/lib/engines/sketch/motion/capabilities";
import { anyRecipe, recipe } from "../../support/recipes";

const [ONE, OTHER] = ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"] as const;
const EDIT: ModelCapabilities = {
  ...SKETCH_CAPABILITIES,
  modelId: "an-edit",
  category: "image.edit",
  aspectRatios: [],
  negative: false,
  maxVariants: 2,
  referenceRoles: ["image", "mask"],
  requiredReferences: ["image"],
  maxReferences: 2,
  settings: [{ kind: "toggle", key: "keep", label: "Keep", default: true }],
};
const on = (given: ReturnType<typeof recipe>, capabilities = EDIT) => onModel(given, { engineId: "sketch", capabilities });

describe("a recipe on another model", () => {
  it("holds nothing the model refuses, except what it has too little of", () => {
    fc.assert(
      fc.property(anyRecipe, (given) => {
        const moved = on(given);
        const refusal = refusalOf(moved, EDIT);
        if (moved.text.trim() === "") expect(refusal).toBe("Write a prompt first.");
        else if (given.references.every(({ role }) => role === "mask" || role === "motion"))
          expect(refusal).toContain("needs a picture to work on");
        else expect(refusal).toBeNull();
        expect(moved.text).toBe(given.text);
        expect(on(moved)).toEqual(moved);
      }),
    );
  });

  it("makes the picture that guided it the picture that is worked on, in full", () => {
    const guided = recipe({ references: [{ assetId: ONE, role: "style", weight: 0.6 }], count: 4 });
    expect(on(guided)).toMatchObject({ references: [{ assetId: ONE, role: "image", weight: 1 }], count: 2 });
  });

  it("keeps what fits as it is", () => {
    const masked = recipe({
      references: [
        { assetId: ONE, role: "image", weight: 0.6 },
        { assetId: OTHER, role: "mask", weight: 0.5 },
      ],
      controls: { aspectRatio: "4:5", quality: "final", settings: { keep: false, duration: 4 } },
    });
    expect(on(masked)).toMatchObject({
      references: [
        { assetId: ONE, role: "image", weight: 1 },
        { assetId: OTHER, role: "mask", weight: 0.5 },
      ],
      controls: { quality: "final", settings: { keep: false } },
    });
  });
});

const THIRD = "0190b7a4-7b1c-7a3e-8f00-000000000003";
const picture = (id: string) => ({ id, kind: "image" }) as const;

describe("a new picture", () => {
  it("is first what the model cannot do without, then what it guides by", () => {
    expect(newReference(picture(ONE), { references: [] }, EDIT)).toEqual({ assetId: ONE, role: "image", weight: 1 });
    const given = [{ assetId: ONE, role: "image" as const, weight: 1 }];
    expect(newReference(picture(OTHER), { references: given }, EDIT)).toMatchObject({ assetId: OTHER, role: "mask" });
    expect(newReference(picture(ONE), { references: [] }, SKETCH_CAPABILITIES)).toEqual({ assetId: ONE, role: "style", weight: 0.6 });
  });

  it("of a clip is its start frame, the next its end frame, and only then an image", () => {
    const references: Reference[] = [];
    for (const id of [ONE, OTHER, THIRD]) {
      const next = newReference(picture(id), { references }, SKETCH_MOTION_CAPABILITIES);
      if (next) references.push(next);
    }
    expect(references.map(({ role, weight }) => [role, weight])).toEqual([
      ["start-frame", 1],
      ["end-frame", 1],
      ["image", 0.6],
    ]);
  });

  it("a video lends its motion where the model has that, and does nothing else", () => {
    const video = { id: ONE, kind: "video" } as const;
    expect(newReference(video, { references: [] }, SKETCH_MOTION_CAPABILITIES)).toBeNull();
    const moving = { ...SKETCH_MOTION_CAPABILITIES, referenceRoles: ["start-frame", "motion"] as const };
    expect(newReference(video, { references: [] }, moving)).toEqual({ assetId: ONE, role: "motion", weight: 1 });
    expect(newReference(picture(ONE), { references: [] }, moving)?.role).toBe("start-frame");
    const led = { ...moving, referenceRoles: ["image", "motion"] as const, requiredReferences: ["image", "motion"] as const };
    const one = newReference(picture(ONE), { references: [] }, led);
    expect([one?.role, newReference(picture(OTHER), { references: one ? [one] : [] }, led)?.role]).toEqual(["image", "style"]);
    const styled = recipe({ references: [ONE, OTHER].map((assetId) => ({ assetId, role: "style", weight: 0.6 })) });
    expect(on(styled, led).references.map(({ role }) => role)).toEqual(["image", "image"]);
    expect(on(recipe({ references: [{ assetId: ONE, role: "motion", weight: 1 }] })).references).toEqual([]);
    expect([rolesFor("video", moving.referenceRoles), rolesFor("image", moving.referenceRoles)]).toEqual([["motion"], ["start-frame"]]);
  });
});
