import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";

const Stack = z.strictObject({ assetIds: z.array(Id), coverId: Id });

/** Takes the stacks of these files apart; what lay in them is nowhere else, and stays. The answer is what puts them together again. */
export const unstackAssets = write({
  verb: "asset.unstack",
  permission: "variant.choose",
  input: z.strictObject({ assetIds: z.array(Id).min(1).max(500) }),
  output: z.strictObject({ stacks: z.array(Stack) }),
  async run({ tx, actor }, { assetIds }) {
    const { workspaceId } = actor;
    const named = await tx.asset.findMany({
      where: { id: { in: assetIds }, workspaceId, stackId: { not: null } },
      select: { stackId: true },
    });
    const stackIds = [...new Set(named.flatMap(({ stackId }) => stackId ?? []))];
    const [first] = stackIds;
    if (first === undefined) throw new AppError("REFUSED", "None of these files lies in a stack.");
    const members = await tx.asset.findMany({
      where: { workspaceId, stackId: { in: stackIds } },
      select: { id: true, stackId: true, isCovered: true },
    });
    await tx.asset.updateMany({
      where: { workspaceId, stackId: { in: stackIds } },
      data: { stackId: null, isCovered: false, version: { increment: 1 } },
    });
    const stacks = stackIds.flatMap((stackId) => {
      const within = members.filter((member) => member.stackId === stackId);
      const cover = within.find(({ isCovered }) => !isCovered);
      return cover ? [{ assetIds: within.map(({ id }) => id), coverId: cover.id }] : [];
    });
    return {
      result: { stacks },
      audit: [{ subjectKind: "asset", subjectId: stacks[0]?.coverId ?? first, details: { stacks: stacks.length, files: members.length } }],
      events: [{ kind: "asset", id: first, version: 1, act: "unstacked" }],
    };
  },
});
