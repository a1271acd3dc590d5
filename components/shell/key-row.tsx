"use client";
import { type KeyboardEvent, useState } from "react";
import { Keys } from "@/components/ui/kbd";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { keyPressOf } from "@/lib/client/keyboard/key-press";
import { useKeyboard } from "@/lib/client/keyboard/keyboard-provider";
import type { KeyAction } from "@/lib/client/keyboard/table";

/** One act with its keys. Pressed, it waits for another key and takes it, or says why it cannot. */
export function KeyRow({ action }: { action: KeyAction }) {
  const { keys } = useKeyboard();
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const chords = keys.chordsOf(action.id);

  const listen = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (!isWaiting) return;
    const chord = keyPressOf(event.nativeEvent)?.chords[0];
    event.preventDefault();
    event.stopPropagation();
    if (chord === undefined) return;
    setWaiting(false);
    if (chord === "escape") return;
    const outcome = keys.remap(action.id, [chord]);
    setRefusal(outcome.ok ? null : outcome.reason);
  };

  return (
    <li className="border-b border-line py-0.5 last:border-none">
      <div className="flex min-h-7 items-center justify-between gap-3">
        <span className="min-w-0 truncate">{action.title}</span>
        <button
          type="button"
          onClick={() => {
            setRefusal(null);
            setWaiting(true);
          }}
          onBlur={() => setWaiting(false)}
          onKeyDown={listen}
          className="flex min-h-6 shrink-0 items-center gap-1.5 rounded-md px-1 text-xs text-muted hover:bg-hover"
        >
          <VisuallyHidden>{action.title}: </VisuallyHidden>
          {isWaiting ? "Press a key, Esc to keep" : chords.length === 0 ? "No key" : null}
          {isWaiting ? null : chords.map((chord) => <Keys key={chord} chord={chord} />)}
          <VisuallyHidden>. Change the key</VisuallyHidden>
        </button>
      </div>
      {refusal ? (
        <p role="alert" className="pb-1 text-xs text-bad">
          {refusal}
        </p>
      ) : null}
    </li>
  );
}
