import { z } from "zod";
import { SectionView } from "@/lib/domain/board/section";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { loadSection, sectionView } from "./section-view";

/** Takes a section off the board, or brings it back with those of its prompts that went to no other. The prompts stay where they are. */
export const removeSection = write({
  verb: "section.remove",
  permission: "prompt.write",
  input: z.strictObject({ sectionId: Id, removed: z.boolean() }),
  output: SectionView,
  async run({ tx, actor, now }, { sectionId, removed }) {
    const { count } = await tx.section.updateMany({
      where: { id: sectionId, workspaceId: actor.workspaceId, removedAt: removed ? null : { not: null } },
      data: { removedAt: removed ? now : null, version: { increment: 1 } },
    });
    const section = await loadSection({ tx, actor }, sectionId);
    if (count === 0) return { result: sectionView(section), unchanged: true as const };
    const { name, boardId, board, version } = section;
    return {
      result: sectionView(section),
      audit: [{ subjectKind: "section", subjectId: sectionId, details: { name, removed } }],
      events: [{ kind: "section", id: sectionId, version, boardId, projectId: board.projectId, act: removed ? "removed" : "restored" }],
    };
  },
});
