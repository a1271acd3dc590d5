"use client";
import { useEffect } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";

/** A page that broke. The cause goes to the log; the person gets a sentence and two ways on. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main id="content" className="flex min-h-full flex-1 flex-col justify-center">
      <ErrorState
        title="This page could not be shown."
        kept="Everything you saved is kept."
        onRetry={reset}
        action={<ButtonLink href="/projects">All projects</ButtonLink>}
      />
    </main>
  );
}
