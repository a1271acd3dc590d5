import type { StoredFile } from "@/lib/domain/asset/media";
import { settleSession } from "@/lib/domain/live/money";
import { SESSION_TYPE, type SessionRecord } from "@/lib/domain/live/record";
import { nextLookSeconds, type TranscriptLine } from "@/lib/domain/live/session";
import { formatMicros } from "@/lib/domain/money/micros";
import type { Connection } from "@/lib/engines/engine";
import { type LiveContext, type LiveEngine, LiveFault, type LiveFigures, type Opened } from "@/lib/engines/live";
import type { LiveRegistry } from "@/lib/engines/live-registry";
import { log } from "@/lib/log";
import { prepareImage } from "@/lib/media/prepare-image";
import { sessionCover } from "@/lib/media/session-cover";
import { noteEngineAnswer } from "@/lib/services/engine/note-answer";
import { endDueSession } from "@/lib/services/live/end-session";
import { finishSession } from "@/lib/services/live/finish-session";
import { type Followed, followedSession, lookAgain, noteUnsettled } from "@/lib/services/live/follow-session";
import { failSession, notePreparing, readySession } from "@/lib/services/live/open-session";
import type { BlobStore } from "@/lib/storage/blob-store";

export interface LiveTools {
  readonly engines: LiveRegistry;
  readonly blobs: BlobStore;
  readonly connect: (workspaceId: string, engineId: string) => Promise<Connection | null>;
  readonly now?: () => Date;
}

/** Looks at an engine's figures before our own count of seconds has to do. They come a moment after the end. */
const MOST_LOOKS = 6;
const LOOK_AGAIN_SECONDS = 5;
/** A session that is being prepared is there within seconds. */
const PREPARED_SECONDS = 1;
const NO_FIGURES: LiveFigures = { seconds: null, billedMinutes: null };

/**
 * One look at one session: opens it, ends it when it is due, or settles it. Whatever it did, an open session has its next
 * look queued before this one is over, so a crash anywhere is found by the look after it.
 */
export async function followSession(job: { workspaceId: string; sessionId: string }, signal: AbortSignal, tools: LiveTools): Promise<void> {
  const { workspaceId, sessionId } = job;
  const now = tools.now?.() ?? new Date();
  const session = await followedSession(workspaceId, sessionId, now);
  if (!session) return;
  const studio = { kind: "system", workspaceId } as const;
  const { row, due } = session;
  if (due !== null) {
    // Ending it queues the look that settles it.
    await endDueSession(studio, { sessionId, reason: due });
    return;
  }
  const engine = tools.engines.get(row.engineId);
  const connection = await tools.connect(workspaceId, row.engineId);
  const reach = engine && connection ? { engine, context: { connection, signal } } : null;
  if (row.status === "ending") return settle(session, reach, tools.blobs, now);
  if (row.status === "opening") {
    if (!reach) return void (await failSession(studio, { sessionId, reason: "The engine is not connected any more." }));
    return open(session, reach);
  }
  await lookAgain(workspaceId, sessionId, nextLook(row, now));
}

const nextLook = ({ joinedAt, maxSeconds }: Followed["row"], now: Date) =>
  nextLookSeconds({ joinedAtMs: joinedAt?.getTime() ?? null, maxSeconds }, now.getTime());

type Reach = { readonly engine: LiveEngine; readonly context: LiveContext };

/** Asks for the session, or whether it is there by now. A fault that may pass is told to the engine's breaker and waited out. */
async function open({ row }: Followed, reach: Reach): Promise<void> {
  const { id: sessionId, workspaceId, engineId } = row;
  const studio = { kind: "system", workspaceId } as const;
  const answer = await asked(row, reach);
  if (answer instanceof LiveFault) {
    await noteEngineAnswer(workspaceId, engineId, answer);
    await lookAgain(workspaceId, sessionId, Math.max(LOOK_AGAIN_SECONDS, Math.ceil((answer.retryAfterMs ?? 0) / 1_000)));
    return;
  }
  switch (answer.kind) {
    case "refused":
      await failSession(studio, { sessionId, reason: answer.failure.reason, said: answer.failure.kind });
      return;
    case "preparing":
      if (!(await notePreparing(workspaceId, sessionId, answer.remoteId))) return letGo(answer.remoteId, reach);
      await lookAgain(workspaceId, sessionId, PREPARED_SECONDS);
      return;
    case "opened": {
      const { isWaiting } = await readySession(studio, { sessionId, remoteId: answer.remoteId, token: answer.token });
      if (!isWaiting) return letGo(answer.remoteId, reach);
      await lookAgain(workspaceId, sessionId, nextLook(row, new Date()));
      return;
    }
    default:
      return answer satisfies never;
  }
}

