import type { Metadata } from "next";
import { SessionList } from "@/components/live/session-list";
import { StartSessionForm } from "@/components/live/start-session-form";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Live sessions" };

export default function LivePage() {
  return (
    <StudioPage crumbs={[{ label: "Engines", href: "/engines" }, { label: "Live sessions" }]}>
      <PageBody narrow>
        <PageHeader title="Live sessions" actions={<ButtonLink href="/engines?category=avatar.live">Engines</ButtonLink>}>
          Speak with an avatar, or let it speak. The most it may cost is held before; the transcript and what it cost are kept.
        </PageHeader>
        <StartSessionForm />
        <h2 className="mt-8 mb-2 text-lg font-semibold">Sessions</h2>
        <SessionList />
      </PageBody>
    </StudioPage>
  );
}
