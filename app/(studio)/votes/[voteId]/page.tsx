import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { VoteScreen } from "./vote-screen";

export default async function VotePage({ params }: { params: Promise<{ voteId: string }> }) {
  const { voteId } = await params;
  if (!Id.safeParse(voteId).success) notFound();
  return <VoteScreen key={voteId} voteId={voteId} />;
}
