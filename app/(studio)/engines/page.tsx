import type { Metadata } from "next";
import { EngineChoice } from "@/components/engines/engine-choice";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Engines" };

export default function EnginesPage() {
  return (
    <StudioPage crumbs={[{ label: "Engines" }]}>
      <PageBody>
        <PageHeader
          title="Engines"
          actions={
            <>
              <ButtonLink href="/live">Live sessions</ButtonLink>
              <ButtonLink href="/settings/engines">Connections</ButtonLink>
            </>
          }
        >
          Category first, then model: what exists, what it costs for your volume, where it processes data, its licence and its marks.
        </PageHeader>
        <EngineChoice />
      </PageBody>
    </StudioPage>
  );
}
