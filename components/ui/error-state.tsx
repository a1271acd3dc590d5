"use client";
import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

export type ErrorStateProps = {
  /** Our sentence: what could not be done. */
  title: string;
  /** What is kept, so that nobody fears for their work. */
  kept?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** Another way on, beside or instead of another try. */
  action?: ReactNode;
};

/** A place that could not be shown: what happened, what is kept, and another try. */
export function ErrorState({ title, kept, onRetry, retrying = false, action }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-88 flex-col items-center gap-1 px-4 py-16 text-center">
      <TriangleAlert size={28} strokeWidth={1.25} aria-hidden className="mb-2 text-warn" />
      <p className="text-lg font-medium text-ink">{title}</p>
      {kept ? <p className="text-sm text-muted text-pretty">{kept}</p> : null}
      {onRetry || action ? (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {onRetry ? (
            <Button onClick={onRetry} busy={retrying} icon={<RotateCw size={14} aria-hidden />}>
              Try again
            </Button>
          ) : null}
          {action}
        </div>
      ) : null}
    </div>
  );
}
