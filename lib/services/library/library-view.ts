import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import { mayCurateShelf, mayUseShelf, ShelfAccess } from "@/lib/domain/pattern/shelf-access";
import { Template } from "@/lib/domain/pattern/template";
import type { Deprecation, LabelName, LibraryHead, LibraryView, PatternPicture, PatternSummary } from "@/lib/domain/pattern/view";

export const picture = { select: { id: true, thumbHash: true, width: true, height: true } } as const;

export const deprecationSelect = {
  deprecatedAt: true,
  deprecation: true,
  successor: { select: { id: true, name: true, slug: true, library: { select: { name: true } } } },
} as const satisfies Prisma.PatternSelect;

export const summaryInclude = {
  labels: { select: { name: true, patternVersion: { select: { number: true } } } },
  versions: {
    orderBy: { number: "desc" },
    select: { number: true, template: true, sourceVariant: { select: { asset: picture } } },
  },
  cover: picture,
  successor: deprecationSelect.successor,
} as const satisfies Prisma.PatternInclude;

type SummaryRow = Prisma.PatternGetPayload<{ include: typeof summaryInclude }>;

type PictureRow = { id: string; thumbHash: string; width: number; height: number };
export const pictureView = (asset: PictureRow): PatternPicture => ({
  assetId: asset.id,
  thumbHash: asset.thumbHash,
  width: asset.width,
  height: asset.height,
});

type Faces = { cover: PictureRow | null; versions: readonly { sourceVariant: { asset: PictureRow } | null }[] };

/** The picture a pattern was promoted from is its face until somebody chooses another. */
export function coverOf({ cover, versions }: Faces): PatternPicture | null {
  const face = cover ?? versions.find((version) => version.sourceVariant)?.sourceVariant?.asset;
  return face ? pictureView(face) : null;
}

type DeprecationRow = Prisma.PatternGetPayload<{ select: typeof deprecationSelect }>;

export function deprecationOf({ deprecatedAt, deprecation, successor }: DeprecationRow): Deprecation | null {
  if (!deprecatedAt) return null;
  return {
    at: deprecatedAt.toISOString(),
    reason: deprecation,
    successor: successor && { id: successor.id, name: successor.name, slug: successor.slug, libraryName: successor.library.name },
  };
}

export function patternSummary(pattern: SummaryRow): PatternSummary {
  const [newest] = pattern.versions;
  if (!newest) throw new Error(`pattern ${pattern.id} has no version`);
  return {
    id: pattern.id,
    libraryId: pattern.libraryId,
    name: pattern.name,
    slug: pattern.slug,
    purpose: pattern.purpose,
    tags: pattern.tags,
    cover: coverOf(pattern),
    versions: pattern.versions.length,
    model: Template.parse(newest.template).model,
    labels: labelNumbers(pattern.labels),
    deprecated: deprecationOf(pattern),
    version: pattern.version,
    createdAt: pattern.createdAt.toISOString(),
  };
}

export function labelNumbers(labels: SummaryRow["labels"]): Partial<Record<LabelName, number>> {
  return Object.fromEntries(labels.map((label) => [label.name, label.patternVersion.number]));
}

/** As its curators ordered it; what was never moved stands in front, the newest first. */
export const IN_SHELF_ORDER = [{ position: "asc" }, { id: "desc" }] as const satisfies Prisma.PatternOrderByWithRelationInput[];

export const libraryInclude = {
  patterns: { where: { archivedAt: null }, orderBy: [...IN_SHELF_ORDER], include: summaryInclude },
} as const satisfies Prisma.StyleLibraryInclude;

type LibraryRow = Prisma.StyleLibraryGetPayload<{ include: typeof libraryInclude }>;

type HeadRow = Pick<LibraryRow, "id" | "name" | "slug" | "description" | "access" | "version">;

/** What is said of a shelf whatever is shown of it; what somebody may do is said for them. */
export function libraryHead(library: HeadRow, actor: Actor, best: readonly PatternPicture[]): LibraryHead {
  const { id, name, slug, description, version } = library;
  const access = ShelfAccess.parse(library.access);
  return {
    id,
    name,
    slug,
    description,
    access,
    mayUse: mayUseShelf(access, actor),
    mayCurate: mayCurateShelf(access, actor),
    version,
    best: [...best],
  };
}

/** A shelf with all that stands on it. */
export function libraryView(library: LibraryRow, actor: Actor, best: readonly PatternPicture[]): LibraryView {
  return { ...libraryHead(library, actor, best), patterns: library.patterns.map(patternSummary) };
}

const BEST = 5;

/** The best of what was made with each shelf's patterns: picked, and of those the highest rated. */
export async function bestPictures(db: Database, workspaceId: string): Promise<ReadonlyMap<string, readonly PatternPicture[]>> {
  const rows = await db.$queryRaw<(PictureRow & { libraryId: string })[]>`
    SELECT * FROM (
      SELECT pattern."libraryId", asset."id", asset."thumbHash", asset."width", asset."height",
        row_number() OVER (PARTITION BY pattern."libraryId" ORDER BY variant."rating" DESC, variant."id" DESC) AS "place"
      FROM "Variant" variant
      JOIN "Prompt" prompt ON prompt."id" = variant."promptId"
      JOIN "PatternVersion" version ON version."id" = prompt."patternVersionId"
      JOIN "Pattern" pattern ON pattern."id" = version."patternId" AND pattern."archivedAt" IS NULL
      JOIN "Asset" asset ON asset."id" = variant."assetId" AND asset."deletedAt" IS NULL
      WHERE pattern."workspaceId" = ${workspaceId}::uuid AND variant."flag" = 'pick'
    ) ranked WHERE "place" <= ${BEST} ORDER BY "libraryId", "place"`;
  const best = new Map<string, PatternPicture[]>();
  for (const row of rows) best.set(row.libraryId, [...(best.get(row.libraryId) ?? []), pictureView(row)]);
  return best;
}

export async function loadLibrary(db: Database, actor: Actor, libraryId: string): Promise<LibraryView> {
  const [library, best] = await Promise.all([
    db.styleLibrary.findUniqueOrThrow({ where: { id: libraryId }, include: libraryInclude }),
    bestPictures(db, actor.workspaceId),
  ]);
  return libraryView(library, actor, best.get(libraryId) ?? []);
}

export async function takenSlugs(tx: Database, workspaceId: string, noun: "library" | "pattern"): Promise<ReadonlySet<string>> {
  const where = { workspaceId };
  const select = { slug: true } as const;
  const rows = noun === "library" ? await tx.styleLibrary.findMany({ where, select }) : await tx.pattern.findMany({ where, select });
  return new Set(rows.map((row) => row.slug));
}
