import { type Placement, topsOf } from "@/lib/domain/board/section";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import type { WriteContext } from "../write";
import { isRemoved } from "./section-view";

/** What placing did: where the prompts stood before, and the news of every section that gained or lost some. */
export interface Placed {
  readonly before: Placement[];
  readonly events: readonly StudioEvent[];
}

/**
 * Puts subtrees into sections, or out of any. Of prompts for one section only the tops are placed: what is below them goes
 * with them. What already stands so is left alone.
 */
export async function placePrompts(
  { tx, actor }: Pick<WriteContext, "tx" | "actor">,
  board: { readonly id: string; readonly projectId: string },
  placements: readonly Placement[],
): Promise<Placed> {
  const nodes = await tx.prompt.findMany({
    where: { boardId: board.id, workspaceId: actor.workspaceId },
    orderBy: { id: "asc" },
    select: { id: true, parentId: true, section: { select: { sectionId: true } } },
  });
  const stood = new Map(nodes.map(({ id, section }) => [id, section?.sectionId ?? null]));
  if (placements.some(({ promptId }) => !stood.has(promptId))) throw new AppError("NOT_FOUND", "This prompt is not on this board.");
  const targets = new Set(placements.map(({ sectionId }) => sectionId));
  const before: Placement[] = [];
  for (const sectionId of targets) {
    const ids = placements.filter((placement) => placement.sectionId === sectionId).map(({ promptId }) => promptId);
    const moving = (sectionId === null ? ids : topsOf(nodes, ids)).filter((id) => stood.get(id) !== sectionId);
    if (moving.length === 0) continue;
    before.push(...moving.map((promptId) => ({ promptId, sectionId: stood.get(promptId) ?? null })));
    await tx.sectionMember.deleteMany({ where: { promptId: { in: moving } } });
    if (sectionId !== null) await tx.sectionMember.createMany({ data: moving.map((promptId) => ({ promptId, sectionId })) });
  }
  const touched = new Set([...targets, ...before.map(({ sectionId }) => sectionId)].filter((id) => id !== null));
  const sections = await tx.section.updateManyAndReturn({
    where: { id: { in: [...touched] }, boardId: board.id, workspaceId: actor.workspaceId },
    data: { version: { increment: 1 } },
    select: { id: true, version: true, removedAt: true },
  });
  for (const sectionId of targets) {
    const section = sections.find(({ id }) => id === sectionId);
    if (sectionId !== null && !section) throw new AppError("NOT_FOUND", "This section is not on this board.");
    if (section?.removedAt) throw isRemoved();
  }
  return {
    before,
    events: sections.map(({ id, version }) => ({
      kind: "section",
      id,
      version,
      boardId: board.id,
      projectId: board.projectId,
      act: "placed",
    })),
  };
}
