import { db } from "@/lib/db/client";
import { Template } from "@/lib/domain/pattern/template";
import type { LabelName, PatternView, VersionDraft } from "@/lib/domain/pattern/view";
import type { Quality } from "@/lib/domain/prompt/recipe";
import { createLibrary } from "@/lib/services/library/create-library";
import { promote } from "@/lib/services/pattern/promote";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { aVariant } from "./factory";
import { recipe } from "./recipes";
import type { Studio } from "./studio";

/** A version that says the same of any `{subject}`, or what it is told to. */
export function aVersion(change: object = {}, note = ""): VersionDraft {
  const { references, ...base } = recipe({ text: "{subject} at dusk, gouache" });
  const subject = { name: "subject", default: null, examples: ["a lone sailboat"] };
  return { template: Template.parse({ ...base, variables: [subject], ...change }), references, note };
}

/** A version with one variable that must be given. */
export function versionDraft(text = "{subject} at dusk, gouache", quality: Quality = "draft"): VersionDraft {
  return aVersion({ text, controls: { ...recipe().controls, quality } }, "Other words.");
}

interface Promoted {
  readonly name: string;
  readonly quality?: Quality;
  readonly version?: VersionDraft;
  /** One of its own without. */
  readonly libraryId?: string;
  /** The studio's operator without. */
  readonly author?: Studio["people"]["operator"];
}

/** A pattern on a shelf, promoted from a picture nobody had to paint. */
export async function aPattern(
  studio: Studio,
  { name, quality, libraryId, version, author = studio.people.operator }: Promoted,
): Promise<PatternView> {
  const { lead } = studio.people;
  const shelf = libraryId ?? (await createLibrary(lead, { name: `${name} shelf` })).id;
  const variant = await aVariant(studio);
  await chooseVariants(author, { choices: [{ variantId: variant.id, flag: "pick" }] });
  return promote(author, { libraryId: shelf, variantId: variant.id, name, version: version ?? versionDraft(undefined, quality) });
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
