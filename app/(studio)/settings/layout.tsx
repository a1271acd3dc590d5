import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <StudioPage crumbs={[{ label: "Settings" }]}>
      <PageBody narrow>
        <PageHeader title="Settings" />
        <SettingsNav />
        {children}
      </PageBody>
    </StudioPage>
  );
}
