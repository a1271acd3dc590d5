import { db } from "@/lib/db/client";
import type { LabelName, PatternView, VersionDraft } from "@/lib/domain/pattern/view";
import type { Quality } from "@/lib/domain/prompt/recipe";
import { createLibrary } from "@/lib/services/library/create-library";
import { promote } from "@/lib/services/pattern/promote";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { aVariant } from "./factory";
import { recipe } from "./recipes";
import type { Studio } from "./studio";

/** A version with one variable that must be given. */
export function versionDraft(text = "{subject} at dusk, gouache", quality: Quality = "draft"): VersionDraft {
  const { model, controls, seeds, count } = recipe();
  const variables = [{ name: "subject", default: null, examples: ["a lone sailboat"] }];
  return { template: { text, negative: "", variables, model, controls: { ...controls, quality }, seeds, count }, references: [], note: "" };
}

/** A pattern promoted from a pick, in a library of its own. */
export async function aPattern(studio: Studio, { name, quality = "draft" }: { name: string; quality?: Quality }): Promise<PatternView> {
  const { lead, operator } = studio.people;
  const { id: libraryId } = await createLibrary(lead, { name: `${name} shelf` });
  const variant = await aVariant(studio);
  await chooseVariants(operator, { choices: [{ variantId: variant.id, flag: "pick" }] });
  return promote(operator, { libraryId, variantId: variant.id, name, version: versionDraft(undefined, quality) });
}

/** Points a label at a version, whatever stands in the way of it. */
export async function label(pattern: PatternView, name: LabelName, number: number): Promise<void> {
  const versionId = pattern.versions.find((version) => version.number === number)?.id ?? "";
  await db().patternLabel.upsert({
    where: { patternId_name: { patternId: pattern.id, name } },
    create: { patternId: pattern.id, name, versionId },
    update: { versionId },
  });
}
