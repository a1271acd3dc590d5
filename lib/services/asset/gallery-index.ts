import { z } from "zod";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { GalleryIndex, INDEX_STEP } from "@/lib/domain/asset/gallery";
import { read } from "../read";
import { assetsWhere } from "./filter-sql";

/** How many files there are and where they lie: what makes any row reachable without walking to it. One pass over an index. */
export const galleryIndex = read({
  verb: "gallery.index",
  permission: "workspace.read",
  input: z.strictObject({ filter: AssetFilter }),
  output: GalleryIndex,
  async run({ db, actor }, { filter }) {
    const rows = await db.$queryRaw<{ id: string; row: number; total: number }[]>`
      WITH listed AS (
        SELECT a."id", row_number() OVER (ORDER BY a."id" DESC)::int AS "row" FROM "Asset" a
        WHERE ${assetsWhere(actor.workspaceId, filter)})
      SELECT "id", "row" - 1 AS "row", 0 AS "total" FROM listed WHERE ("row" - 1) % ${INDEX_STEP} = 0
      UNION ALL (SELECT "id", -1, "row" FROM listed ORDER BY "row" DESC LIMIT 1)`;
    const entries = rows.filter(({ row }) => row >= 0).sort((one, other) => one.row - other.row);
    return { total: rows.find(({ row }) => row < 0)?.total ?? 0, step: INDEX_STEP, entries: entries.map(({ id }) => id) };
  },
});
