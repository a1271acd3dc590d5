import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/auth/auth-page";
import { Problem } from "@/components/auth/problem";
import { SignInForm } from "@/components/auth/sign-in-form";
import { csrfTokenOf } from "@/lib/auth/csrf-cookie";
import { currentActor } from "@/lib/auth/current-actor";
import { isSetUp } from "@/lib/auth/setup";
import { typedEmailOf } from "@/lib/auth/typed-email";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Says the same for a wrong password, an unknown address and a resting account: which it was is nobody's business. */
const NOT_MATCHING =
  "That e-mail and password do not match. After five misses in a row an account rests: half a minute at first, longer each time.";
const WENT_WRONG = "Signing in did not work. Please try again.";

/** One canonical address: at another name of this machine (localhost for 127.0.0.1) cookies and forms would not come back. */
async function insistOnOrigin(path: string): Promise<void> {
  const { origin } = env();
  const host = (await headers()).get("host");
  if (host !== null && LOOPBACK.test(host) && host !== new URL(origin).host) redirect(`${origin}${path}`);
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === "string" ? asked[name] : undefined);
  const callbackUrl = one("callbackUrl") ?? "/";
  if (await currentActor()) redirect("/");
  await insistOnOrigin(`/signin?${new URLSearchParams({ callbackUrl })}`);
  if (!(await isSetUp())) redirect("/setup");
  const csrfToken = csrfTokenOf(await cookies());
  if (!csrfToken && !one("ready")) redirect(`/api/auth/signin?${new URLSearchParams({ callbackUrl })}`);
  const error = one("error");
  return (
    <AuthPage title="Sign in">
      {csrfToken ? (
        <SignInForm
          csrfToken={csrfToken}
          callbackUrl={callbackUrl}
          email={error === undefined ? "" : typedEmailOf(await cookies())}
          problem={error === undefined ? null : error === "CredentialsSignin" ? NOT_MATCHING : WENT_WRONG}
        />
      ) : (
        <Problem>Signing in needs cookies, and this browser keeps none for the studio. Allow them and reload the page.</Problem>
      )}
    </AuthPage>
  );
}
