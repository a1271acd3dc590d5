"use client";
import clsx from "clsx";
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { WeightLimits } from "@/lib/domain/prompt/weights";
import { type Slash, type SnippetView, slashAt, withSnippet } from "@/lib/domain/snippet/snippet";
import { PROMPT_SHAPE, PROMPT_TEXT } from "./composer-look";
import { SnippetMenu, useSnippetMenu } from "./snippet-menu";
import { useWordWeights, WeightBar } from "./word-weights";
import { type Mark, marksOf, mistakeIn } from "./wording-marks";

export interface PromptFieldProps {
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  /** Ctrl/⌘ + Enter. */
  readonly onSubmit: () => void;
  readonly quiet?: boolean;
  /** The longest text that can be sent, in characters; said only to who comes near it. More can be typed, to be cut afterwards. */
  readonly limit: number;
  /** What the chosen model makes of `(words:1.3)`; null where it has no weights. */
  readonly weights: WeightLimits | null;
}

const NEARLY = 0.9;

const MARKED: Readonly<Record<Mark["kind"], string>> = {
  words: "",
  variable: "rounded-sm bg-ok-soft",
  alternatives: "rounded-sm bg-accent-soft",
  mistake: "rounded-sm bg-bad-soft",
  weight: "rounded-sm bg-warn-soft",
};

/**
 * Where a prompt is written: grows with its text, runs with Ctrl/⌘ + Enter, hands the keyboard back with Esc. Variables
 * and alternatives, and weights where the model has them, are marked where they stand; `/` at the start of a word puts in a snippet.
 */
export function PromptField({
  ref,
  label,
  value,
  placeholder,
  onChange,
  onSubmit,
  limit,
  weights: limits,
  quiet = false,
}: PromptFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => field.current);
  const [slash, setSlash] = useState<Slash | null>(null);
  const caretAfter = useRef<number | null>(null);
  const insert = (snippet: SnippetView) => {
    if (!slash) return;
    const next = withSnippet(value, slash, snippet.text);
    caretAfter.current = next.caret;
    setSlash(null);
    onChange(next.text);
  };
  const menu = useSnippetMenu(slash, insert, () => setSlash(null));
  // The caret jumps to the end when a text is put in from outside: it belongs behind the snippet.
  useLayoutEffect(() => {
    if (caretAfter.current === null || field.current?.value !== value) return;
    field.current.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  }, [value]);

  const weights = useWordWeights(field, value, limits, onChange);
  const isOver = value.length > limit;
  const isNear = value.length >= limit * NEARLY;
  const mistake = mistakeIn(value);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (menu.onKeyDown(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    }
    if (event.key === "Escape") event.currentTarget.blur();
  };
  const lookForSlash = () => {
    const { selectionStart = 0, selectionEnd = 0, value: now = "" } = field.current ?? {};
    setSlash(selectionStart === selectionEnd ? slashAt(now, selectionStart) : null);
  };
  const onSelect = () => {
    lookForSlash();
    weights.onSelect();
  };
  const shape = quiet ? "max-h-20 text-xs" : PROMPT_SHAPE;
  const described = [...(isNear ? [`${id}-length`] : []), ...(mistake ? [`${id}-mistake`] : [])].join(" ");
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="relative grid">
        <div
          ref={marks}
          aria-hidden
          dir="auto"
          className={clsx(
            "pointer-events-none col-start-1 row-start-1 w-full overflow-hidden font-mono leading-5 break-words whitespace-pre-wrap text-transparent",
            shape,
          )}
        >
          {marksOf(value, limits !== null).map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
            <span key={index} className={MARKED[mark.kind]}>
              {mark.text}
            </span>
          ))}
        </div>
        <textarea
          ref={field}
          id={id}
          value={value}
          rows={1}
          dir="auto"
          aria-invalid={isOver || mistake !== null}
          {...(described === "" ? {} : { "aria-describedby": described })}
          {...menu.fieldProps}
          spellCheck
          placeholder={placeholder}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            onSelect();
          }}
          onKeyDown={onKeyDown}
          onSelect={onSelect}
          onBlur={() => setSlash(null)}
          onScroll={(event) => {
            if (marks.current) marks.current.scrollTop = event.currentTarget.scrollTop;
          }}
          className={clsx("relative col-start-1 row-start-1", PROMPT_TEXT, quiet ? "text-muted" : "text-ink", shape)}
        />
        <SnippetMenu menu={menu} />
      </div>
      {limits && !quiet ? <WeightBar weights={weights} /> : null}
      {mistake ? (
        <p id={`${id}-mistake`} role="status" className="pt-1.5 pb-0.5 text-xs text-bad">
          {mistake}
        </p>
      ) : null}
      {isNear ? (
        <p id={`${id}-length`} role="status" className={clsx("text-right text-2xs tabular-nums", isOver ? "text-bad" : "text-muted")}>
          {value.length.toLocaleString("en-US")} of {limit.toLocaleString("en-US")} characters
          {isOver ? `, ${(value.length - limit).toLocaleString("en-US")} too many` : null}
        </p>
      ) : null}
    </>
  );
}
