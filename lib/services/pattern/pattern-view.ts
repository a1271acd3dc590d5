import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { TemplateDraft } from "@/lib/domain/pattern/draft";
import { mayCurateShelf, mayUseShelf, ShelfAccess } from "@/lib/domain/pattern/shelf-access";
import { Template } from "@/lib/domain/pattern/template";
import type { PatternDraftView, PatternName, PatternPicture, PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { coverOf, deprecationOf, deprecationSelect, labelNumbers, picture, pictureView } from "../library/library-view";
import { referenceInclude, referenceView } from "../prompt/prompt-view";

const USED_BY = 24;
const COVERS = 24;

export const versionInclude = {
  references: referenceInclude,
  createdBy: { select: { displayName: true } },
  labels: { select: { name: true } },
  sourceVariant: { select: { asset: picture } },
} as const satisfies Prisma.PatternVersionInclude;

export type VersionRow = Prisma.PatternVersionGetPayload<{ include: typeof versionInclude }>;

export function versionView(version: VersionRow): PatternVersionView {
  return {
    id: version.id,
    number: version.number,
    template: Template.parse(version.template),
    references: version.references.map(referenceView),
    note: version.note,
    author: version.createdBy.displayName,
    sourceVariantId: version.sourceVariantId,
    createdAt: version.createdAt.toISOString(),
    labels: z.array(z.enum(["candidate", "production"])).parse(version.labels.map((label) => label.name)),
  };
}

const named = { select: { id: true, name: true, slug: true, library: { select: { name: true } } } } as const;

type NameRow = { id: string; name: string; slug: string; library: { name: string } };
export const patternName = ({ id, name, slug, library }: NameRow): PatternName => ({ id, name, slug, libraryName: library.name });

export const draftInclude = { savedBy: { select: { displayName: true } } } as const satisfies Prisma.PatternDraftInclude;

export function draftView(draft: Prisma.PatternDraftGetPayload<{ include: typeof draftInclude }>): PatternDraftView {
  return {
    content: TemplateDraft.parse(draft.content),
    note: draft.note,
    basedOn: draft.basedOn,
    version: draft.version,
    author: draft.savedBy.displayName,
    savedAt: draft.savedAt.toISOString(),
  };
}

/** What a pattern may wear: what was made with it, the picked and best rated first, and what it was promoted from. */
export const wearable = (patternId: string) => ({
  flag: { not: "reject" as const },
  OR: [{ prompt: { patternVersion: { patternId } } }, { patterns: { some: { patternId } } }],
});

async function coversOf(db: Database, patternId: string): Promise<PatternPicture[]> {
  const variants = await db.variant.findMany({
    where: { ...wearable(patternId), asset: { kind: "image", deletedAt: null } },
    orderBy: [{ flag: "desc" }, { rating: "desc" }, { id: "desc" }],
    take: COVERS,
    select: { asset: picture },
  });
  return variants.map(({ asset }) => pictureView(asset));
}

/** A pattern by id or slug, with every version, its draft and where it was used, as somebody sees it. */
export async function loadPattern(db: Database, actor: Actor, key: { id: string } | { slug: string }): Promise<PatternView> {
  const { workspaceId } = actor;
  const pattern = await db.pattern.findFirst({
    where: { workspaceId, ...key },
    include: {
      library: { select: { name: true, access: true } },
      labels: { select: { name: true, patternVersion: { select: { number: true } } } },
      versions: { orderBy: { number: "desc" }, include: { ...versionInclude, forks: { where: { archivedAt: null }, ...named } } },
      cover: picture,
      successor: deprecationSelect.successor,
      draft: { include: draftInclude },
      forkedFrom: { select: { number: true, pattern: named } },
    },
  });
  if (!pattern) throw new AppError("NOT_FOUND", "This pattern does not exist.");
  const [covers, prompts] = await Promise.all([
    coversOf(db, pattern.id),
    db.prompt.findMany({
      // A trial is evidence, not use.
      where: { patternVersion: { patternId: pattern.id }, cell: null, grid: null },
      orderBy: { id: "desc" },
      take: USED_BY,
      include: {
        patternVersion: { select: { number: true } },
        variants: { where: { flag: { not: "reject" } }, orderBy: [{ flag: "desc" }, { index: "asc" }], take: 1, include: { asset: true } },
      },
    }),
  ]);
  const access = ShelfAccess.parse(pattern.library.access);
  return {
    id: pattern.id,
    libraryId: pattern.libraryId,
    libraryName: pattern.library.name,
    mayUse: mayUseShelf(access, actor),
    mayCurate: mayCurateShelf(access, actor),
    name: pattern.name,
    slug: pattern.slug,
    purpose: pattern.purpose,
    tags: pattern.tags,
    cover: coverOf(pattern),
    covers,
    labels: labelNumbers(pattern.labels),
    deprecated: deprecationOf(pattern),
    version: pattern.version,
    createdAt: pattern.createdAt.toISOString(),
    versions: pattern.versions.map(versionView),
    draft: pattern.draft && draftView(pattern.draft),
    forkedFrom: pattern.forkedFrom && { ...patternName(pattern.forkedFrom.pattern), number: pattern.forkedFrom.number },
    forks: pattern.versions.flatMap(({ forks }) => forks.map(patternName)),
    usedBy: prompts.map((prompt) => ({
      promptId: prompt.id,
      boardId: prompt.boardId,
      text: prompt.text,
      number: prompt.patternVersion?.number ?? 0,
      createdAt: prompt.createdAt.toISOString(),
      cover: prompt.variants[0] ? pictureView(prompt.variants[0].asset) : null,
    })),
  };
}
