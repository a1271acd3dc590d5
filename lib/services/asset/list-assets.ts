import { z } from "zod";
import { ASSET_KINDS, ASSET_ORIGINS, AssetView } from "@/lib/domain/asset/asset-view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { assetView } from "./asset-view";

export const listAssets = read({
  verb: "asset.list",
  permission: "workspace.read",
  input: z.strictObject({
    ...PageRequest,
    kind: z.enum(ASSET_KINDS).optional(),
    origin: z.enum(ASSET_ORIGINS).optional(),
    name: PlainText.trim().max(200).default("").meta({ description: "Part of the file name, in any case." }),
    deleted: z.boolean().default(false).meta({ description: "Show the deleted ones, which can be restored." }),
  }),
  output: pageOf(AssetView),
  async run({ db, actor }, { cursor, limit, kind, origin, name, deleted }) {
    const rows = await db.asset.findMany({
      where: {
        workspaceId: actor.workspaceId,
        deletedAt: deleted ? { not: null } : null,
        ...(kind ? { kind } : {}),
        ...(origin ? { origin } : {}),
        ...(name ? { fileName: { contains: likeText(name), mode: "insensitive" as const } } : {}),
        ...keyset(cursor),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, assetView);
  },
});

/** `%` and `_` are letters to the people who search, and wildcards to the database. */
const likeText = (text: string) => text.replace(/[\\%_]/g, "\\$&");
