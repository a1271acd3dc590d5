"use client";
import clsx from "clsx";
import { type KeyboardEvent, type Ref, useId } from "react";

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
}

const NEARLY = 0.9;

/** Where a prompt is written: grows with its text, runs with Ctrl/⌘ + Enter, hands the keyboard back with Esc. */
export function PromptField({ ref, label, value, placeholder, onChange, onSubmit, limit, quiet = false }: PromptFieldProps) {
  const id = useId();
  const isOver = value.length > limit;
  const isNear = value.length >= limit * NEARLY;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    }
    if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        value={value}
        rows={1}
        dir="auto"
        aria-invalid={isOver}
        {...(isNear ? { "aria-describedby": `${id}-length` } : {})}
        spellCheck
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={clsx(
          "field-sizing-content w-full resize-none bg-transparent font-mono leading-5 rounded-sm text-ink outline-offset-4 placeholder:text-faint",
          quiet ? "max-h-20 text-xs text-muted" : "max-h-40 min-h-10 text-sm",
        )}
      />
      {isNear ? (
        <p id={`${id}-length`} role="status" className={clsx("text-right text-2xs tabular-nums", isOver ? "text-bad" : "text-muted")}>
          {value.length.toLocaleString("en-US")} of {limit.toLocaleString("en-US")} characters
          {isOver ? `, ${(value.length - limit).toLocaleString("en-US")} too many` : null}
        </p>
      ) : null}
    </>
  );
}
