import type { Database } from "@/lib/db/client";
import { Provenance } from "@/lib/domain/asset/image";
import { ContentClasses } from "@/lib/domain/asset/unsafe";
import { LanePolicy, NO_POLICY, policyRefusal } from "@/lib/domain/lane/policy";
import { Quality } from "@/lib/domain/prompt/recipe";
import type { MarkableFile } from "@/lib/domain/publication/invisible-id";
import type { LaneTerms, PublishedFacts } from "@/lib/domain/publication/publish";
import type { LabelledFile } from "@/lib/domain/publication/visible-label";
import { builtInModels, entryOf } from "@/lib/engines/catalogue";
import { knownHere } from "../engine/overrides";
import { picturesBehind } from "./pictures-behind";
import type { AttemptSource, PublicationSource } from "./publication-source";

/** What decides whether this attempt may leave the studio, as it is now. */
export async function publishedFacts(db: Database, source: PublicationSource, attempt: AttemptSource, now: Date): Promise<PublishedFacts> {
  const { id, asset, variant } = attempt;
  return {
    laneKind: source.lane.kind,
    assetHash: asset.sha256,
    quality: variant ? Quality.parse(variant.run.quality) : null,
    terms: await laneTerms(db, source, variant?.run ?? null, now),
    look: asset.look ? { classes: ContentClasses.nullable().parse(asset.look.classes), isPosterOnly: asset.kind === "video" } : null,
    unsafeReason: "",
    pictures: await picturesBehind(db, attempt),
    publishedBefore: (await db.publication.count({ where: { attemptId: id } })) > 0,
  };
}

/** What decides whether an invisible id may be hidden in it. */
export function markableFile({ asset, variant }: AttemptSource): MarkableFile {
  const { mimeType, width, height } = asset;
  return { mimeType, width, height, isMadeHere: variant !== null, isUnmarked: variant !== null && leavesPixelsAlone(variant.run) };
}

/** What decides whether a label may be drawn into it. */
export function labelledFile({ asset }: AttemptSource): LabelledFile {
  const { mimeType, width, height } = asset;
  const { frames, hasC2pa } = Provenance.parse(asset.provenance);
  return { mimeType, width, height, frames, isCovered: hasC2pa };
}

/** Our own engines do; of a provider's the catalogue has to know it. */
function leavesPixelsAlone({ engineId, modelId }: { readonly engineId: string; readonly modelId: string }): boolean {
  const isOurs = builtInModels().some((model) => model.engineId === engineId && model.capabilities.modelId === modelId);
  const entry = entryOf(engineId, modelId);
  return isOurs || (entry?.watermark.value === "none" && entry.provenance.value?.length === 0);
}

/** The lane's rules about licence and place, held against what is known today of the engine that made the file. */
async function laneTerms(
  db: Database,
  { workspaceId, lane }: Pick<PublicationSource, "workspaceId" | "lane">,
  run: { readonly engineId: string; readonly modelId: string } | null,
  now: Date,
): Promise<LaneTerms> {
  const { regions, commercialUse } = LanePolicy.parse(lane.policy);
  const entry = run ? (await knownHere(db, workspaceId, run)).entry : undefined;
  const against = (part: Partial<LanePolicy>) => {
    if (!run) return null;
    return policyRefusal({ ...NO_POLICY, ...part }, { entry, eachMicros: 0n, today: now.toISOString() });
  };
  return {
    isMadeHere: run !== null,
    asksCommercialUse: commercialUse,
    asksRegion: regions.length > 0,
    againstLicence: against({ commercialUse }),
    againstResidency: against({ regions }),
  };
}
