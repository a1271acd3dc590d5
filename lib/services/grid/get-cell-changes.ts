import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { EventKind, StudioEvent } from "@/lib/domain/event/studio-event";
import { CellChanges } from "@/lib/domain/grid/cell-changes";
import { Id } from "@/lib/domain/wire";
import { seenSince, streamPosition } from "../event/list-events";
import { read } from "../read";
import { cellInclude, cellView } from "./get-cells";
import { loadStatus } from "./grid-view";

/** More than this, and the whole grid is read as quickly. */
const MAX_EVENTS = 500;
const MAX_TOUCHED = 200;

/** What became different in a grid's cells since they were read: a grid of a thousand is not read again because one more picture came. */
export const getCellChanges = read({
  verb: "grid.changes",
  permission: "workspace.read",
  input: z.strictObject({
    gridId: Id,
    since: z.string().max(40).optional().meta({ description: "The `position` the last answer came with; every cell is told without one." }),
  }),
  output: CellChanges,
  async run({ db, actor }, { gridId, since }) {
    const { workspaceId } = actor;
    // The position first: what is written meanwhile is told once more rather than never.
    const news = since === undefined ? null : await seenSince(db, workspaceId, since, MAX_EVENTS);
    const position = news?.position ?? (await streamPosition(db));
    const status = await loadStatus(db, workspaceId, gridId);
    const touched = news && (await touchedBy(db, gridId, news.events));
    const cells = await db.gridCell.findMany({
      where: { gridId, grid: { workspaceId }, ...(touched ? { index: { in: [...touched] } } : {}) },
      orderBy: { index: "asc" },
      include: cellInclude,
    });
    return { position, isWhole: !touched, cells: cells.map((cell) => cellView(cell, status)) };
  },
});

/** The cells of a grid that may show something else now; null when it may be any. */
async function touchedBy(db: Database, gridId: string, events: readonly StudioEvent[]): Promise<readonly number[] | null> {
  // Where the grid itself stands says why a cell has no picture.
  if (events.some(({ kind, id }) => kind === "grid" && id === gridId)) return null;
  const idsOf = (kind: EventKind) => [...new Set(events.filter((event) => event.kind === kind).map(({ id }) => id))];
  const among = (kind: EventKind) => ({ id: { in: idsOf(kind) } });
  const assets = idsOf("asset");
  const made = (variant: Prisma.VariantWhereInput): Prisma.GridCellWhereInput => ({ run: { variants: { some: variant } } });
  const ways: readonly [EventKind, readonly Prisma.GridCellWhereInput[]][] = [
    // A draft says what became of its final.
    ["run", [{ runId: { in: idsOf("run") } }, made({ finals: { some: among("run") } })]],
    ["prompt", [{ promptId: { in: idsOf("prompt") } }]],
    ["variant", [made(among("variant"))]],
    // A file and the variant it is are chosen as one: by its own id, or with others by that of the choice.
    ["asset", [made({ asset: { OR: [among("asset"), { choices: { some: { choiceId: { in: assets } } } }] } })]],
  ];
  const told = ways.filter(([kind]) => idsOf(kind).length > 0).flatMap(([, where]) => where);
  if (told.length === 0) return [];
  const rows = await db.gridCell.findMany({ where: { gridId, OR: told }, take: MAX_TOUCHED + 1, select: { index: true } });
  return rows.length > MAX_TOUCHED ? null : rows.map(({ index }) => index);
}
