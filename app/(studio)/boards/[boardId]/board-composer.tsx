"use client";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useLayoutEffect } from "react";
import { Composer } from "@/components/composer/composer";
import type { HandedOver } from "@/components/composer/first-composer";
import { PromptHelp } from "@/components/help/prompt-help";
import { useComposerPattern } from "@/components/library/composer-pattern";
import { useKeyboard } from "@/lib/client/keyboard/keyboard-provider";
import { studio } from "@/lib/client/query";
import type { CatalogueModel } from "@/lib/domain/engine/capabilities";

export interface BoardComposerProps {
  readonly boardId: string;
  readonly projectId: string;
  readonly models: readonly CatalogueModel[];
  /** The review card this board retries for. */
  readonly cardId: string | null;
  /** What the project may still spend, in micros; undefined while it is read. */
  readonly leftMicros: string | null | undefined;
  readonly textRef: RefObject<HTMLTextAreaElement | null>;
  readonly handedOver: RefObject<HandedOver>;
}

/** The composer of a board, with patterns and help with the words, which are surfaces of their own. */
export function BoardComposer({ boardId, projectId, models, cardId, leftMicros, textRef, handedOver }: BoardComposerProps) {
  const card = useQuery({ ...studio.card.get.queryOptions({ input: { cardId: cardId ?? "" } }), enabled: cardId !== null });
  const pattern = useComposerPattern(models);
  useHandedOver(textRef, handedOver);
  return (
    <Composer
      projectId={projectId}
      boardId={boardId}
      leftMicros={leftMicros === undefined || leftMicros === null ? null : BigInt(leftMicros)}
      models={models}
      textRef={textRef}
      pattern={pattern}
      help={<PromptHelp projectId={projectId} />}
      card={
        card.data
          ? {
              id: card.data.id,
              title: card.data.title,
              lane: card.data.lane,
              refusal: card.data.acts.submit.reason,
              approvedId: card.data.acts.editRecipe.allowed ? (card.data.attempts.at(-1)?.id ?? null) : null,
            }
          : null
      }
    />
  );
}

/** Goes on where somebody was in what stood here before: at the same letter, with the key they had pressed. */
function useHandedOver(textRef: RefObject<HTMLTextAreaElement | null>, handedOver: RefObject<HandedOver>): void {
  const { keys, dispatcher } = useKeyboard();
  useLayoutEffect(() => {
    const { caret } = handedOver.current;
    if (!caret) return;
    handedOver.current.caret = null;
    textRef.current?.focus();
    textRef.current?.setSelectionRange(...caret);
  }, [textRef, handedOver]);
  useEffect(() => {
    const { pressed } = handedOver.current;
    if (!pressed) return;
    handedOver.current.pressed = null;
    const chord = keys.chordOf(pressed);
    if (chord !== undefined) dispatcher.press({ chords: [chord], isRepeat: false, focus: "free", isInOverlay: false });
  }, [keys, dispatcher, handedOver]);
}
