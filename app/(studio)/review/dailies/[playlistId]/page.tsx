import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Dailies } from "@/components/review/dailies/dailies";
import { StudioPage } from "@/components/shell/studio-page";
import { Id } from "@/lib/domain/wire";

export const metadata: Metadata = { title: "Dailies" };

export default async function DailiesPage({ params }: { params: Promise<{ playlistId: string }> }) {
  const { playlistId } = await params;
  if (!Id.safeParse(playlistId).success) notFound();
  return (
    <StudioPage fill crumbs={[{ label: "Review", href: "/review" }, { label: "Dailies", href: "/review/dailies" }, { label: "Session" }]}>
      <Dailies playlistId={playlistId} />
    </StudioPage>
  );
}
