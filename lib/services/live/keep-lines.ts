import { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import { MAX_LINES, Transcript, TranscriptLine, withLines } from "@/lib/domain/live/session";
import type { LiveRow } from "./session-view";

/** What a browser says was said. */
export const LastWords = {
  seen: z
    .int()
    .min(0)
    .max(MAX_LINES)
    .default(0)
    .meta({ description: "How many lines the sender knows to be kept: what is sent twice is kept once." }),
  lines: z.array(TranscriptLine).max(200).default([]),
} as const;

/**
 * Adds to a transcript what a browser says, and returns how many lines it has. The row is locked, so that of two messages on their way
 * neither loses the other's lines. One that is written down does not change any more.
 */
export async function keepLines(
  tx: Transaction,
  { id, workspaceId }: Pick<LiveRow, "id" | "workspaceId">,
  seen: number,
  lines: readonly TranscriptLine[],
): Promise<{ readonly status: LiveRow["status"]; readonly kept: number }> {
  await tx.$queryRaw`SELECT 1 FROM "LiveSession" WHERE "id" = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  const row = await tx.liveSession.findUniqueOrThrow({ where: { id }, select: { status: true, transcript: true } });
  const transcript = Transcript.parse(row.transcript);
  // The last words of a session that is being ended still count.
  if (row.status !== "live" && row.status !== "ending") return { status: row.status, kept: transcript.length };
  const said = withLines(transcript, seen, lines);
  if (said.length > transcript.length) await tx.liveSession.update({ where: { id }, data: { transcript: [...said] } });
  return { status: row.status, kept: said.length };
}
