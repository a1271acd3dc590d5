import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { MAX_GLANCE } from "@/lib/domain/asset/gallery";
import { read } from "../read";
import { assetsWhere } from "./filter-sql";
import { GalleryRange } from "./gallery-rows";

/** Colour and shape of many rows in a few bytes each: what is drawn of files that nobody has stopped at yet. See `glimpseAt`. */
export const galleryGlance = read({
  verb: "gallery.glance",
  permission: "workspace.read",
  input: z.strictObject({ filter: AssetFilter, ...GalleryRange, limit: z.int().min(1).max(MAX_GLANCE).default(1_000) }),
  output: z.strictObject({ glance: z.string() }),
  async run({ db, actor }, { filter, from, skip, limit }) {
    const onwards = from === undefined ? Prisma.empty : Prisma.sql`AND a."id" <= ${from}::uuid`;
    const [row] = await db.$queryRaw<{ glance: string }[]>`
      SELECT coalesce(string_agg(
        CASE WHEN length("thumbHash") < 4 THEN '----' ELSE left("thumbHash", 4) END
          || chr(48 + greatest(0, least(74, 37 + round(12 * log(2, "width"::numeric / "height"))::int))),
        '' ORDER BY "id" DESC), '') AS "glance"
      FROM (
        SELECT a."id", a."thumbHash", a."width", a."height" FROM "Asset" a WHERE ${assetsWhere(actor.workspaceId, filter)} ${onwards}
        ORDER BY a."id" DESC OFFSET ${skip} LIMIT ${limit}
      ) page`;
    return { glance: row?.glance ?? "" };
  },
});
