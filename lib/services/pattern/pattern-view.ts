import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import { Template } from "@/lib/domain/pattern/template";
import type { PatternVersionView, PatternView } from "@/lib/domain/pattern/view";
import { labelNumbers, pictureView } from "../library/library-view";
import { referenceInclude, referenceView } from "../prompt/prompt-view";

const USED_BY = 24;

export const versionInclude = {
  references: referenceInclude,
  createdBy: { select: { displayName: true } },
  labels: { select: { name: true } },
  sourceVariant: { select: { asset: { select: { id: true, thumbHash: true, width: true, height: true } } } },
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

/** A pattern by id or slug, with every version and where it was used. */
export async function loadPattern(db: Database, workspaceId: string, key: { id: string } | { slug: string }): Promise<PatternView> {
  const pattern = await db.pattern.findFirst({
    where: { workspaceId, ...key },
    include: {
      library: { select: { name: true } },
      labels: { select: { name: true, patternVersion: { select: { number: true } } } },
      versions: { orderBy: { number: "desc" }, include: versionInclude },
    },
  });
  if (!pattern) throw new AppError("NOT_FOUND", "This pattern does not exist.");
  const prompts = await db.prompt.findMany({
    where: { patternVersion: { patternId: pattern.id } },
    orderBy: { id: "desc" },
    take: USED_BY,
    include: {
      patternVersion: { select: { number: true } },
      variants: { where: { flag: { not: "reject" } }, orderBy: [{ flag: "desc" }, { index: "asc" }], take: 1, include: { asset: true } },
    },
  });
  const face = pattern.versions.find((version) => version.sourceVariant)?.sourceVariant;
  return {
    id: pattern.id,
    libraryId: pattern.libraryId,
    libraryName: pattern.library.name,
    name: pattern.name,
    slug: pattern.slug,
    purpose: pattern.purpose,
    cover: face ? pictureView(face.asset) : null,
    labels: labelNumbers(pattern.labels),
    version: pattern.version,
    createdAt: pattern.createdAt.toISOString(),
    versions: pattern.versions.map(versionView),
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
