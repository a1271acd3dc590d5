import { db } from "@/lib/db/client";
import { dueToEnd, type EndReason, LiveMode, OPEN_STATUSES, EndReason as Reason, Transcript } from "@/lib/domain/live/session";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { isOverdrawn } from "../run/hold";
import { type LiveRow, withStarter } from "./session-view";

/** Longer than any look: an open session without a job after that has been forgotten. */
const LOST_AFTER_SECONDS = 60;

/** A session as a worker finds it. */
export interface Followed {
  readonly row: LiveRow;
  readonly mode: LiveMode;
  readonly transcript: Transcript;
  readonly endReason: EndReason;
  /** Why it has to be ended now; null while it may go on, and when it is past that. */
  readonly due: EndReason | null;
}

/** What stands of a session; null when there is nothing left to do for it. For a worker's hands only. */
export async function followedSession(workspaceId: string, sessionId: string, now: Date): Promise<Followed | null> {
  const row = await db().liveSession.findFirst({
    where: { id: sessionId, workspaceId, status: { in: OPEN_STATUSES } },
    include: withStarter,
  });
  if (!row) return null;
  const { status } = row;
  const going = status === "opening" || status === "ready" || status === "live" ? { ...timesOf(row), status } : null;
  return {
    row,
    mode: LiveMode.parse(row.mode),
    transcript: Transcript.parse(row.transcript),
    endReason: Reason.catch("person").parse(row.endReason),
    due: going && dueToEnd({ ...going, isOverBudget: await isOverdrawn(db(), row) }, now.getTime()),
  };
}

const timesOf = ({ createdAt, joinedAt, heardAt, maxSeconds }: LiveRow) => ({
  createdAtMs: createdAt.getTime(),
  joinedAtMs: joinedAt?.getTime() ?? null,
  heardAtMs: heardAt?.getTime() ?? null,
  maxSeconds,
});

/** The next look, so that a session never goes on with nobody watching. */
export function lookAgain(workspaceId: string, sessionId: string, afterSeconds: number): Promise<void> {
  return enqueue(db(), { name: "live.follow", payload: { workspaceId, sessionId }, startAfterSeconds: afterSeconds });
}

/** Counts a look at the engine's figures that gave none. Returns how many there were. */
export function noteUnsettled(workspaceId: string, sessionId: string): Promise<number> {
  return note(workspaceId, async (tx) => {
    const { settleTries } = await tx.liveSession.update({ where: { id: sessionId }, data: { settleTries: { increment: 1 } } });
    return { result: settleTries };
  });
}

/** Gives open sessions without a job a new one: after a queue was emptied by hand, or a job used up its tries. Safe to repeat. */
export async function requeueLostSessions(): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT s."id", s."workspaceId" FROM "LiveSession" s
    WHERE s."status" IN ('opening', 'ready', 'live', 'ending')
      AND s."createdAt" < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'live.follow' AND j.state < 'completed' AND j.data->>'sessionId' = s."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId } of lost) await lookAgain(workspaceId, id, 0);
  return lost.length;
}
