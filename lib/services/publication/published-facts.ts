import type { Database } from "@/lib/db/client";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { MarkableFile } from "@/lib/domain/publication/invisible-id";
import type { PublishedFacts } from "@/lib/domain/publication/publish";
import { builtInModels, entryOf } from "@/lib/engines/catalogue";
import { picturesBehind } from "./pictures-behind";
import type { AttemptSource, PublicationSource } from "./publication-source";

/** What decides whether this attempt may leave the studio, as it is now. */
export async function publishedFacts(db: Database, source: PublicationSource, attempt: AttemptSource): Promise<PublishedFacts> {
  const { id, asset, variant } = attempt;
  return {
    laneKind: source.lane.kind,
    assetHash: asset.sha256,
    quality: variant ? Quality.parse(variant.run.quality) : null,
    pictures: await picturesBehind(db, attempt),
    publishedBefore: (await db.publication.count({ where: { attemptId: id } })) > 0,
  };
}

/** What decides whether an invisible id may be hidden in it. */
export function markableFile({ asset, variant }: AttemptSource): MarkableFile {
  const { mimeType, width, height } = asset;
  return { mimeType, width, height, isMadeHere: variant !== null, isUnmarked: variant !== null && leavesPixelsAlone(variant.run) };
}

/** Our own engines do; of a provider's the catalogue has to know it. */
function leavesPixelsAlone({ engineId, modelId }: { readonly engineId: string; readonly modelId: string }): boolean {
  const isOurs = builtInModels().some((model) => model.engineId === engineId && model.capabilities.modelId === modelId);
  const entry = entryOf(engineId, modelId);
  return isOurs || (entry?.watermark.value === "none" && entry.provenance.value?.length === 0);
}
