import type { ApiKey, Member, Project } from "@/lib/db/generated/client";
import { apiKeyState } from "@/lib/domain/access/api-key";
import type { ApiKeyView } from "@/lib/domain/access/api-key-view";
import { Scope } from "@/lib/domain/access/policy";

type KeyRow = ApiKey & {
  readonly member: Pick<Member, "id" | "displayName" | "role">;
  readonly project: Pick<Project, "id" | "name"> | null;
};

export function apiKeyView(key: KeyRow, now: Date): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    prefix: `sel_${key.publicId}`,
    scopes: key.scopes.map((scope) => Scope.parse(scope)),
    state: apiKeyState(key, now),
    member: { id: key.member.id, displayName: key.member.displayName, role: key.member.role },
    project: key.project && { id: key.project.id, name: key.project.name },
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

/** What a key's view needs beside its row. */
export const WITH_OWNER = {
  member: { select: { id: true, displayName: true, role: true } },
  project: { select: { id: true, name: true } },
} as const;
