import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadGrid } from "./grid-view";

/** Where the small pictures of a grid's variants lie, by cell in the variants' order. For the door that makes a sheet of them. */
export const gridPictures = read({
  verb: "grid.pictures",
  permission: "workspace.read",
  input: z.strictObject({ gridId: Id }),
  output: z.array(z.strictObject({ cell: z.int(), sha256: z.string() })),
  async run({ db, actor }, { gridId }) {
    await loadGrid(db, actor.workspaceId, gridId);
    return db.$queryRaw<{ cell: number; sha256: string }[]>`
      SELECT c."index" AS "cell", r."sha256" FROM "GridCell" c
      JOIN "Variant" v ON v."runId" = c."runId"
      JOIN "Rendition" r ON r."assetId" = v."assetId" AND r."name" = 'thumb'
      WHERE c."gridId" = ${gridId}::uuid ORDER BY c."index", v."index"`;
  },
});
