import { createApiKey } from "@/lib/services/key/create-api-key";
import { listApiKeys } from "@/lib/services/key/list-api-keys";
import { revokeApiKey } from "@/lib/services/key/revoke-api-key";
import { procedure } from "../procedure";

const tags = ["API keys"] as const;

export const key = {
  list: procedure(listApiKeys, { method: "GET", path: "/keys", summary: "List API keys, newest first", tags }),
  create: procedure(createApiKey, {
    method: "POST",
    path: "/keys",
    summary: "Make an API key; its secret is shown once",
    tags,
    answersSecret: true,
  }),
  revoke: procedure(revokeApiKey, { method: "DELETE", path: "/keys/{apiKeyId}", summary: "Revoke an API key at once", tags }),
};
