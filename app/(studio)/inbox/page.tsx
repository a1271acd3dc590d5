import type { Metadata } from "next";
import { Inbox } from "@/components/inbox/inbox";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";

export const metadata: Metadata = { title: "Inbox" };

export default function InboxPage() {
  return (
    <StudioPage crumbs={[{ label: "Inbox" }]}>
      <PageBody>
        <PageHeader title="Inbox">
          What concerns you: cards that come to you, decisions on yours, words to you, and time that runs out.
        </PageHeader>
        <Inbox />
      </PageBody>
    </StudioPage>
  );
}
