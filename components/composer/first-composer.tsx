"use client";
import clsx from "clsx";
import { type RefObject, useLayoutEffect } from "react";
import { useFloor } from "@/components/ui/floor";
import { useDesk } from "@/lib/client/desk/desk-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useRefusal } from "@/lib/client/use-refusal";
import { COMPOSER, COMPOSER_CLOSED, PROMPT_PLACEHOLDER, PROMPT_SHAPE, PROMPT_TEXT } from "./composer-look";
import { OriginLine } from "./origin-line";

/** What somebody did before the composer was here, for it to go on from. */
export interface HandedOver {
  /** The stretch that is chosen in the text, while the keyboard is in it. */
  caret: [start: number, end: number] | null;
  /** A key of the composer's. */
  pressed: "run" | "help" | null;
}

export interface FirstComposerProps {
  readonly textRef: RefObject<HTMLTextAreaElement | null>;
  readonly handedOver: RefObject<HandedOver>;
  /** Somebody turned to it: the composer is to come. */
  readonly want: () => void;
}

/** Where the prompt is written from the first frame on: the composer's text alone, on the same desk and in the same place, until the rest is here. */
export function FirstComposer({ textRef, handedOver, want }: FirstComposerProps) {
  const floor = useFloor();
  const notMine = useRefusal("run.start");
  const draft = useDesk((state) => state.draft);
  const setRecipe = useDesk((state) => state.setRecipe);
  const press = (key: HandedOver["pressed"]) => () => {
    handedOver.current.pressed = key;
    want();
  };
  useKeys("board", { run: press("run"), help: press("help") });
  useLayoutEffect(
    () => () => {
      const field = textRef.current;
      if (field && field === document.activeElement) handedOver.current.caret = [field.selectionStart, field.selectionEnd];
    },
    [textRef, handedOver],
  );
  if (notMine !== null)
    return (
      <section ref={floor} aria-label="Composer" className={COMPOSER_CLOSED}>
        {notMine}
      </section>
    );
  return (
    <section ref={floor} aria-label="Composer" aria-busy onPointerDown={want} onFocus={want} className={COMPOSER}>
      <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-4">
        <OriginLine origin={draft.origin} onLeave={want} />
      </div>
      <div className="grid grid-cols-1 gap-1.5 pt-1">
        {draft.pattern ? (
          <div className="min-h-10" />
        ) : (
          <textarea
            ref={textRef}
            aria-label="Prompt"
            value={draft.recipe.text}
            rows={1}
            dir="auto"
            spellCheck
            placeholder={PROMPT_PLACEHOLDER}
            onChange={(event) => setRecipe({ text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                press("run")();
              }
              if (event.key === "Escape") event.currentTarget.blur();
            }}
            className={clsx(PROMPT_TEXT, "block text-ink", PROMPT_SHAPE)}
          />
        )}
        <div className={draft.recipe.references.length > 0 ? "h-11" : "h-8 @max-xl:h-26"} />
      </div>
    </section>
  );
}
