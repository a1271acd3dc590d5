import { listSessions } from "@/lib/services/member/list-sessions";
import { revokeAllSessions } from "@/lib/services/member/revoke-all-sessions";
import { revokeSession } from "@/lib/services/member/revoke-session";
import { procedure } from "../procedure";

const tags = ["Members"] as const;

export const session = {
  list: procedure(listSessions, {
    method: "GET",
    path: "/sessions",
    summary: "List the signed-in browsers of oneself or of a member",
    tags,
  }),
  revoke: procedure(revokeSession, { method: "DELETE", path: "/sessions/{sessionId}", summary: "End one session", tags }),
  revokeAll: procedure(revokeAllSessions, {
    method: "DELETE",
    path: "/sessions",
    summary: "End every session of oneself or of a member",
    tags,
  }),
};
