import type { Metadata } from "next";
import { ReviewInsight } from "@/components/review/insight/review-insight";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";

export const metadata: Metadata = { title: "Insight" };

export default function InsightPage() {
  return (
    <StudioPage crumbs={[{ label: "Review", href: "/review" }, { label: "Insight" }]}>
      <PageBody>
        <PageHeader title="Insight">
          How decisions went: what passes at first, what is marked, how long it takes and what it costs.
        </PageHeader>
        <ReviewInsight />
      </PageBody>
    </StudioPage>
  );
}
