import { z } from "zod";
import { MicrosText } from "@/lib/domain/money/micros";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadGrid } from "./grid-view";

/** What each cell of a grid was quoted at and cost, and what its files are called. For the door that makes a table of it. */
export const gridFacts = read({
  verb: "grid.facts",
  permission: "workspace.read",
  input: z.strictObject({ gridId: Id }),
  output: z.strictObject({
    cells: z.array(z.strictObject({ cell: z.int(), quoteMicros: MicrosText, actualMicros: MicrosText.nullable() })),
    files: z.array(z.strictObject({ variantId: Id, fileName: z.string() })),
  }),
  async run({ db, actor }, { gridId }) {
    await loadGrid(db, actor.workspaceId, gridId);
    const cells = await db.gridCell.findMany({
      where: { gridId },
      select: {
        index: true,
        run: {
          select: {
            quoteMicros: true,
            actualMicros: true,
            variants: { select: { id: true, asset: { select: { fileName: true } } } },
          },
        },
      },
    });
    return {
      cells: cells.flatMap(({ index, run }) =>
        run ? [{ cell: index, quoteMicros: run.quoteMicros.toString(), actualMicros: run.actualMicros?.toString() ?? null }] : [],
      ),
      files: cells.flatMap(({ run }) => (run?.variants ?? []).map(({ id, asset }) => ({ variantId: id, fileName: asset.fileName }))),
    };
  },
});
