import type { Database as Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";

const NAME = "Calls";

/** The board of a project on which calls leave their prompts. Made with the first call, once, however many come at the same time. */
export async function callsBoard(tx: Transaction, workspaceId: string, projectId: string): Promise<string> {
  const present = () =>
    tx.board.findFirst({
      where: { workspaceId, projectId, name: NAME, archivedAt: null },
      orderBy: { id: "asc" },
      select: { id: true },
    });
  const known = await present();
  if (known) return known.id;
  const project = await tx.project.findFirst({ where: { id: projectId, workspaceId }, select: { archivedAt: true } });
  if (!project) throw new AppError("NOT_FOUND", "This project does not exist.");
  if (project.archivedAt) throw new AppError("CONFLICT", "This project is archived; restore it first.");
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`calls ${projectId}`}, 0))`;
  return ((await present()) ?? (await tx.board.create({ data: { workspaceId, projectId, name: NAME }, select: { id: true } }))).id;
}
