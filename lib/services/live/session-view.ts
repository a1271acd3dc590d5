import type { Database } from "@/lib/db/client";
import type { LiveSession, Member } from "@/lib/db/generated/client";
import { AppError } from "@/lib/domain/errors";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { EndReason, LiveMode, Transcript } from "@/lib/domain/live/session";
import type { LiveSessionView } from "@/lib/domain/live/view";
import { connectableEngines, liveModel } from "@/lib/engines/catalogue";

export const withStarter = { requestedBy: { select: { displayName: true } } } as const;

export type LiveRow = LiveSession & { readonly requestedBy: Pick<Member, "displayName"> };

export function sessionView(row: LiveRow): LiveSessionView {
  const endReason = EndReason.safeParse(row.endReason);
  return {
    id: row.id,
    projectId: row.projectId,
    engineId: row.engineId,
    engineName: connectableEngines().find(({ engineId }) => engineId === row.engineId)?.name ?? row.engineId,
    modelId: row.modelId,
    avatarId: row.avatarId,
    avatarName: row.avatarName,
    voiceId: row.voiceId,
    contextId: row.contextId,
    takesText: liveModel(row.engineId, row.modelId)?.takesText ?? true,
    mode: LiveMode.parse(row.mode),
    status: row.status,
    maxSeconds: row.maxSeconds,
    startMicros: row.startMicros.toString(),
    minuteMicros: row.minuteMicros.toString(),
    quoteMicros: row.quoteMicros.toString(),
    actualMicros: row.actualMicros?.toString() ?? null,
    costFrom: row.costFrom === "provider" || row.costFrom === "seconds" ? row.costFrom : null,
    seconds: row.seconds,
    endReason: endReason.success ? endReason.data : null,
    failure: row.failureReason,
    startedBy: row.requestedBy.displayName,
    startedById: row.requestedById,
    joinedAt: row.joinedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    assetId: row.assetId,
    lineCount: Transcript.parse(row.transcript).length,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

export async function loadSession(db: Database, workspaceId: string, sessionId: string): Promise<LiveRow> {
  const row = await db.liveSession.findFirst({ where: { id: sessionId, workspaceId }, include: withStarter });
  if (!row) throw noSuchSession();
  return row;
}

export const noSuchSession = () => new AppError("NOT_FOUND", "This session does not exist.");

export function sessionEvent({ id, version, projectId }: Pick<LiveSession, "id" | "version" | "projectId">, act: string): StudioEvent {
  return { kind: "live", id, version, projectId, act };
}

/** What the token of a session is bound to. */
export const placeOfToken = ({ workspaceId, id }: Pick<LiveSession, "workspaceId" | "id">) => `${workspaceId}/live/${id}/token`;
