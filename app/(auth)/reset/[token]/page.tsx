import type { Metadata } from "next";
import { AuthPage } from "@/components/auth/auth-page";
import { PasswordForm } from "@/components/auth/password-form";
import { ButtonLink } from "@/components/ui/button-link";
import { findPasswordReset } from "@/lib/auth/password-reset";
import { CLOSED_RESET_SENTENCES } from "@/lib/domain/member/password-reset";
import { choosePassword } from "./actions";

export const metadata: Metadata = { title: "New password" };

type Props = { params: Promise<{ token: string }> };

/** Where a password link leads: choose a new password, or read why the link does not open. Looking at it uses nothing up. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const reset = await findPasswordReset(token);
  if (reset?.state !== "open")
    return (
      <AuthPage title="This link does not open" intro={CLOSED_RESET_SENTENCES[reset?.state ?? "unknown"]}>
        <ButtonLink href="/signin" size="large">
          Go to sign-in
        </ButtonLink>
      </AuthPage>
    );
  const { displayName, workspaceName, email } = reset;
  return (
    <AuthPage
      title="Choose a new password"
      intro={`For ${displayName} in ${workspaceName}. Every browser signed in with the old one is signed out.`}
    >
      <PasswordForm action={choosePassword} token={token} email={email} />
    </AuthPage>
  );
}
