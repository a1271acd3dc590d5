"use client";
import { useEffect } from "react";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";

/** A page of the studio that broke: the shell stays, the cause goes to the log, the person gets a sentence and two ways on. */
export default function StudioPageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <StudioPage crumbs={[{ label: "This page could not be shown" }]}>
      <ErrorState
        title="This page could not be shown."
        kept="Everything you saved is kept. If another try does not help, go on elsewhere: the rest of the studio works."
        onRetry={reset}
        action={<ButtonLink href="/projects">All projects</ButtonLink>}
      />
    </StudioPage>
  );
}
