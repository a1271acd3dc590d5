import { z } from "zod";
import { ApiKeyView } from "@/lib/domain/access/api-key-view";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { apiKeyView, WITH_OWNER } from "./api-key-view";

/** Ends a key at its next request. */
export const revokeApiKey = write({
  verb: "key.revoke",
  permission: "key.manage",
  input: z.strictObject({ apiKeyId: Id }),
  output: ApiKeyView,
  async run({ tx, actor: { workspaceId }, now }, { apiKeyId }) {
    const revoked = await tx.apiKey.updateMany({ where: { id: apiKeyId, workspaceId, revokedAt: null }, data: { revokedAt: now } });
    const key = await tx.apiKey.findFirst({ where: { id: apiKeyId, workspaceId }, include: WITH_OWNER });
    if (!key) throw new AppError("NOT_FOUND", "This API key does not exist.");
    if (revoked.count === 0) throw new AppError("CONFLICT", "This API key was revoked already.");
    return { result: apiKeyView(key, now), audit: [{ subjectKind: "key", subjectId: apiKeyId, details: { name: key.name } }] };
  },
});
