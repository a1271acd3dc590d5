import type { Metadata } from "next";
import { ReviewQueue } from "@/components/review/queue/review-queue";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Review" };

export default function ReviewPage() {
  return (
    <StudioPage crumbs={[{ label: "Review" }]}>
      <PageBody>
        <PageHeader
          title="Review"
          actions={
            <>
              <ButtonLink href="/review/dailies">Dailies</ButtonLink>
              <ButtonLink href="/review/insight">Insight</ButtonLink>
              <ButtonLink href="/publications">Publications</ButtonLink>
            </>
          }
        >
          One card for each deliverable: its goal, its owner, what may be wrong with it and how often it may be tried again.
        </PageHeader>
        <ReviewQueue />
      </PageBody>
    </StudioPage>
  );
}
