import type { Metadata } from "next";
import { PlaylistList } from "@/components/review/dailies/playlist-list";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";

export const metadata: Metadata = { title: "Dailies" };

export default function DailiesPage() {
  return (
    <StudioPage crumbs={[{ label: "Review", href: "/review" }, { label: "Dailies" }]}>
      <PageBody>
        <PageHeader title="Dailies">
          Playlists of cards to look at together: presented to everybody who is present, decided while they are seen.
        </PageHeader>
        <PlaylistList />
      </PageBody>
    </StudioPage>
  );
}
