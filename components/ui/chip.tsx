"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";

export type ChipProps = {
  children: ReactNode;
  icon?: ReactNode;
  /** What is taken away when its × is pressed, in words: "Remove bottle.png". No × without it. */
  removeLabel?: string;
  onRemove?: () => void;
  accent?: boolean;
};

/** A small thing in a row of its kind: a filter, a reference, a difference. */
export function Chip({ children, icon, removeLabel, onRemove, accent = false }: ChipProps) {
  return (
    <span
      className={clsx(
        "inline-flex h-6 max-w-60 items-center gap-1 rounded-md border pl-1.5 text-xs",
        onRemove ? "pr-0" : "pr-1.5",
        accent ? "border-transparent bg-accent-soft text-accent-ink" : "border-line bg-surface text-muted",
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel ?? "Remove"}
          onClick={onRemove}
          className="flex size-6 shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink"
        >
          <X size={12} aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
