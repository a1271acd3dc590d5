import { notFound } from "next/navigation";
import { Id } from "@/lib/domain/wire";
import { BoardScreen } from "./board-screen";

export default async function BoardPage({ params }: { params: Promise<{ boardId: string }> }) {
  const { boardId } = await params;
  if (!Id.safeParse(boardId).success) notFound();
  return <BoardScreen key={boardId} boardId={boardId} />;
}
