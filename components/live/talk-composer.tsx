"use client";
import { Hand, SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Talk, TalkState } from "@/lib/client/live/talk";
import type { LiveMode } from "@/lib/domain/live/session";
import { MicrophoneButton, MicrophoneTrouble } from "./microphone-button";

const MAX_LENGTH = 4_000;

/** What a person says: written where the avatar can be written to, and spoken where it answers. Enter sends. */
export function TalkComposer({ talk, state, mode, takesText }: { talk: Talk; state: TalkState; mode: LiveMode; takesText: boolean }) {
  const [text, setText] = useState("");
  const notYet = state.phase === "live" ? null : "The session is not live.";
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (notYet !== null || text.trim() === "") return;
    talk.tell(text.trim());
    setText("");
  };
  return (
    <form onSubmit={send} className="grid gap-2 border-t border-line pt-3">
      {takesText ? (
        <Field label={mode === "script" ? "What the avatar says" : "What you say"}>
          <Textarea
            rows={2}
            value={text}
            maxLength={MAX_LENGTH}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
            }}
          />
        </Field>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {takesText ? (
          <Button
            type="submit"
            variant="primary"
            icon={<SendHorizontal size={14} aria-hidden />}
            disabledReason={notYet ?? (text.trim() === "" ? "Write something first." : null)}
          >
            {mode === "script" ? "Say it" : "Send"}
          </Button>
        ) : null}
        {mode === "talk" ? <MicrophoneButton talk={talk} state={state} notYet={notYet} isFirst={!takesText} /> : null}
        {state.mayInterrupt ? (
          <Button icon={<Hand size={14} aria-hidden />} disabledReason={notYet} onClick={() => talk.interrupt()}>
            Interrupt
          </Button>
        ) : null}
      </div>
      {mode === "talk" ? <MicrophoneTrouble microphone={state.microphone} takesText={takesText} /> : null}
    </form>
  );
}
