"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AccountFormState } from "./account-form-state";
import { Problem } from "./problem";

export interface AccountFormProps {
  /** The server action; it signs the person in and leads on when all is well. */
  readonly action: (before: AccountFormState, form: FormData) => Promise<AccountFormState>;
  /** The secret of the link this form was opened with. */
  readonly token: string;
  readonly submitLabel: string;
}

/** Name, e-mail and password of somebody who takes a seat. Works without scripts: the page then comes back with the sentences. */
export function AccountForm({ action, token, submitLabel }: AccountFormProps) {
  const [{ problem, fieldProblems, typed }, submit, isPending] = useActionState(action, {
    problem: null,
    fieldProblems: {},
    typed: { displayName: "", email: "" },
  });
  return (
    <form action={submit} className="flex flex-col gap-4">
      {problem ? <Problem>{problem}</Problem> : null}
      <input type="hidden" name="token" value={token} />
      <Field label="Your name" error={fieldProblems.displayName}>
        <Input large name="displayName" autoComplete="name" required maxLength={80} defaultValue={typed.displayName} />
      </Field>
      <Field label="E-mail" error={fieldProblems.email}>
        <Input large name="email" type="email" autoComplete="username" required maxLength={254} defaultValue={typed.email} />
      </Field>
      <Field label="Password" hint="At least 10 characters. A few words are easier to remember than signs." error={fieldProblems.password}>
        <Input large name="password" type="password" autoComplete="new-password" required minLength={10} maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" size="large" busy={isPending} className="mt-2 w-full">
        {submitLabel}
      </Button>
    </form>
  );
}
