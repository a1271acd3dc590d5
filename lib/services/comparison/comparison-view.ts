import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import { ComparedMember, type ComparisonSummary, type ComparisonView, SavedView } from "@/lib/domain/compare/comparison";
import { AppError } from "@/lib/domain/errors";

const living = { where: { removedAt: null } } as const;

export const summaryInclude = {
  createdBy: { select: { displayName: true } },
  _count: { select: { comments: living } },
} as const;

const comparisonInclude = {
  createdBy: { select: { displayName: true } },
  comments: { ...living, orderBy: { id: "asc" }, include: { author: { select: { displayName: true } } } },
} as const satisfies Prisma.ComparisonInclude;

type SummaryRow = Prisma.ComparisonGetPayload<{ include: typeof summaryInclude }>;

const Members = z.array(ComparedMember);

const shared = (row: Pick<SummaryRow, "id" | "name" | "members" | "archivedAt" | "version" | "createdAt" | "createdBy">) => ({
  id: row.id,
  name: row.name,
  members: Members.parse(row.members),
  author: row.createdBy.displayName,
  isArchived: row.archivedAt !== null,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
});

export function comparisonSummary(row: SummaryRow): ComparisonSummary {
  return { ...shared(row), comments: row._count.comments };
}

/** A comparison of the actor's workspace, as this person sees it. */
export async function loadComparison(db: Database, actor: Actor, comparisonId: string): Promise<ComparisonView> {
  const row = await db.comparison.findFirst({
    where: { id: comparisonId, workspaceId: actor.workspaceId },
    include: comparisonInclude,
  });
  if (!row) throw new AppError("NOT_FOUND", "This comparison does not exist.");
  const me = actor.kind === "system" ? null : actor.memberId;
  return {
    ...shared(row),
    view: SavedView.parse(row.view),
    comments: row.comments.map(({ id, body, createdAt, authorId, author }) => ({
      id,
      author: author.displayName,
      body,
      createdAt: createdAt.toISOString(),
      isOwn: authorId === me,
    })),
  };
}
