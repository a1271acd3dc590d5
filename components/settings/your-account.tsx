"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useActionState, useEffect } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { studio } from "@/lib/client/query";
import type { PasswordChangeState } from "./password-change-state";
import { SettingsSection } from "./settings-section";

export type YourAccountProps = {
  /** The server action that changes the password. */
  changePassword: (before: PasswordChangeState, form: FormData) => Promise<PasswordChangeState>;
};

const UNTRIED: PasswordChangeState = { problem: null, fieldProblems: {}, changes: 0, sessionsEnded: 0 };

/** One's own password: the present one, and the new one twice. */
export function YourAccount({ changePassword }: YourAccountProps) {
  const queries = useQueryClient();
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const [{ problem, fieldProblems, changes, sessionsEnded }, submit, isPending] = useActionState(changePassword, UNTRIED);
  useEffect(() => {
    if (changes === 0) return;
    announce({ tone: "ok", id: "password-changed", text: "Your password is changed.", detail: endedSentence(sessionsEnded) });
    void queries.invalidateQueries({ queryKey: studio.session.key() });
  }, [changes, sessionsEnded, queries]);
  const email = me.data?.email ?? "";
  return (
    <SettingsSection title="Your account" note="Changing your password signs out every other browser. This one stays signed in.">
      <form action={submit} className="grid grid-cols-[minmax(0,22rem)] gap-3 border-t border-line pt-3">
        <Field label="E-mail">
          <Input type="email" autoComplete="username" readOnly value={email} className="text-muted" />
        </Field>
        <Field label="Present password" error={fieldProblems.present}>
          <Input name="present" type="password" autoComplete="current-password" required maxLength={200} />
        </Field>
        <Field
          label="New password"
          hint="At least 10 characters. A few words are easier to remember than signs."
          error={fieldProblems.password}
        >
          <Input name="password" type="password" autoComplete="new-password" required minLength={10} maxLength={200} />
        </Field>
        <Field label="New password once more" error={fieldProblems.again}>
          <Input name="again" type="password" autoComplete="new-password" required maxLength={200} />
        </Field>
        {problem ? (
          <p role="alert" className="text-sm text-bad text-pretty">
            {problem}
          </p>
        ) : null}
        <Button type="submit" className="justify-self-start" busy={isPending}>
          Change the password
        </Button>
      </form>
    </SettingsSection>
  );
}

function endedSentence(count: number): string {
  if (count === 0) return "You were signed in nowhere else.";
  return count === 1 ? "One other browser was signed out." : `${count} other browsers were signed out.`;
}
