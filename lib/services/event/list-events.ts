import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { type EventPosition, readPosition, writePosition } from "@/lib/domain/event/position";
import { type PlacedEvent, StudioEvent } from "@/lib/domain/event/studio-event";
import { read } from "../read";

const Position = z.string().max(40).meta({ description: "A place in the stream of events, `<txid>-<id>`." });

export const EventPage = z.strictObject({
  events: z.array(z.strictObject({ eventId: Position, event: StudioEvent })),
  /** Where to ask from next. */
  position: Position,
  /** Events after the asked position are gone, or were never ours: read everything again and continue from `position`. */
  isReset: z.boolean().meta({ description: "Events were missed for good: read everything again and continue from `position`." }),
  /** More can be had at once. */
  hasMore: z.boolean(),
  /** Something is written already but must wait for an older transaction to end. */
  isUnsettled: z.boolean().meta({ description: "More is about to follow; ask again in a moment." }),
});
export type EventPage = z.infer<typeof EventPage>;

/**
 * The events of the workspace after a position, oldest first; without a position, only where the stream is now. Nothing
 * is skipped: an event is shown once every transaction that began before its own has ended, so none can appear behind it.
 */
export const listEvents = read({
  verb: "event.list",
  permission: "workspace.read",
  input: z.strictObject({ after: Position.optional(), limit: z.int().min(1).max(500).default(200) }),
  output: EventPage,
  async run({ db, actor }, { after, limit }) {
    if (after === undefined) return startingAt(await now(db), false);
    const from = readPosition(after);
    if (!from) throw new AppError("BAD_INPUT", "after: this is not a position of this stream.");
    if (!(await isKept(db, from))) return startingAt(await now(db), true);
    return pageAfter(db, actor.workspaceId, from, limit);
  },
});

/** Where the stream is now: whoever reads after asking has seen everything up to here. */
export const streamPosition = async (db: Database): Promise<string> => writePosition(await now(db));

/**
 * Everything that can be seen now of what came after a position, though older transactions may still run, and where to ask from next; null
 * when the stream does not reach back so far, or tells of more than `limit` events.
 */
export async function seenSince(
  db: Database,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<{ readonly events: readonly StudioEvent[]; readonly position: string } | null> {
  const from = readPosition(after);
  if (!from) throw new AppError("BAD_INPUT", "since: this is not a position of the stream of events.");
  const next = await now(db);
  if (!(await isKept(db, from))) return null;
  const rows = await rowsAfter(db, workspaceId, from, limit + 1);
  if (rows.length > limit) return null;
  return { events: rows.map(({ event }) => StudioEvent.parse(event)), position: writePosition(next.txid > from.txid ? next : from) };
}

function startingAt(position: EventPosition, isReset: boolean): EventPage {
  return { events: [], position: writePosition(position), isReset, hasMore: false, isUnsettled: false };
}

interface EventRow {
  readonly txid: bigint;
  readonly id: bigint;
  readonly event: unknown;
  readonly isSettled: boolean;
}

/** One statement is one snapshot: what it sees and what it calls settled belong together. */
const rowsAfter = (db: Database, workspaceId: string, from: EventPosition, limit: number) => db.$queryRaw<EventRow[]>`
    SELECT "txid", "id", "event", "txid" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "isSettled"
    FROM "WorkspaceEvent"
    WHERE "workspaceId" = ${workspaceId}::uuid AND ("txid", "id") > (${from.txid}, ${from.id})
    ORDER BY "txid", "id"
    LIMIT ${limit}`;

async function pageAfter(db: Database, workspaceId: string, from: EventPosition, limit: number): Promise<EventPage> {
  const rows = await rowsAfter(db, workspaceId, from, limit + 1);
  const settled = rows.filter((row) => row.isSettled);
  const shown = settled.slice(0, limit);
  return {
    events: shown.map((row): PlacedEvent => ({ eventId: writePosition(row), event: StudioEvent.parse(row.event) })),
    position: writePosition(shown.at(-1) ?? from),
    isReset: false,
    hasMore: settled.length > limit,
    isUnsettled: settled.length < rows.length,
  };
}

/** Every transaction below the oldest one still running has ended: its events, if any, are already visible to whoever reads now. */
async function now(db: Database): Promise<EventPosition> {
  const [row] = await db.$queryRaw<{ txid: bigint }[]>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "txid"`;
  return { txid: row?.txid ?? 0n, id: 0n };
}

/**
 * Whether everything after a position is still there. `sweepEvents` removes rows below one transaction and keeps at
 * least one, so a kept row at or before the position proves it; so does the very first one, which a position may lie before while an older
 * transaction runs. A position from the future belongs to another database.
 */
async function isKept(db: Database, { txid }: EventPosition): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isKept: boolean }[]>`
    SELECT COALESCE((SELECT "txid" <= ${txid} OR "id" = 1 FROM "WorkspaceEvent" ORDER BY "createdAt" LIMIT 1), false)
      AND ${txid} <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS "isKept"`;
  return row?.isKept ?? false;
}
