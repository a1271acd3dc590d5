import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";

/** Pictures one request for many may name. */
export const MAX_THUMBS = 48;

/** Which blobs the small pictures of these files are, in the order asked for; null for what this actor may not see or is not there. */
export const getThumbFiles = read({
  verb: "asset.thumb-files",
  permission: "workspace.read",
  input: z.strictObject({ assetIds: z.array(Id).min(1).max(MAX_THUMBS) }),
  output: z.array(z.strictObject({ sha256: z.string(), byteSize: z.int() }).nullable()),
  async run({ db, actor }, { assetIds }) {
    const rows = await db.rendition.findMany({
      where: { name: "thumb", assetId: { in: assetIds }, asset: { workspaceId: actor.workspaceId, deletedAt: null } },
      select: { assetId: true, sha256: true, byteSize: true },
    });
    const byId = new Map(rows.map((row) => [row.assetId, row]));
    return assetIds.map((id) => {
      const row = byId.get(id);
      return row ? { sha256: row.sha256, byteSize: Number(row.byteSize) } : null;
    });
  },
});
