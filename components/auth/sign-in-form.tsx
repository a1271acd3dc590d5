import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "./problem";

export interface SignInFormProps {
  /** next-auth's token against forged forms; its other half is a cookie. */
  readonly csrfToken: string;
  /** Where to go afterwards; next-auth lets only the studio's own addresses through. */
  readonly callbackUrl: string;
  readonly problem: string | null;
  /** The address that was tried in vain a moment ago, or empty. */
  readonly email: string;
}

/** E-mail and password, posted by the browser itself to next-auth: it works before any script has loaded. */
export function SignInForm({ csrfToken, callbackUrl, problem, email }: SignInFormProps) {
  return (
    <form method="post" action="/api/auth/callback/credentials" className="flex flex-col gap-4">
      {problem ? <Problem>{problem}</Problem> : null}
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="E-mail">
        <Input
          large
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus={email === ""}
          maxLength={254}
          defaultValue={email}
        />
      </Field>
      <Field label="Password">
        <Input large name="password" type="password" autoComplete="current-password" required autoFocus={email !== ""} maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" size="large" className="mt-2 w-full">
        Sign in
      </Button>
    </form>
  );
}
