import { z } from "zod";
import { read } from "../read";

/** Each costs a look at the whole picture. */
const MOST_SIZES = 6;

/** The sizes pictures with an invisible id were published at, the commonest first: one that was scaled is looked at in each. */
export const markedSizes = read({
  verb: "publication.marked-sizes",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(z.strictObject({ width: z.int(), height: z.int() })),
  run({ db, actor }) {
    return db.$queryRaw<{ width: number; height: number }[]>`
      SELECT asset."width", asset."height" FROM "Publication" publication JOIN "Asset" asset ON asset."id" = publication."assetId"
      WHERE publication."workspaceId" = ${actor.workspaceId}::uuid AND publication."record"->>'invisibleId' IS NOT NULL
      GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT ${MOST_SIZES}`;
  },
});
