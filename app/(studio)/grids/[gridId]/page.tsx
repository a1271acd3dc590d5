import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { GridScreen } from "./grid-screen";

export default async function GridPage({ params }: { params: Promise<{ gridId: string }> }) {
  const { gridId } = await params;
  if (!Id.safeParse(gridId).success) notFound();
  return <GridScreen key={gridId} gridId={gridId} />;
}
