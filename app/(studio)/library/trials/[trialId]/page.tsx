import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { TrialScreen } from "./trial-screen";

export default async function TrialPage({ params }: { params: Promise<{ trialId: string }> }) {
  const { trialId } = await params;
  if (!Id.safeParse(trialId).success) notFound();
  return <TrialScreen key={trialId} trialId={trialId} />;
}
