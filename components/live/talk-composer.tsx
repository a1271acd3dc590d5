"use client";
import { Hand, Mic, MicOff, SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Talk, TalkState } from "@/lib/client/live/talk";
import type { LiveMode } from "@/lib/domain/live/session";

const MAX_LENGTH = 4_000;

/** What a person says: written, or spoken where the avatar answers. Enter sends. */
export function TalkComposer({ talk, state, mode }: { talk: Talk; state: TalkState; mode: LiveMode }) {
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
      <Field label={mode === "script" ? "What the avatar says" : "What you say"} error={state.problem}>
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
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          icon={<SendHorizontal size={14} aria-hidden />}
          disabledReason={notYet ?? (text.trim() === "" ? "Write something first." : null)}
        >
          {mode === "script" ? "Say it" : "Send"}
        </Button>
        {mode === "talk" ? (
          <Button
            icon={state.isListening ? <Mic size={14} aria-hidden /> : <MicOff size={14} aria-hidden />}
            aria-pressed={state.isListening}
            disabledReason={notYet}
            onClick={() => void talk.listen(!state.isListening)}
          >
            {state.isListening ? "Microphone on" : "Microphone off"}
          </Button>
        ) : null}
        <Button icon={<Hand size={14} aria-hidden />} disabledReason={notYet} onClick={() => talk.interrupt()}>
          Interrupt
        </Button>
      </div>
    </form>
  );
}