async function asked(
  { remoteId, modelId, avatarId, voiceId, contextId, maxSeconds }: Followed["row"],
  { engine, context }: Reach,
): Promise<Opened | LiveFault> {
  try {
    return remoteId !== null && engine.prepared
      ? await engine.prepared(remoteId, context)
      : await engine.open({ modelId, avatarId, voiceId, contextId, maxSeconds }, context);
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof LiveFault) return error;
    // It was not reached, or said something we do not know.
    return new LiveFault(error instanceof Error ? error.message : String(error), "engine-fault");
  }
}

/** The session was ended while its engine was asked for it: nobody will join what came. */
async function letGo(remoteId: string, { engine, context }: Reach): Promise<void> {
  await engine.stop(remoteId, context).catch((error: unknown) => log.error("worker", "a session was not stopped", {}, error));
}

/** Stops a session at its engine, reads what it cost there, and writes it down. */
async function settle(session: Followed, reach: Reach | null, blobs: BlobStore, now: Date): Promise<void> {
  const { row } = session;
  const { id: sessionId, workspaceId, remoteId, joinedAt, heardAt } = row;
  const figures = remoteId === null || reach === null ? NO_FIGURES : await figuresOf(remoteId, reach).catch(() => null);
  const isUnclear = figures === null || (figures.billedMinutes === null && joinedAt !== null && remoteId !== null && reach !== null);
  if (isUnclear && (await noteUnsettled(workspaceId, sessionId)) < MOST_LOOKS) {
    await lookAgain(workspaceId, sessionId, LOOK_AGAIN_SECONDS);
    return;
  }
  const { seconds, billedMinutes } = figures ?? NO_FIGURES;
  const counted = joinedAt && heardAt ? Math.ceil((heardAt.getTime() - joinedAt.getTime()) / 1_000) : 0;
  const { chargeMicros, costFrom } = settleSession({
    heldMicros: row.quoteMicros,
    price: row,
    billedMinutes,
    seconds: seconds ?? counted,
  });
  const record: SessionRecord = {
    format: "selects-live-session-1",
    sessionId,
    engineId: row.engineId,
    modelId: row.modelId,
    remoteId,
    avatarId: row.avatarId,
    avatarName: row.avatarName,
    voiceId: row.voiceId,
    contextId: row.contextId,
    mode: session.mode,
    startedBy: row.requestedBy.displayName,
    joinedAt: joinedAt?.toISOString() ?? null,
    endedAt: now.toISOString(),
    endReason: session.endReason,
    seconds: seconds ?? counted,
    quoteMicros: row.quoteMicros.toString(),
    actualMicros: chargeMicros.toString(),
    costFrom,
    transcript: [...session.transcript],
  };
  await finishSession({ kind: "system", workspaceId }, { record, file: await fileOf(record, blobs) });
}

async function figuresOf(remoteId: string, { engine, context }: Reach): Promise<LiveFigures> {
  await engine.stop(remoteId, context);
  return engine.figures(remoteId, context);
}

/** The record as a stored file with a cover to be seen by. */
async function fileOf(record: SessionRecord, blobs: BlobStore): Promise<StoredFile> {
  const cover = await prepareImage(
    await sessionCover({
      title: `Live session, ${record.endedAt.slice(0, 10)}`,
      facts: `${record.startedBy} · ${lengthText(record.seconds)} · ${formatMicros(BigInt(record.actualMicros))}`,
      lines: record.transcript.map(({ who, text }) => ({ who: SPEAKERS[who], text })),
    }),
  );
  const stored = await blobs.put(new TextEncoder().encode(JSON.stringify(record, null, 2)));
  const renditions = await Promise.all(
    cover.renditions.map(async ({ bytes, ...rendition }) => ({ ...rendition, ...(await blobs.put(bytes)) })),
  );
  const { width, height, provenance } = cover.facts;
  return { ...stored, facts: { mimeType: SESSION_TYPE, width, height, provenance }, thumbHash: cover.thumbHash, renditions };
}

const SPEAKERS = { person: "Person", avatar: "Avatar" } as const satisfies Record<TranscriptLine["who"], string>;

const lengthText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
