import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { GalleryRow, MAX_GALLERY_ROWS, MAX_SKIP } from "@/lib/domain/asset/gallery";
import { titleOf } from "@/lib/domain/prompt/title";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { assetsWhere } from "./filter-sql";

/** Where in the list to read: `skip` rows on from an entry of the index, or from the first row. */
export const GalleryRange = {
  from: Id.optional().meta({ description: "An entry of the index; absent = the first row." }),
  skip: z.int().min(0).max(MAX_SKIP).default(0),
};

type Row = Omit<GalleryRow, "title"> & { fileName: string; words: string | null };

/** One page of the gallery, from anywhere in it. */
export const galleryRows = read({
  verb: "gallery.rows",
  permission: "workspace.read",
  input: z.strictObject({ filter: AssetFilter, ...GalleryRange, limit: z.int().min(1).max(MAX_GALLERY_ROWS).default(100) }),
  output: z.array(GalleryRow),
  async run({ db, actor }, { filter, ...range }) {
    const [answer] = await db.$queryRaw<{ rows: Row[] }[]>(galleryRowsSql(actor.workspaceId, filter, range));
    return (answer?.rows ?? []).map(({ fileName, words, ...row }) => ({ ...row, title: (words && titleOf(words)) || fileName }));
  },
});

/**
 * The page is chosen on the index alone; only its own rows are then read whole. One JSON value: a hundred rows of a dozen columns cost the
 * driver more than the database.
 */
export function galleryRowsSql(
  workspaceId: string,
  filter: AssetFilter,
  { from, skip, limit }: { readonly from?: string | undefined; readonly skip: number; readonly limit: number },
): Prisma.Sql {
  const onwards = from === undefined ? Prisma.empty : Prisma.sql`AND a."id" <= ${from}::uuid`;
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object(
      'id', a."id", 'kind', a."kind", 'fileName', a."fileName", 'words', made."words", 'width', a."width", 'height', a."height",
      'durationMs', a."durationMs", 'byteSize', a."byteSize", 'thumbHash', a."thumbHash", 'flag', a."flag", 'rating', a."rating",
      'colour', a."colour", 'variantId', made."id", 'stackId', a."stackId", 'createdAt', a."createdAt", 'version', a."version",
      'stackSize', CASE WHEN a."stackId" IS NULL THEN 1 ELSE (
        SELECT count(*) FROM "Asset" s WHERE s."stackId" = a."stackId" AND s."deletedAt" IS NULL) END
    ) ORDER BY a."id" DESC), '[]') AS "rows"
    FROM (
      SELECT a."id" FROM "Asset" a WHERE ${assetsWhere(workspaceId, filter)} ${onwards}
      ORDER BY a."id" DESC OFFSET ${skip} LIMIT ${limit}
    ) page
    JOIN "Asset" a ON a."id" = page."id"
    LEFT JOIN LATERAL (
      SELECT v."id", left(p."text", 400) AS "words" FROM "Variant" v JOIN "Prompt" p ON p."id" = v."promptId"
      WHERE v."assetId" = a."id" LIMIT 1
    ) made ON true`;
}
