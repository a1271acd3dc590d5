import type { Database } from "@/lib/db/client";
import { AssetRights } from "@/lib/domain/asset/rights";
import { pathTo } from "@/lib/domain/prompt/lineage";
import type { PublishCheck } from "@/lib/domain/publication/checklist";
import { digitalSourceOf } from "@/lib/domain/publication/digital-source";
import type { Disclosure } from "@/lib/domain/publication/disclosure";
import { invisibleIdOf } from "@/lib/domain/publication/invisible-id";
import type { Ancestor, PublicationRecord } from "@/lib/domain/publication/record";
import { publishWarnings, type SourcePicture } from "@/lib/domain/publication/sources";
import type { VisibleLabel } from "@/lib/domain/publication/visible-label";
import type { Attempt, ReviewCard } from "@/lib/domain/review/card";
import { isAcceptable } from "@/lib/domain/review/defect";
import { stagesOf } from "@/lib/domain/review/stage";
import { catalogueModel } from "@/lib/engines/catalogue";
import { recipeOf } from "../prompt/prompt-view";
import { chargedFor, runsOfCard } from "../review/card-cost";
import { loadNames, type Names, peopleOf } from "../review/names";
import type { AttemptSource, PublicationSource } from "./publication-source";

export interface Publishing {
  readonly publicationId: string;
  readonly source: PublicationSource;
  readonly card: ReviewCard;
  readonly attempt: AttemptSource;
  /** The file itself and every picture behind it. */
  readonly pictures: readonly SourcePicture[];
  readonly disclosure: Disclosure;
  readonly invisibleId: boolean;
  readonly visibleLabel: VisibleLabel | null;
  readonly altText: string | null;
  readonly checks: readonly PublishCheck[];
  readonly publishedById: string;
  readonly now: Date;
}

/** Writes down everything about a release, from the rows of this moment. */
export async function buildRecord(db: Database, publishing: Publishing): Promise<PublicationRecord> {
  const { source, card, attempt, pictures, disclosure, now } = publishing;
  const names = await loadNames(db, source.workspaceId, [publishing.publishedById, ...peopleOf(card)]);
  const publisher = names.person(publishing.publishedById);
  const lineage = await lineageOf(db, attempt);
  const at = now.toISOString();
  const { id: assetId, fileName, mimeType, sha256, width, height } = attempt.asset;
  return {
    schemaVersion: 1,
    publicationId: publishing.publicationId,
    workspace: { id: source.workspace.id, name: source.workspace.name },
    project: source.project,
    published: { by: publisher, at },
    disclosure: { ...disclosure, decidedBy: publisher, decidedAt: at },
    source: { assetId, fileName, mimeType, sha256, width, height },
    digitalSourceType: sourceTypeOf(attempt),
    invisibleId: publishing.invisibleId ? invisibleIdOf(publishing.publicationId) : null,
    altText: publishing.altText,
    visibleLabel: publishing.visibleLabel,
    making: makingOf(attempt, lineage),
    sources: pictures.map(({ origin: _, ...picture }) => picture),
    checks: [...publishing.checks],
    warnings: [...publishWarnings(pictures, now)],
    card: {
      id: source.id,
      title: card.title,
      goal: card.goal,
      acceptableDefects: [...card.acceptableDefects],
      owner: names.person(card.ownerId ?? card.createdById),
      lane: { id: source.lane.id, name: source.lane.name },
      retryLimit: card.retryLimit ?? 0,
      retriesUsed: card.retriesUsed,
      waivedRetries: card.waivedRetries,
    },
    attempts: card.attempts.map((each, index) => recordedAttempt(each, source.attempts[index]?.createdAt ?? now, card, names)),
    cost: await costOf(db, source, lineage),
  };
}

async function lineageOf(db: Database, { variant }: AttemptSource): Promise<Ancestor[]> {
  if (!variant) return [];
  const nodes = await db.prompt.findMany({
    where: { boardId: variant.prompt.boardId },
    select: { id: true, parentId: true, text: true, createdAt: true },
  });
  const path = pathTo(new Map(nodes.map((node) => [node.id, node])), variant.prompt.id);
  return path.map(({ id, text, createdAt }) => ({ promptId: id, text, createdAt: createdAt.toISOString() }));
}

function sourceTypeOf({ variant }: AttemptSource): PublicationRecord["digitalSourceType"] {
  if (!variant) return null;
  const model = catalogueModel(variant.run.engineId, variant.run.modelId);
  const { references } = recipeOf({ ...variant.prompt, references: referenceRows(variant.prompt.references) });
  return model
    ? digitalSourceOf(
        model.digitalSourceType,
        references.map(({ role }) => role),
      )
    : null;
}

type ReferenceSource = NonNullable<AttemptSource["variant"]>["prompt"]["references"];

const referenceRows = (references: ReferenceSource) => references.map(({ asset, role, weight }) => ({ assetId: asset.id, role, weight }));

function makingOf({ variant }: AttemptSource, lineage: Ancestor[]): PublicationRecord["making"] {
  if (!variant) return null;
  const { prompt, run } = variant;
  return {
    promptId: prompt.id,
    runId: run.id,
    variantId: variant.id,
    seed: Number(variant.seed),
    recipe: recipeOf({ ...prompt, references: referenceRows(prompt.references) }),
    engine: { engineId: run.engineId, modelId: run.modelId, revision: run.modelRevision },
    references: prompt.references.map(({ role, weight, asset }) => ({
      assetId: asset.id,
      fileName: asset.fileName,
      sha256: asset.sha256,
      role,
      weight,
      rights: AssetRights.parse(asset.rights),
    })),
    lineage,
  };
}

function recordedAttempt(attempt: Attempt, submittedAt: Date, card: ReviewCard, names: Names): PublicationRecord["attempts"][number] {
  const { decision } = attempt;
  const stages = stagesOf(card);
  return {
    number: attempt.number,
    status: attempt.status,
    contentHash: attempt.contentHash,
    viaFallback: attempt.viaFallback,
    submittedBy: names.person(attempt.submittedById),
    submittedAt: submittedAt.toISOString(),
    decision: decision && { by: names.person(decision.byId), at: decision.at.toISOString(), note: decision.note },
    votes: attempt.votes.map(({ stage, byId, verdict, note, at }) => ({
      stage: stages[stage]?.name ?? "Owner",
      by: names.person(byId),
      verdict,
      note,
      at,
    })),
    defects: attempt.defects.map(({ kind, severity, note, x, y, outline, during, foundById, waiver }) => ({
      kind,
      severity,
      note,
      x,
      y,
      outline,
      during,
      foundBy: names.person(foundById),
      acceptable: isAcceptable({ kind, severity }, card.acceptableDefects),
      waiver: waiver && { by: names.person(waiver.waivedById), reason: waiver.reason },
    })),
  };
}

async function costOf(db: Database, source: PublicationSource, lineage: readonly Ancestor[]): Promise<PublicationRecord["cost"]> {
  const ofLineage = await db.run.findMany({
    where: { promptId: { in: lineage.map(({ promptId }) => promptId) } },
    select: { id: true },
  });
  const runs = [...new Set([...ofLineage.map(({ id }) => id), ...(await runsOfCard(db, source.id))])];
  return { currency: source.workspace.currency, totalMicros: (await chargedFor(db, runs)).toString(), runs: runs.length };
}
