import type { Metadata } from "next";
import { AccountForm } from "@/components/auth/account-form";
import { AuthPage } from "@/components/auth/auth-page";
import { ButtonLink } from "@/components/ui/button-link";
import { currentActor } from "@/lib/auth/current-actor";
import { isSetUp, isSetupToken } from "@/lib/auth/setup";
import { setUp } from "./actions";

export const metadata: Metadata = { title: "Set up" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** The first page of a fresh studio; it opens with the one-time link from the terminal and closes for good afterwards. */
export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (await isSetUp()) {
    if (await currentActor())
      return (
        <AuthPage title="This studio is set up" intro="It has its admin, and you are signed in.">
          <ButtonLink href="/projects" variant="primary" size="large">
            Go to the projects
          </ButtonLink>
        </AuthPage>
      );
    return (
      <AuthPage title="This studio is set up" intro="It has its admin. Sign in, or ask them for an invitation.">
        <ButtonLink href="/signin" variant="primary" size="large">
          Sign in
        </ButtonLink>
      </AuthPage>
    );
  }
  if (typeof token !== "string" || !(await isSetupToken(token)))
    return (
      <AuthPage
        title="Open the set-up link"
        intro={
          <>
            Where the studio was started, it printed a link that works once. Its token is also kept in the file{" "}
            <code className="font-mono text-sm whitespace-nowrap text-ink">setup-token</code> of the data folder.
          </>
        }
      />
    );
  return (
    <AuthPage title="Welcome to your studio" intro="You are the first one here, so you become its admin and invite the others.">
      <AccountForm action={setUp} token={token} submitLabel="Set up the studio" />
    </AuthPage>
  );
}
