import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not here" };

/** An address that leads nowhere, or to something this person may not see: both read the same on purpose. */
export default function NotFound() {
  return (
    <main id="content" className="flex min-h-dvh flex-col justify-center">
      <EmptyState
        icon={<SearchX />}
        title="There is nothing here"
        action={
          <ButtonLink href="/projects" variant="primary">
            Go to projects
          </ButtonLink>
        }
      >
        The link may be old, or what it leads to belongs to another workspace.
      </EmptyState>
    </main>
  );
}
