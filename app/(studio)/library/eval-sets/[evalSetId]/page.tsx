import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { EvalSetScreen } from "./eval-set-screen";

export default async function EvalSetPage({ params }: { params: Promise<{ evalSetId: string }> }) {
  const { evalSetId } = await params;
  if (evalSetId !== "new" && !Id.safeParse(evalSetId).success) notFound();
  return <EvalSetScreen key={evalSetId} evalSetId={evalSetId === "new" ? null : evalSetId} />;
}
