import type { Database } from "@/lib/db/client";
import { AssetRights } from "@/lib/domain/asset/rights";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { PublishedFacts } from "@/lib/domain/publication/publish";
import type { AttemptSource, PublicationSource } from "./publication-source";

/** What decides whether this attempt may leave the studio, as it is now. */
export async function publishedFacts(
  db: Database,
  source: PublicationSource,
  { id, asset, variant }: AttemptSource,
): Promise<PublishedFacts> {
  const pictures = [asset, ...(variant?.prompt.references.map((reference) => reference.asset) ?? [])];
  return {
    laneKind: source.lane.kind,
    assetHash: asset.sha256,
    quality: variant ? Quality.parse(variant.run.quality) : null,
    rights: pictures.map(({ rights }) => AssetRights.parse(rights)),
    publishedBefore: (await db.publication.count({ where: { attemptId: id } })) > 0,
  };
}
