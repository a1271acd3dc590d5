import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { EventKind, StudioEvent } from "@/lib/domain/event/studio-event";
import { BoardChanges } from "@/lib/domain/prompt/board-changes";
import { Id } from "@/lib/domain/wire";
import { seenSince } from "../event/list-events";
import { read } from "../read";
import { boardHead, boardPrompts } from "./board-prompts";

/** More than this, and the whole board is read as quickly. */
const MAX_EVENTS = 500;
const MAX_TOUCHED = 200;

/**
 * What became different on a board since it was read: a board of ten thousand prompts is not read again because one run has painted a little
 * further. Null when that cannot be told, or would be most of it: then the board is read whole.
 */
export const getChanges = read({
  verb: "board.changes",
  permission: "workspace.read",
  input: z.strictObject({
    boardId: Id,
    archived: z.boolean().default(false),
    since: z.string().max(40).meta({ description: "The `position` the board, or its last changes, came with." }),
  }),
  output: BoardChanges.nullable(),
  async run({ db, actor }, { boardId, archived, since }) {
    // The position first: what is written meanwhile is told once more rather than never.
    const news = await seenSince(db, actor.workspaceId, since, MAX_EVENTS);
    const head = await boardHead(db, actor, boardId);
    if (!news) return null;
    const touched = await touchedBy(
      db,
      boardId,
      news.events.filter((event) => event.boardId === undefined || event.boardId === boardId),
    );
    if (touched.length > MAX_TOUCHED) return null;
    const prompts = touched.length === 0 ? [] : await boardPrompts(db, boardId, archived, { id: { in: [...touched] } });
    const shown = new Set(prompts.map(({ id }) => id));
    return { ...head, position: news.position, prompts, gone: touched.filter((id) => !shown.has(id)) };
  },
});

/** The prompts of a board that may show something else now, at most one more than are told. */
async function touchedBy(db: Database, boardId: string, events: readonly StudioEvent[]): Promise<readonly string[]> {
  const idsOf = (kind: EventKind) => [...new Set(events.filter((event) => event.kind === kind).map(({ id }) => id))];
  const among = (kind: EventKind) => ({ id: { in: idsOf(kind) } });
  const assets = idsOf("asset");
  const ways: readonly [EventKind, readonly Prisma.PromptWhereInput[]][] = [
    // A cell of a grid comes onto the board with its first branch.
    ["prompt", [among("prompt"), { children: { some: among("prompt") } }]],
    // A draft says what became of its final, a run that failed which one went on.
    [
      "run",
      [
        { runs: { some: { OR: [among("run"), { switchedTo: among("run") }] } } },
        { variants: { some: { finals: { some: among("run") } } } },
      ],
    ],
    ["variant", [{ variants: { some: among("variant") } }]],
    ["grid", [{ grid: among("grid") }]],
    // A file and the variant it is are chosen as one: by its own id, or with others by that of the choice.
    ["asset", [{ variants: { some: { asset: { OR: [among("asset"), { choices: { some: { choiceId: { in: assets } } } }] } } } }]],
  ];
  const told = ways.filter(([kind]) => idsOf(kind).length > 0).flatMap(([, where]) => where);
  if (told.length === 0) return [];
  const rows = await db.prompt.findMany({
    where: { boardId, OR: told },
    orderBy: { id: "asc" },
    take: MAX_TOUCHED + 1,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
