import type { Checkers } from "@/lib/engines/registry";
import { connectionOf, whyNotOpened } from "@/lib/services/engine/connection-of";
import { noteCheck } from "@/lib/services/engine/note-check";

/** Tests a connection without spending, and notes how it went. */
export async function checkEngine(job: { workspaceId: string; engineId: string }, signal: AbortSignal, engines: Checkers): Promise<void> {
  const connection = await connectionOf(job.workspaceId, job.engineId);
  const engine = engines.get(job.engineId);
  if (!engine) return;
  const checked = connection
    ? await engine.check(connection, signal)
    : { outcome: "unreachable" as const, reason: await whyNotOpened(job.workspaceId, job.engineId) };
  signal.throwIfAborted();
  await noteCheck(job.workspaceId, job.engineId, checked);
}
