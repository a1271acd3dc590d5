import type { Metadata } from "next";
import { LiveRoom } from "@/components/live/live-room";
import { PageBody } from "@/components/shell/page-body";
import { StudioPage } from "@/components/shell/studio-page";

export const metadata: Metadata = { title: "Live session" };

export default async function LiveSessionPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <StudioPage crumbs={[{ label: "Live sessions", href: "/live" }, { label: "Session" }]}>
      <PageBody>
        <h1 className="sr-only">Live session</h1>
        <LiveRoom sessionId={(await params).id} />
      </PageBody>
    </StudioPage>
  );
}
