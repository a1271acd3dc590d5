"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PasswordFormState } from "./password-form-state";
import { Problem } from "./problem";

export interface PasswordFormProps {
  /** The server action; it signs the person in and leads on when all is well. */
  readonly action: (before: PasswordFormState, form: FormData) => Promise<PasswordFormState>;
  /** The secret of the link this form was opened with. */
  readonly token: string;
  /** The address they sign in with: shown, and what a password manager files the new password under. */
  readonly email: string;
}

/** A new password, typed twice. Works without scripts: the page then comes back with the sentences. */
export function PasswordForm({ action, token, email }: PasswordFormProps) {
  const [{ problem, fieldProblems }, submit, isPending] = useActionState(action, { problem: null, fieldProblems: {} });
  return (
    <form action={submit} className="flex flex-col gap-4">
      {problem ? <Problem>{problem}</Problem> : null}
      <input type="hidden" name="token" value={token} />
      <Field label="E-mail">
        <Input large type="email" autoComplete="username" readOnly value={email} className="text-muted" />
      </Field>
      <Field
        label="New password"
        hint="At least 10 characters. A few words are easier to remember than signs."
        error={fieldProblems.password}
      >
        <Input large name="password" type="password" autoComplete="new-password" required autoFocus minLength={10} maxLength={200} />
      </Field>
      <Field label="New password once more" error={fieldProblems.again}>
        <Input large name="again" type="password" autoComplete="new-password" required maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" size="large" busy={isPending} className="mt-2 w-full">
        Set the password
      </Button>
    </form>
  );
}
