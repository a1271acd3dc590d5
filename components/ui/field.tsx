"use client";
import { Field as Base } from "@base-ui/react/field";
import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldProps = {
  label: ReactNode;
  /** What to write here, before anything went wrong. */
  hint?: ReactNode;
  /** A sentence that says what is wrong and what would be right; null when all is well. */
  error?: string | null | undefined;
  /** Keep the label for screen readers only, where the place already says it. */
  labelHidden?: boolean;
  /** Marked in words, because most fields are required. */
  optional?: boolean;
  /** The form's name of the value. */
  name?: string;
  className?: string;
  /** One Input, Textarea, Select or Combobox of this folder; label, hint and error are wired to it. */
  children: ReactNode;
};

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error, labelHidden = false, optional = false, name, className, children }: FieldProps) {
  return (
    <Base.Root invalid={Boolean(error)} {...(name ? { name } : {})} className={clsx("flex min-w-0 flex-col gap-1", className)}>
      <Base.Label className={labelHidden ? "sr-only" : "text-xs font-medium text-muted"}>
        {label}
        {optional ? <span className="font-normal text-faint"> (optional)</span> : null}
      </Base.Label>
      {children}
      {error ? (
        <Base.Error match className="flex items-start gap-1 text-xs text-bad">
          <CircleAlert size={13} aria-hidden className="mt-px shrink-0" />
          <span>{error}</span>
        </Base.Error>
      ) : null}
      {hint && !error ? <Base.Description className="text-xs text-faint text-pretty">{hint}</Base.Description> : null}
    </Base.Root>
  );
}
