import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { LabelName, LibraryView, PatternSummary } from "@/lib/domain/pattern/view";

const picture = { select: { id: true, thumbHash: true, width: true, height: true } } as const;

export const summaryInclude = {
  labels: { select: { name: true, patternVersion: { select: { number: true } } } },
  versions: { orderBy: { number: "desc" }, select: { number: true, sourceVariant: { select: { asset: picture } } } },
} as const satisfies Prisma.PatternInclude;

type SummaryRow = Prisma.PatternGetPayload<{ include: typeof summaryInclude }>;

type PictureRow = { id: string; thumbHash: string; width: number; height: number };
export const pictureView = (asset: PictureRow) => ({
  assetId: asset.id,
  thumbHash: asset.thumbHash,
  width: asset.width,
  height: asset.height,
});

/** The picture a pattern was promoted from is its face until a lead chooses another. */
export function patternSummary(pattern: SummaryRow): PatternSummary {
  const face = pattern.versions.find((version) => version.sourceVariant)?.sourceVariant;
  return {
    id: pattern.id,
    libraryId: pattern.libraryId,
    name: pattern.name,
    slug: pattern.slug,
    purpose: pattern.purpose,
    cover: face ? pictureView(face.asset) : null,
    versions: pattern.versions.length,
    labels: labelNumbers(pattern.labels),
    version: pattern.version,
    createdAt: pattern.createdAt.toISOString(),
  };
}

export function labelNumbers(labels: SummaryRow["labels"]): Partial<Record<LabelName, number>> {
  return Object.fromEntries(labels.map((label) => [label.name, label.patternVersion.number]));
}

export const libraryInclude = {
  patterns: { where: { archivedAt: null }, orderBy: { id: "desc" }, include: summaryInclude },
} as const satisfies Prisma.StyleLibraryInclude;

type LibraryRow = Prisma.StyleLibraryGetPayload<{ include: typeof libraryInclude }>;

export function libraryView(library: LibraryRow): LibraryView {
  return {
    id: library.id,
    name: library.name,
    slug: library.slug,
    description: library.description,
    version: library.version,
    patterns: library.patterns.map(patternSummary),
  };
}

export async function takenSlugs(tx: Database, workspaceId: string, noun: "library" | "pattern"): Promise<ReadonlySet<string>> {
  const where = { workspaceId };
  const select = { slug: true } as const;
  const rows = noun === "library" ? await tx.styleLibrary.findMany({ where, select }) : await tx.pattern.findMany({ where, select });
  return new Set(rows.map((row) => row.slug));
}
