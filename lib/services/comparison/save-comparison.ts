import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { type ComparedMember, ComparisonMembers, ComparisonName, ComparisonView, SavedView } from "@/lib/domain/compare/comparison";
import { AppError } from "@/lib/domain/errors";
import { personOf } from "../person";
import { write } from "../write";
import { loadComparison } from "./comparison-view";

/** Keeps pictures and how they are looked at under a name, for everybody in the workspace. */
export const saveComparison = write({
  verb: "comparison.save",
  permission: "comparison.write",
  input: z.strictObject({ name: ComparisonName, members: ComparisonMembers, view: SavedView }),
  output: ComparisonView,
  async run({ tx, actor }, { name, members, view }) {
    const { workspaceId, memberId } = personOf(actor);
    await refuseStrangers(tx, workspaceId, members);
    const { id } = await tx.comparison.create({ data: { workspaceId, name, members, view, createdById: memberId }, select: { id: true } });
    return {
      result: await loadComparison(tx, actor, id),
      audit: [{ subjectKind: "comparison", subjectId: id, details: { name, pictures: members.length } }],
      events: [{ kind: "comparison", id, version: 0, act: "saved" }],
    };
  },
});

async function refuseStrangers(tx: Transaction, workspaceId: string, members: readonly ComparedMember[]): Promise<void> {
  const idsOf = (kind: ComparedMember["kind"]) => members.filter((member) => member.kind === kind).map(({ id }) => id);
  const variants = await tx.variant.count({ where: { id: { in: idsOf("variant") }, workspaceId } });
  const assets = await tx.asset.count({ where: { id: { in: idsOf("asset") }, workspaceId, deletedAt: null } });
  if (variants + assets < members.length) throw new AppError("NOT_FOUND", "One of these pictures does not exist.");
}
