import { z } from "zod";
import { Recipe } from "@/lib/domain/prompt/recipe";
import { ReferenceView } from "@/lib/domain/prompt/view";
import { RunStatus } from "@/lib/domain/run/states";
import { RunView, VariantView } from "@/lib/domain/run/view";
import { VariantVote } from "@/lib/domain/vote/view";
import { Id } from "@/lib/domain/wire";
import { promptInclude, recipeOf, referenceView } from "../prompt/prompt-view";
import { read } from "../read";
import { runInclude, runView, variantInclude, variantView } from "../run/run-view";

/** What an engine did with the words. Tolerant: engines add facts of their own. */
const Report = z.object({ understood: z.array(z.string()), ignored: z.array(z.string()) });

export const VariantDetail = VariantView.extend({
  boardId: Id,
  projectId: Id,
  recipe: Recipe,
  references: z.array(ReferenceView),
  run: RunView,
  /** Its replays, newest first, at most five: who asks whether it can be made again finds the answer here. */
  replays: z.array(z.strictObject({ runId: Id, promptId: Id, status: RunStatus, isSame: z.boolean().nullable() })),
  report: z.strictObject({ understood: z.array(z.string()), ignored: z.array(z.string()) }).nullable(),
  fileName: z.string(),
  mimeType: z.string(),
  /** Bytes. */
  byteSize: z.int(),
  /** How it did in the closed votes it stood in, newest first. */
  votes: z.array(VariantVote),
});
export type VariantDetail = z.infer<typeof VariantDetail>;

/** Variants with their full recipes, in the order asked for: what compare and the inspector show. Unknown ids are left out. */
export const getVariants = read({
  verb: "variant.get-many",
  permission: "workspace.read",
  input: z.strictObject({ variantIds: z.array(Id).min(1).max(50) }),
  output: z.array(VariantDetail),
  async run({ db, actor }, { variantIds }) {
    const rows = await db.variant.findMany({
      where: { id: { in: variantIds }, workspaceId: actor.workspaceId },
      include: {
        asset: true,
        votes: {
          where: { rank: { not: null } },
          orderBy: { voteId: "desc" as const },
          include: { vote: { select: { title: true, _count: { select: { candidates: true } } } } },
        },
        run: { include: { ...runInclude } },
        finals: variantInclude.finals,
        replays: { orderBy: { id: "desc" as const }, take: 5, select: { id: true, promptId: true, status: true, isSameAgain: true } },
        prompt: { include: { references: promptInclude.references, board: { select: { projectId: true } } } },
      } satisfies Record<keyof typeof variantInclude, unknown> & Record<string, unknown>,
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return variantIds.flatMap((id): VariantDetail[] => {
      const row = byId.get(id);
      if (!row) return [];
      const report = Report.safeParse(row.report);
      return [
        {
          ...variantView(row),
          boardId: row.prompt.boardId,
          projectId: row.prompt.board.projectId,
          recipe: recipeOf(row.prompt),
          references: row.prompt.references.map(referenceView),
          run: runView(row.run),
          replays: row.replays.map(({ id: runId, promptId, status, isSameAgain: isSame }) => ({ runId, promptId, status, isSame })),
          report: report.success ? { understood: report.data.understood, ignored: report.data.ignored } : null,
          fileName: row.asset.fileName,
          mimeType: row.asset.mimeType,
          byteSize: Number(row.asset.byteSize),
          votes: row.votes.flatMap(({ voteId, rank, score, low, high, vote }) =>
            rank === null || score === null || low === null || high === null
              ? []
              : [{ voteId, title: vote.title, rank, of: vote._count.candidates, score, low, high }],
          ),
        },
      ];
    });
  },
});
