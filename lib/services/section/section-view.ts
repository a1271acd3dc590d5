import type { Prisma } from "@/lib/db/generated/client";
import type { SectionView } from "@/lib/domain/board/section";
import { AppError } from "@/lib/domain/errors";
import type { WriteContext } from "../write";

export const sectionInclude = {
  createdBy: { select: { displayName: true } },
  members: { select: { promptId: true }, orderBy: { promptId: "asc" } },
  board: { select: { projectId: true } },
} as const satisfies Prisma.SectionInclude;

type SectionRow = Prisma.SectionGetPayload<{ include: Pick<typeof sectionInclude, "createdBy" | "members"> }>;

export function sectionView({ id, name, colour, version, createdBy, members }: SectionRow): SectionView {
  return { id, name, colour, promptIds: members.map(({ promptId }) => promptId), author: createdBy.displayName, version };
}

/** A section of the actor's workspace, whether it was removed or not. @throws AppError `NOT_FOUND` */
export async function loadSection({ tx, actor }: Pick<WriteContext, "tx" | "actor">, sectionId: string) {
  const section = await tx.section.findFirst({ where: { id: sectionId, workspaceId: actor.workspaceId }, include: sectionInclude });
  if (!section) throw new AppError("NOT_FOUND", "This section does not exist.");
  return section;
}

export const isRemoved = () => new AppError("CONFLICT", "This section was removed. Bring it back first.");
