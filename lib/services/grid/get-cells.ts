import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import type { GridStatus } from "@/lib/domain/grid/status";
import { CellView } from "@/lib/domain/grid/view";
import { FailureKind, failureSentence } from "@/lib/domain/run/failure";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { variantInclude, variantView } from "../run/run-view";
import { loadStatus } from "./grid-view";

/** Every cell of a grid with what came of it, in reading order. */
export const getCells = read({
  verb: "grid.cells",
  permission: "workspace.read",
  input: z.strictObject({ gridId: Id }),
  output: z.array(CellView),
  async run({ db, actor }, { gridId }) {
    const { workspaceId } = actor;
    const status = await loadStatus(db, workspaceId, gridId);
    const cells = await db.gridCell.findMany({
      where: { gridId, grid: { workspaceId } },
      orderBy: { index: "asc" },
      include: cellInclude,
    });
    return cells.map((cell) => cellView(cell, status));
  },
});

/** What a cell's row must bring along to be shown. */
export const cellInclude = {
  run: {
    select: {
      status: true,
      failureKind: true,
      failureReason: true,
      variants: { include: variantInclude, orderBy: { index: "asc" } },
    },
  },
} as const satisfies Prisma.GridCellInclude;

/** @param status where its grid stands */
export function cellView(cell: Prisma.GridCellGetPayload<{ include: typeof cellInclude }>, status: GridStatus): CellView {
  const { index, at, promptId, runId, run, refusal, width, height } = cell;
  return {
    index,
    at,
    promptId,
    runId,
    status: run?.status ?? null,
    why: refusal ?? (run ? whyNone(run) : status === "cancelled" ? "Cancelled before it was started." : null),
    width,
    height,
    variants: run?.variants.map(variantView) ?? [],
  };
}

interface RanCell {
  readonly status: string;
  readonly failureKind: string | null;
  readonly failureReason: string | null;
}

function whyNone({ status, failureKind, failureReason }: RanCell): string | null {
  if (status === "unknown") return `Nobody knows yet whether this was made. ${failureReason ?? ""}`.trim();
  const kind = FailureKind.safeParse(failureKind);
  if (!kind.success) return null;
  if (kind.data === "cancelled") return "Cancelled.";
  return failureReason ? `${failureSentence(kind.data)} ${failureReason}` : failureSentence(kind.data);
}
