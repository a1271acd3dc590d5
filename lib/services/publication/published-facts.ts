import type { Database } from "@/lib/db/client";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { PublishedFacts } from "@/lib/domain/publication/publish";
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
