import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { SavedComparison } from "../compare-screen";

export default async function ComparisonPage({ params }: { params: Promise<{ comparisonId: string }> }) {
  const { comparisonId } = await params;
  if (!Id.safeParse(comparisonId).success) notFound();
  return <SavedComparison key={comparisonId} comparisonId={comparisonId} />;
}
