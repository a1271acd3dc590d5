import { FileSearch } from "lucide-react";
import type { Metadata } from "next";
import { PublicationList } from "@/components/review/publications/publication-list";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Publications" };

export default function PublicationsPage() {
  return (
    <StudioPage crumbs={[{ label: "Review", href: "/review" }, { label: "Publications" }]}>
      <PageBody>
        <PageHeader
          title="Publications"
          actions={
            <ButtonLink href="/verify" icon={<FileSearch size={14} aria-hidden />}>
              Verify a file
            </ButtonLink>
          }
        >
          What was let out: the file, and the record of how it was made, who decided and what it cost.
        </PageHeader>
        <PublicationList />
      </PageBody>
    </StudioPage>
  );
}
