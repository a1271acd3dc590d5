import type { Metadata } from "next";
import { AccountForm } from "@/components/auth/account-form";
import { AuthPage } from "@/components/auth/auth-page";
import { ButtonLink } from "@/components/ui/button-link";
import { findInvitation } from "@/lib/auth/invitation";
import { CLOSED_INVITATION_SENTENCES } from "@/lib/domain/member/invitation";
import { accept } from "./actions";

export const metadata: Metadata = { title: "Invitation" };

type Props = { params: Promise<{ token: string }> };

/** Where an invitation link leads: take the seat, or read why the link does not open. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (invitation?.state !== "open")
    return (
      <AuthPage title="This link does not open" intro={CLOSED_INVITATION_SENTENCES[invitation?.state ?? "unknown"]}>
        <ButtonLink href="/signin" size="large">
          Go to sign-in
        </ButtonLink>
      </AuthPage>
    );
  const { invitedBy, workspaceName, role } = invitation;
  return (
    <AuthPage
      title={`Join ${workspaceName}`}
      intro={
        <>
          {invitedBy ? `${invitedBy} invites you` : "You are invited"} as <strong className="font-medium text-ink">{role}</strong>.
        </>
      }
    >
      <AccountForm action={accept} token={token} submitLabel="Join" />
    </AuthPage>
  );
}
