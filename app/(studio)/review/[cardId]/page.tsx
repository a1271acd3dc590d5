import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { CardScreen } from "./card-screen";

export const metadata: Metadata = { title: "Review card" };

export default async function ReviewCardPage({ params }: { params: Promise<{ cardId: string }> }) {
  const { cardId } = await params;
  if (!Id.safeParse(cardId).success) notFound();
  return <CardScreen key={cardId} cardId={cardId} />;
}
