"use client";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { WordDifference } from "@/components/ui/word-difference";
import type { HelpRequest } from "@/lib/domain/help/help";
import { compareWords } from "@/lib/domain/prompt/words";
import { HelpStanding } from "./help-standing";
import { useAskedHelp } from "./use-asked-help";
import type { WordsDialogProps } from "./words-dialog";

/** The prompt in other words: asked for, compared word by word, and only then used. */
export function RewriteDialog({ projectId, text, onApply, onClose }: WordsDialogProps) {
  const request = useMemo((): HelpRequest => ({ kind: "rewrite", projectId, text }), [projectId, text]);
  const asked = useAskedHelp(request);
  const { help, quote, isWaiting } = asked;
  const answer = help?.answer?.kind === "rewrite" ? help.answer : null;
  const isSame = answer !== null && answer.text === text;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Rewrite the prompt"
      description="Variables, alternatives and lettering stay as they are. Nothing changes before you use it."
      size="large"
      footer={
        <>
          <Button
            variant={answer ? "quiet" : "primary"}
            busy={isWaiting}
            disabledReason={quote ? null : (asked.problem ?? "Looking who can help.")}
            onClick={() => asked.ask()}
          >
            {answer ? "Ask again" : "Rewrite"}
          </Button>
          {answer && help ? (
            <Button
              variant="primary"
              disabledReason={isSame ? "It is the prompt as it is." : null}
              onClick={() => onApply(answer.text, help.id, 0)}
            >
              Use it
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <HelpStanding asked={asked} />
        <div className="rounded-md border border-line p-3" aria-live="polite">
          {answer ? (
            <WordDifference changes={compareWords(text, answer.text)} />
          ) : (
            <p dir="auto" className="font-mono text-sm leading-5 break-words whitespace-pre-wrap text-muted">
              {text}
            </p>
          )}
        </div>
        {answer && answer.notes.length > 0 ? (
          <ul className="grid gap-0.5 text-xs text-muted">
            {answer.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  );
}
