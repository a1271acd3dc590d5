import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { PublishedCredentials } from "@/lib/domain/publication/credentials";
import { Disclosure } from "@/lib/domain/publication/disclosure";
import { type PublicationView, publicationState } from "@/lib/domain/publication/view";
import { videoColumns, videoShape } from "../asset/asset-view";

export const publicationInclude = {
  card: { select: { title: true, projectId: true } },
  attempt: { select: { asset: { select: { id: true, thumbHash: true, width: true, height: true, ...videoColumns } } } },
  publishedBy: { select: { id: true, displayName: true } },
} as const satisfies Prisma.PublicationInclude;

export type PublicationRow = Prisma.PublicationGetPayload<{ include: typeof publicationInclude }>;

export function publicationView(row: PublicationRow): PublicationView {
  const { asset } = row.attempt;
  return {
    id: row.id,
    cardId: row.cardId,
    cardTitle: row.card.title,
    projectId: row.card.projectId,
    state: publicationState(row),
    failure: publicationState(row) === "failed" ? row.failureReason : null,
    disclosure: Disclosure.parse(row.disclosure),
    assetId: row.assetId,
    sourceAssetId: asset.id,
    thumbHash: asset.thumbHash,
    video: videoShape(asset),
    width: asset.width,
    height: asset.height,
    sourceHash: row.sourceHash,
    publishedHash: row.publishedHash,
    credentials: row.credentials === null ? null : PublishedCredentials.parse(row.credentials),
    publishedBy: { id: row.publishedBy.id, name: row.publishedBy.displayName },
    publishedAt: row.createdAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    version: row.version,
  };
}

export const noSuchPublication = () => new AppError("NOT_FOUND", "This publication does not exist.");

export async function loadPublication(db: Database, workspaceId: string, id: string): Promise<PublicationRow> {
  const row = await db.publication.findFirst({ where: { id, workspaceId }, include: publicationInclude });
  if (!row) throw noSuchPublication();
  return row;
}
