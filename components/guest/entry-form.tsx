"use client";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** What the server says about who wants to come in; the password does not come back. */
export interface EntryState {
  readonly name: string;
  readonly nameProblem: string | null;
  readonly problem: string | null;
}

export type EntryFormProps = {
  readonly action: (before: EntryState, form: FormData) => Promise<EntryState>;
  readonly hasPassword: boolean;
};

/** A name, and the link's password where it has one. Works without scripts. */
export function EntryForm({ action, hasPassword }: EntryFormProps) {
  const [{ name, nameProblem, problem }, submit, isPending] = useActionState(action, { name: "", nameProblem: null, problem: null });
  return (
    <form action={submit} className="flex flex-col gap-4">
      <Field
        label="Your name"
        hint="Those who sent the link see it beside what you look at and say."
        error={nameProblem ?? (hasPassword ? null : problem)}
      >
        <Input large name="name" autoComplete="name" autoFocus required maxLength={80} defaultValue={name} />
      </Field>
      {hasPassword ? (
        <Field label="Password of this link" error={problem}>
          <Input large name="password" type="password" autoComplete="off" required maxLength={200} />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" size="large" busy={isPending} className="mt-2 w-full">
        Have a look
      </Button>
    </form>
  );
}
