"use client";
import { CircleAlert, CircleCheck, Send } from "lucide-react";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { useRefusal } from "@/lib/client/use-refusal";
import { SettingsSection } from "./settings-section";

/** What came of the last test: whom it went to, or why it went to nobody. Both null before the first. */
export interface TestMailState {
  readonly sentTo: string | null;
  readonly problem: string | null;
}

export type StudioMailProps = {
  /** Who letters are from, and the server that takes them; null: this studio sends none. */
  from: string | null;
  server: string | null;
  sendTest: (before: TestMailState) => Promise<TestMailState>;
};

/** Whether e-mail of this studio arrives: an admin sends themselves a letter and reads what the server says. */
export function StudioMail({ from, server, sendTest }: StudioMailProps) {
  const notMine = useRefusal("mail.test");
  const [{ sentTo, problem }, send, isSending] = useActionState(sendTest, { sentTo: null, problem: null });
  if (notMine !== null || from === null) return null;
  return (
    <SettingsSection title="E-mail of this studio" note="One letter, to your own address, at once.">
      <form action={send} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3 text-sm">
        <span className="min-w-0 flex-1 basis-60">
          <span className="block wrap-anywhere">{from}</span>
          <span className="block text-xs text-muted wrap-anywhere">through {server}</span>
        </span>
        <Button type="submit" icon={<Send size={14} aria-hidden />} busy={isSending}>
          Send a test e-mail
        </Button>
        <p role="status" className="flex basis-full items-start gap-1.5 text-pretty empty:hidden">
          {isSending ? null : problem !== null ? (
            <>
              <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-bad" />
              <span className="wrap-anywhere">
                The letter was not taken: <q className="font-mono text-xs">{problem}</q>
              </span>
            </>
          ) : sentTo !== null ? (
            <>
              <CircleCheck size={15} aria-hidden className="mt-0.5 shrink-0 text-ok" />
              <span className="wrap-anywhere">The server has taken a letter to {sentTo}. Look whether it arrives.</span>
            </>
          ) : null}
        </p>
      </form>
    </SettingsSection>
  );
}
