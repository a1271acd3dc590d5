import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { completeSettings, type Settings } from "@/lib/domain/engine/control";
import { previewRecipe } from "@/lib/domain/pattern/preview";
import { fill, type PatternValues } from "@/lib/domain/pattern/template";
import type { Recipe, ReferenceRole } from "@/lib/domain/prompt/recipe";
import { SKETCH_MODEL } from "@/lib/engines/catalogue/sketch";
import { usedVersion } from "./fill-version";

const Report = z.object({ scene: z.json() });

/** What a worker needs to paint a preview; references by content. */
export interface PreviewOrder {
  readonly recipe: Recipe;
  readonly settings: Settings;
  readonly references: readonly {
    readonly role: ReferenceRole;
    readonly weight: number;
    readonly sha256: string;
    readonly mimeType: string;
    readonly scene?: z.infer<typeof Report>["scene"];
  }[];
}

/** A version filled with values, as the draft engine is asked for it. A reference that is gone is left out: it is a preview. */
export async function previewOrder(db: Database, workspaceId: string, versionId: string, values: PatternValues): Promise<PreviewOrder> {
  const { template, references } = await usedVersion(db, workspaceId, versionId);
  const recipe = previewRecipe(fill(template, references, values), SKETCH_MODEL);
  const assets = await db.asset.findMany({
    where: { workspaceId, deletedAt: null, id: { in: recipe.references.map(({ assetId }) => assetId) } },
    select: {
      id: true,
      sha256: true,
      mimeType: true,
      variants: { select: { report: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 1 },
    },
  });
  return {
    recipe,
    settings: completeSettings(SKETCH_MODEL.capabilities.settings, recipe.controls.settings),
    references: recipe.references.flatMap(({ assetId, role, weight }) => {
      const asset = assets.find(({ id }) => id === assetId);
      if (!asset) return [];
      const { scene = null } = Report.safeParse(asset.variants[0]?.report).data ?? {};
      return [{ role, weight, sha256: asset.sha256, mimeType: asset.mimeType, ...(scene === null ? {} : { scene }) }];
    }),
  };
}
