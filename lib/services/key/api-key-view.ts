import type { ApiKey, Member } from "@/lib/db/generated/client";
import { apiKeyState } from "@/lib/domain/access/api-key";
import type { ApiKeyView } from "@/lib/domain/access/api-key-view";
import { Scope } from "@/lib/domain/access/policy";

export function apiKeyView(key: ApiKey & { member: Pick<Member, "id" | "displayName" | "role"> }, now: Date): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    prefix: `sel_${key.publicId}`,
    scopes: key.scopes.map((scope) => Scope.parse(scope)),
    state: apiKeyState(key, now),
    member: { id: key.member.id, displayName: key.member.displayName, role: key.member.role },
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}

/** What of its member a key's view needs. */
export const WITH_MEMBER = { member: { select: { id: true, displayName: true, role: true } } } as const;
