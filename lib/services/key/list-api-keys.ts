import { z } from "zod";
import { ApiKeyView } from "@/lib/domain/access/api-key-view";
import { PageRequest, pageOf } from "@/lib/domain/wire";
import { keyset, paged } from "../page";
import { read } from "../read";
import { apiKeyView, WITH_OWNER } from "./api-key-view";

/** Every key of the workspace, revoked and expired ones included, newest first. */
export const listApiKeys = read({
  verb: "key.list",
  permission: "key.manage",
  input: z.strictObject(PageRequest),
  output: pageOf(ApiKeyView),
  async run({ db, actor, now }, { cursor, limit }) {
    const keys = await db.apiKey.findMany({
      where: { workspaceId: actor.workspaceId, ...keyset(cursor) },
      orderBy: { id: "desc" },
      take: limit + 1,
      include: WITH_OWNER,
    });
    return paged(keys, limit, (key) => apiKeyView(key, now));
  },
});
