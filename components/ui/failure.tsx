"use client";
import { SearchX } from "lucide-react";
import { codeOf, isRefusal, sentenceOf } from "@/lib/client/sentence";
import { ButtonLink } from "./button-link";
import { EmptyState } from "./empty-state";
import { ErrorState } from "./error-state";

export type FailureProps = {
  error: unknown;
  /** What is kept, so that nobody fears for their work. */
  kept?: string;
  /** The way back from something that is not there. */
  back: { readonly href: string; readonly label: string };
  onRetry: () => void;
  retrying?: boolean;
};

/** Refusals that may be answered otherwise a moment later. */
const PASSING = new Set(["TOO_MANY_REQUESTS", "CONFLICT"]);

/** Something could not be read. What is not there is not asked for again: the page says so and leads back. */
export function Failure({ error, kept, back, onRetry, retrying = false }: FailureProps) {
  const code = codeOf(error);
  const way = <ButtonLink href={back.href}>{back.label}</ButtonLink>;
  if (code === "NOT_FOUND")
    return (
      <EmptyState icon={<SearchX />} title={sentenceOf(error)} action={way}>
        The link may be old, or what it leads to belongs to another workspace.
      </EmptyState>
    );
  const isWorthAsking = !isRefusal(error) || (code !== undefined && PASSING.has(code));
  return (
    <ErrorState
      title={sentenceOf(error)}
      {...(kept === undefined ? {} : { kept })}
      {...(isWorthAsking ? { onRetry, retrying } : { action: way })}
    />
  );
}
