import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recipe } from "@/lib/domain/prompt/recipe";
import { partsThatDiffer, readParts, settingOfPart, takePart, takeParts } from "@/lib/domain/prompt/recipe-parts";
import { anyRecipe, recipe } from "../../support/recipes";

const elsewhere = (one: Recipe): Recipe => ({ ...one, model: { engineId: "fal", modelId: "flux", revision: "2" } });
const onAnyModel = fc.tuple(anyRecipe, fc.boolean()).map(([one, isElsewhere]) => (isElsewhere ? elsewhere(one) : one));

describe("the parts of a recipe", () => {
  it("taken all, make the draft the recipe, in whatever order", () => {
    fc.assert(
      fc.property(onAnyModel, onAnyModel, fc.infiniteStream(fc.nat()), (draft, shown, order) => {
        const shuffled = [...partsThatDiffer(draft, shown)]
          .map((part) => ({ part, at: order.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ part }) => part);
        expect(takeParts(draft, shown, shuffled)).toEqual(shown);
      }),
    );
  });

  it("taken one by one, change that one and no other", () => {
    fc.assert(
      fc.property(onAnyModel, onAnyModel, (draft, shown) => {
        for (const part of partsThatDiffer(draft, shown)) {
          const taken = takePart(draft, shown, part);
          const isOtherModel = part === "model" && draft.model.modelId !== shown.model.modelId;
          // With another model its settings come along, and are no parts of their own until then.
          const changed = partsThatDiffer(draft, taken).filter((other) => !isOtherModel || settingOfPart(other) === null);
          expect(changed).toEqual([part]);
          expect(partsThatDiffer(taken, shown).filter((left) => settingOfPart(left) === null)).toEqual(
            partsThatDiffer(draft, shown).filter((left) => left !== part && settingOfPart(left) === null),
          );
        }
      }),
    );
  });

  it("are none between a recipe and itself, and go back the way they came", () => {
    fc.assert(
      fc.property(onAnyModel, onAnyModel, (draft, shown) => {
        const parts = partsThatDiffer(draft, shown);
        expect(partsThatDiffer(draft, draft)).toEqual([]);
        expect(takeParts(takeParts(draft, shown, parts), draft, parts)).toEqual(draft);
      }),
    );
  });

  it("a reference's weight or role is a difference, and a setting left out is at its default", () => {
    const reference = { assetId: "0199f3a0-0000-7000-8000-0000000000aa", role: "style" as const, weight: 0.6 };
    const settings = { duration: 4 };
    const draft = recipe({ references: [reference] });
    const shown = recipe({ references: [{ ...reference, weight: 0.7 }], controls: { ...draft.controls, settings } });
    expect(partsThatDiffer(draft, shown)).toEqual(["references", "setting:duration"]);
    expect(takePart(shown, draft, "setting:duration").controls.settings).toEqual({});
  });

  it("are read from an address, what is none being left out", () => {
    expect(readParts("text,seeds,setting:duration,constructor,setting:,")).toEqual(["text", "seeds", "setting:duration"]);
  });
});
