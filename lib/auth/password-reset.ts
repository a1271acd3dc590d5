import { db } from "@/lib/db/client";
import { secretHash } from "@/lib/domain/access/secret-hash";
import { type PasswordResetState, passwordResetState } from "@/lib/domain/member/password-reset";

/** What the holder of a password link may know of it before they use it. */
export interface FoundPasswordReset {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly displayName: string;
  /** The address they sign in with. */
  readonly email: string;
  readonly state: PasswordResetState;
}

/** The password link a token belongs to; null when there is none. */
export async function findPasswordReset(token: string, now = new Date()): Promise<FoundPasswordReset | null> {
  const reset = await db().passwordReset.findUnique({
    where: { tokenHash: await secretHash(token) },
    include: { workspace: { select: { name: true } }, member: { include: { user: { select: { email: true } } } }, madeBy: true },
  });
  if (!reset) return null;
  return {
    id: reset.id,
    workspaceId: reset.workspaceId,
    workspaceName: reset.workspace.name,
    displayName: reset.member.displayName,
    email: reset.member.user?.email ?? "",
    state: passwordResetState(reset, now),
  };
}
