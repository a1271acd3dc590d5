import { z } from "zod";
import type { StoredFile } from "@/lib/domain/asset/media";
import { SessionRecord } from "@/lib/domain/live/record";
import { Id } from "@/lib/domain/wire";
import { createAsset } from "../asset/create-asset";
import { settleHold } from "../run/hold";
import { write } from "../write";
import { loadSession, sessionEvent } from "./session-view";

/**
 * The end of a session, exactly once: its record becomes an asset, its hold what it cost and what is free again. The
 * worker has written the file; money and file say the same, because both come from the record.
 */
export const finishSession = write({
  verb: "live.finish",
  permission: "run.start",
  input: z.strictObject({ record: SessionRecord, file: z.custom<StoredFile>() }),
  output: z.strictObject({ assetId: Id.nullable() }),
  async run({ tx, actor: { workspaceId } }, { record, file }) {
    const { sessionId, seconds, costFrom } = record;
    const chargeMicros = BigInt(record.actualMicros);
    const { count } = await tx.liveSession.updateMany({
      where: { id: sessionId, workspaceId, status: "ending" },
      data: {
        status: "ended",
        seconds,
        costFrom,
        actualMicros: chargeMicros,
        endedAt: new Date(record.endedAt),
        version: { increment: 1 },
      },
    });
    const row = await loadSession(tx, workspaceId, sessionId);
    if (count === 0) return { result: { assetId: row.assetId }, unchanged: true };
    const day = record.endedAt.slice(0, 10);
    const asset = await createAsset(tx, {
      workspaceId,
      createdById: row.requestedById,
      origin: "output",
      fileName: `Live session ${day}.json`,
      file,
    });
    await tx.liveSession.update({ where: { id: sessionId }, data: { assetId: asset.id } });
    const releaseMicros = row.quoteMicros > chargeMicros ? row.quoteMicros - chargeMicros : 0n;
    const projectVersion = await settleHold(tx, row, { chargeMicros, releaseMicros }, "liveSessionId");
    return {
      result: { assetId: asset.id },
      audit: [
        {
          subjectKind: "live",
          subjectId: sessionId,
          details: {
            reason: record.endReason,
            seconds,
            lines: record.transcript.length,
            quoteMicros: record.quoteMicros,
            actualMicros: record.actualMicros,
            costFrom,
            assetId: asset.id,
          },
        },
      ],
      events: [
        sessionEvent(row, "ended"),
        { kind: "asset", id: asset.id, version: asset.version, act: "recorded" },
        { kind: "project", id: row.projectId, version: projectVersion, projectId: row.projectId, act: "money" },
      ],
    };
  },
});
