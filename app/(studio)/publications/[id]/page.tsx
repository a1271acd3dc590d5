import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/shell/page-body";
import { StudioPage } from "@/components/shell/studio-page";
import { Id } from "@/lib/domain/wire";
import { PublicationScreen } from "./publication-screen";

export const metadata: Metadata = { title: "Publication" };

export default async function PublicationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!Id.safeParse(id).success) notFound();
  return (
    <StudioPage crumbs={[{ label: "Review", href: "/review" }, { label: "Publications", href: "/publications" }, { label: "Publication" }]}>
      <PageBody>
        <PublicationScreen publicationId={id} />
      </PageBody>
    </StudioPage>
  );
}
