import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { ProjectScreen } from "./project-screen";

export default async function ProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  if (!Id.safeParse(projectId).success) notFound();
  return <ProjectScreen projectId={projectId} />;
}
