import { db, type Database as Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { may, ROLES } from "@/lib/domain/access/policy";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { type NoticeFacts, runTitle } from "@/lib/domain/notice/notice";
import { LOOK_AFTER_SECONDS } from "@/lib/domain/run/lookup";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { type NewNotice, tellPeople } from "../notice/tell-people";

const HOUR_MS = 3_600_000;

/** Operations of a workspace's other runs on an engine from around the time of a submit: what they own is taken. */
export async function takenOperations(workspaceId: string, engineId: string, around: Date): Promise<readonly Prisma.JsonObject[]> {
  const near = { gte: new Date(around.getTime() - HOUR_MS), lte: new Date(around.getTime() + HOUR_MS) };
  const rows = await db().run.findMany({ where: { workspaceId, engineId, startedAt: near }, select: { operation: true } });
  return rows.flatMap(({ operation }) =>
    typeof operation === "object" && operation !== null && !Array.isArray(operation) ? [operation] : [],
  );
}

/** Says on an unknown run what the last look at the provider's list brought, and plans the next one, if any. */
export function noteLooked(workspaceId: string, runId: string, said: { asked: string; nextLook: number | null }): Promise<void> {
  return note(workspaceId, async (tx) => {
    const [run] = await tx.run.updateManyAndReturn({
      where: { id: runId, workspaceId, status: "unknown" },
      data: { progress: { asked: said.asked, ...(said.nextLook === null ? { needsPerson: true } : {}) }, version: { increment: 1 } },
      select: { version: true, projectId: true, requestedById: true, promptId: true, prompt: { select: { boardId: true, text: true } } },
    });
    if (!run) return { result: undefined };
    const { nextLook } = said;
    if (nextLook !== null)
      await enqueue(tx, {
        name: "run.find",
        payload: { workspaceId, runId, look: nextLook },
        startAfterSeconds: LOOK_AFTER_SECONDS[nextLook] ?? 0,
      });
    const { version, projectId, prompt } = run;
    const told = nextLook === null ? await tellWhoDecides(tx, workspaceId, runId, run) : [];
    return {
      result: undefined,
      events: [{ kind: "run", id: runId, version, boardId: prompt.boardId, projectId, act: "looked" }, ...told],
    };
  });
}

const DECIDING = ROLES.filter((role) => may(role, "budget.set"));

/** Money is held until somebody says what became of the run: whoever may say so is told, once, and whoever started it. */
async function tellWhoDecides(
  tx: Transaction,
  workspaceId: string,
  runId: string,
  run: { readonly requestedById: string; readonly promptId: string; readonly prompt: { readonly boardId: string; readonly text: string } },
): Promise<readonly StudioEvent[]> {
  const deciders = await tx.member.findMany({ where: { workspaceId, role: { in: [...DECIDING] }, removedAt: null }, select: { id: true } });
  const facts: NoticeFacts = {
    title: runTitle(run.prompt.text),
    by: null,
    note: "",
    attempt: null,
    outcome: "unknown",
    dueAt: null,
    subject: { kind: "run", id: runId, boardId: run.prompt.boardId, promptId: run.promptId },
  };
  const people = new Set([run.requestedById, ...deciders.map(({ id }) => id)]);
  const notices = [...people].map((memberId): NewNotice => ({ memberId, kind: "run", key: `unknown:${runId}`, facts }));
  return tellPeople(tx, workspaceId, notices, new Date());
}
