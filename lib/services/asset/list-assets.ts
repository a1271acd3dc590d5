import { z } from "zod";
import { ASSET_KINDS, ASSET_ORIGINS, ListedAsset } from "@/lib/domain/asset/asset-view";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { listedAsset, withPrompt } from "./asset-view";

export const listAssets = read({
  verb: "asset.list",
  permission: "workspace.read",
  input: z.strictObject({
    ...PageRequest,
    kind: z.enum(ASSET_KINDS).optional(),
    origin: z.enum(ASSET_ORIGINS).optional(),
    name: PlainText.trim()
      .max(200)
      .default("")
      .meta({ description: "Part of the file name, or of the prompt a run made it of, in any case." }),
    deleted: z.boolean().default(false).meta({ description: "Show the deleted ones, which can be restored." }),
  }),
  output: pageOf(ListedAsset),
  async run({ db, actor }, { cursor, limit, kind, origin, name, deleted }) {
    const rows = await db.asset.findMany({
      where: {
        workspaceId: actor.workspaceId,
        deletedAt: deleted ? { not: null } : null,
        ...(kind ? { kind } : {}),
        ...(origin ? { origin } : {}),
        ...(name ? { OR: [{ fileName: holds(name) }, { variants: { some: { prompt: { text: holds(name) } } } }] } : {}),
        ...keyset(cursor),
      },
      include: withPrompt,
      orderBy: { id: "desc" },
      take: limit + 1,
    });
    return paged(rows, limit, listedAsset);
  },
});

/** Anywhere, in any case. `%` and `_` are letters to the people who search, and wildcards to the database. */
const holds = (text: string) => ({ contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const });
