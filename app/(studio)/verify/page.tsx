import type { Metadata } from "next";
import { Verify } from "@/components/review/verify/verify";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";

export const metadata: Metadata = { title: "Verify a file" };

export default function VerifyPage() {
  return (
    <StudioPage
      crumbs={[{ label: "Review", href: "/review" }, { label: "Publications", href: "/publications" }, { label: "Verify a file" }]}
    >
      <PageBody>
        <PageHeader title="Verify a file">
          Whether a file is one of ours, whether it was changed since, and which publication it comes from.
        </PageHeader>
        <Verify />
      </PageBody>
    </StudioPage>
  );
}
