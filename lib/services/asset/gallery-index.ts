import { z } from "zod";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { GalleryIndex, INDEX_STEP } from "@/lib/domain/asset/gallery";
import { read } from "../read";
import { assetsWhere } from "./filter-sql";

/** How many files there are and where they lie: what makes any row reachable without walking to it. Two walks over an index, side by side. */
export const galleryIndex = read({
  verb: "gallery.index",
  permission: "workspace.read",
  input: z.strictObject({ filter: AssetFilter }),
  output: GalleryIndex,
  async run({ db, actor }, { filter }) {
    const where = assetsWhere(actor.workspaceId, filter);
    const [counted, entries] = await Promise.all([
      db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS "total" FROM "Asset" a WHERE ${where}`,
      db.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM (
          SELECT a."id", row_number() OVER (ORDER BY a."id" DESC) AS "row" FROM "Asset" a WHERE ${where}
        ) listed WHERE "row" % ${INDEX_STEP} = 1 ORDER BY "row"`,
    ]);
    return { total: counted[0]?.total ?? 0, step: INDEX_STEP, entries: entries.map(({ id }) => id) };
  },
});
