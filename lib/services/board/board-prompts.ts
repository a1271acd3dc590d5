import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { BoardView, PromptView } from "@/lib/domain/prompt/view";
import { noteInclude, noteView } from "../note/note-view";
import { promptInclude, promptView } from "../prompt/prompt-view";
import { sectionInclude, sectionView } from "../section/section-view";

/** A grid's cells stay on its own page until they are picked or branched from: a thousand of them would bury the lineage. */
const GROWN = { OR: [{ cell: null }, { children: { some: {} } }, { variants: { some: { flag: "pick" as const } } }] };

/** What one statement reads: the database takes 32,767 values with one, and an answer is put together without holding up everybody else's. */
const PARCEL = { prompts: 500, variants: 4_000 };

/** Prompts of a board that are shown on it, oldest first, so that a layout grows without moving what is already placed. */
export async function boardPrompts(
  db: Database,
  boardId: string,
  archived: boolean,
  among: Prisma.PromptWhereInput = {},
  limit?: number,
): Promise<PromptView[]> {
  const shown = await db.prompt.findMany({
    where: { boardId, ...GROWN, ...(archived ? {} : { archivedAt: null }), AND: among },
    orderBy: { id: "asc" },
    select: { id: true },
    ...(limit === undefined ? {} : { take: limit }),
  });
  const prompts: PromptView[] = [];
  for (const ids of parcels(
    await sizes(
      db,
      shown.map(({ id }) => id),
    ),
  )) {
    const rows = await db.prompt.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" }, include: promptInclude });
    for (const row of rows) prompts.push(promptView(row));
  }
  return prompts;
}

interface Size {
  readonly id: string;
  readonly variants: number;
}

/** How many variants each of these prompts has, in the order given. */
async function sizes(db: Database, ids: readonly string[]): Promise<Size[]> {
  const rows = await db.$queryRaw<Size[]>`
    SELECT "promptId" AS "id", count(*)::int AS "variants" FROM "Variant" WHERE "promptId" = ANY(${ids}::uuid[]) GROUP BY "promptId"`;
  const counted = new Map(rows.map(({ id, variants }) => [id, variants]));
  return ids.map((id) => ({ id, variants: counted.get(id) ?? 0 }));
}

function parcels(prompts: readonly Size[]): string[][] {
  const all: string[][] = [];
  let room = { prompts: 0, variants: 0 };
  for (const { id, variants } of prompts) {
    const last = all.at(-1);
    if (last && room.prompts > 0 && room.variants >= variants) last.push(id);
    else {
      all.push([id]);
      room = { ...PARCEL };
    }
    room = { prompts: room.prompts - 1, variants: room.variants - variants };
  }
  return all;
}

/** A board with its sections and notes, without its prompts and without a place in the stream of events. */
export async function boardHead(db: Database, actor: Actor, boardId: string): Promise<Omit<BoardView, "prompts" | "position">> {
  const { workspaceId } = actor;
  const board = await db.board.findFirst({ where: { id: boardId, workspaceId }, include: { project: { select: { name: true } } } });
  if (!board) throw new AppError("NOT_FOUND", "This board does not exist.");
  const there = { where: { boardId, removedAt: null }, orderBy: { id: "asc" } } as const;
  const sections = await db.section.findMany({ ...there, include: sectionInclude });
  const notes = await db.boardNote.findMany({
    where: { ...there.where, OR: [{ sectionId: null }, { section: { removedAt: null } }] },
    orderBy: there.orderBy,
    include: noteInclude,
  });
  return {
    id: board.id,
    projectId: board.projectId,
    projectName: board.project.name,
    name: board.name,
    version: board.version,
    createdAt: board.createdAt.toISOString(),
    sections: sections.map(sectionView),
    notes: notes.map((note) => noteView(note, actor)),
  };
}
