import { SearchX } from "lucide-react";
import { ButtonLink } from "./button-link";
import { EmptyState } from "./empty-state";
import { ErrorState } from "./error-state";

export type FailureProps = {
  /** What happened; whether the thing is not there at all; whether another try may be answered otherwise. */
  failure: { readonly sentence: string; readonly isMissing: boolean; readonly mayPass: boolean };
  /** What is kept, so that nobody fears for their work. */
  kept?: string;
  /** The way back from something that is not there. */
  back: { readonly href: string; readonly label: string };
  onRetry: () => void;
  retrying?: boolean;
};

/** Something could not be read. What is not there is not asked for again: the page says so and leads back. */
export function Failure({ failure, kept, back, onRetry, retrying = false }: FailureProps) {
  const way = <ButtonLink href={back.href}>{back.label}</ButtonLink>;
  if (failure.isMissing)
    return (
      <EmptyState icon={<SearchX />} title={failure.sentence} action={way}>
        The link may be old, or what it leads to belongs to another workspace.
      </EmptyState>
    );
  return (
    <ErrorState
      title={failure.sentence}
      {...(kept === undefined ? {} : { kept })}
      {...(failure.mayPass ? { onRetry, retrying } : { action: way })}
    />
  );
}
