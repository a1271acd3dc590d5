import { timingSafeEqual } from "node:crypto";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { apiKeyState, readApiKey } from "@/lib/domain/access/api-key";
import { Scope } from "@/lib/domain/access/policy";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { isSightingDue } from "@/lib/domain/access/session";
import { AppError } from "@/lib/domain/errors";

/** Compared with when there is no such key, so that a guess takes as long as a miss. */
const NO_HASH = "0".repeat(64);

/**
 * Who acts with this `Authorization` header: `Bearer sel_<publicId>_<secret>`. The role is its member's of this
 * moment, the scopes are the key's.
 * @throws AppError UNAUTHENTICATED for anything but a live key of a present member; expired and revoked ones are only
 * told so after the secret was right.
 */
export async function actorOfApiKey(authorization: string, now = new Date()): Promise<PersonActor> {
  const [scheme, text = ""] = authorization.split(" ");
  const halves = scheme?.toLowerCase() === "bearer" ? readApiKey(text.trim()) : null;
  if (!halves) throw new AppError("UNAUTHENTICATED", "The Authorization header must be “Bearer sel_…”, an API key of this studio.");
  const key = await db().apiKey.findUnique({
    where: { publicId: halves.publicId },
    include: { member: { include: { user: { select: { disabledAt: true } } } } },
  });
  const isRight = equalHashes(key?.secretHash ?? NO_HASH, await secretHash(halves.secret));
  if (!key || !isRight) throw new AppError("UNAUTHENTICATED", "This API key is not known.");
  const state = apiKeyState(key, now);
  if (state !== "active")
    throw new AppError("UNAUTHENTICATED", state === "expired" ? "This API key has expired." : "This API key was revoked.");
  const { member } = key;
  if (!member.userId || member.removedAt || member.user?.disabledAt)
    throw new AppError("UNAUTHENTICATED", "The member this API key belongs to is no longer here.");
  if (isSightingDue(key.lastUsedAt, now))
    await db().apiKey.updateMany({ where: { id: key.id, lastUsedAt: key.lastUsedAt }, data: { lastUsedAt: now } });
  return {
    kind: "key",
    workspaceId: key.workspaceId,
    memberId: member.id,
    userId: member.userId,
    role: member.role,
    apiKeyId: key.id,
    scopes: key.scopes.map((scope) => Scope.parse(scope)),
  };
}

function equalHashes(stored: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(stored, "hex"), Buffer.from(given, "hex"));
}
