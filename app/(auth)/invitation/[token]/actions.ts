"use server";
import type { AccountFormState } from "@/components/auth/account-form-state";
import { findInvitation } from "@/lib/auth/invitation";
import { AppError } from "@/lib/domain/errors";
import { CLOSED_INVITATION_SENTENCES } from "@/lib/domain/member/invitation";
import { acceptInvitation } from "@/lib/services/member/accept-invitation";
import { takeSeat } from "../../take-seat";

/** Fills the seat of an invitation for whoever holds its link. */
export async function accept(_before: AccountFormState, form: FormData): Promise<AccountFormState> {
  return takeSeat(form, async ({ token, displayName, account }) => {
    const invitation = await findInvitation(token);
    const state = invitation?.state ?? "unknown";
    if (!invitation || state !== "open") throw new AppError("CONFLICT", CLOSED_INVITATION_SENTENCES[state === "open" ? "unknown" : state]);
    return acceptInvitation(
      { kind: "system", workspaceId: invitation.workspaceId },
      { invitationId: invitation.id, displayName, account: await account() },
    );
  });
}
