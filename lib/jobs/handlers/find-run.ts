import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import { stepAfterLook } from "@/lib/domain/run/lookup";
import type { Engine, Found, Operation } from "@/lib/engines/engine";
import { adoptRun } from "@/lib/services/run/adopt-run";
import { claimRun, type WorkOrder } from "@/lib/services/run/claim-run";
import { noteLooked, takenOperations } from "@/lib/services/run/note-looked";
import { noteNotMade } from "@/lib/services/run/settle-unknown";
import { engineRequestOf } from "../engine-request";
import type { GenerateTools } from "./generate";

type Looked = Found | { readonly kind: "fault"; readonly reason: string };

/**
 * Looks for an unknown run: by its own job where the provider accepted it, else in the provider's own list. Found, it goes on; certainly
 * absent, it is settled as never made; anything else waits for the next look or for a person. Nothing is ever submitted here.
 */
export async function findRun(
  job: { workspaceId: string; runId: string; look: number },
  signal: AbortSignal,
  tools: Pick<GenerateTools, "engines" | "blobs" | "connect">,
): Promise<void> {
  const { workspaceId, runId, look } = job;
  const token = randomUUID();
  const order = await claimRun(workspaceId, runId, token);
  if (order?.status !== "unknown") return;
  const engine = tools.engines.get(order.engineId);
  const operation = operationIn(order);
  if (!engine || (!operation && !engine.find))
    return noteLooked(workspaceId, runId, { asked: "This engine has no list that could tell. Look at its bill.", nextLook: null });
  const sentAt = order.startedAt ?? new Date();
  const looked = await lookFor(engine, order, operation, sentAt, signal, tools);
  signal.throwIfAborted();
  const actor: Actor = { kind: "system", workspaceId };
  const step = stepAfterLook(looked.kind, { ageMs: Date.now() - sentAt.getTime(), look });
  switch (step) {
    case "adopt":
      if (looked.kind === "found") await unlessTaken(adoptRun(actor, { runId, token, operation: looked.operation }));
      return;
    case "not-made":
      await unlessTaken(
        noteNotMade(actor, { runId, token, reason: "The provider's own list does not have this run: it never arrived and costs nothing." }),
      );
      return;
    case "look-again":
    case "ask-a-person":
      return noteLooked(workspaceId, runId, { asked: wordsFor(looked), nextLook: step === "look-again" ? look + 1 : null });
    default:
      return step satisfies never;
  }
}

async function lookFor(
  engine: Engine,
  order: WorkOrder,
  operation: Operation | null,
  sentAt: Date,
  signal: AbortSignal,
  { blobs, connect }: Pick<GenerateTools, "blobs" | "connect">,
): Promise<Looked> {
  const context = {
    signal,
    readReference: (sha256: string) => blobs.read(sha256),
    keep: async (bytes: Uint8Array) => (await blobs.put(bytes)).sha256,
    connection: await connect(order.workspaceId, order.engineId),
    callbackUrl: null,
  };
  try {
    if (operation) {
      // Whatever it says of the job, it can be read again: the run goes on from there.
      await engine.poll(operation, context);
      return { kind: "found", operation };
    }
    const taken = await takenOperations(order.workspaceId, order.engineId, sentAt);
    const operations = taken.map((operation) => JSON.parse(JSON.stringify(operation)));
    return (
      (await engine.find?.({ request: engineRequestOf(order), sentAtMs: sentAt.getTime(), taken: operations }, context)) ?? {
        kind: "absent",
      }
    );
  } catch (error) {
    return { kind: "fault", reason: (error instanceof Error ? error.message : String(error)).slice(0, 300) };
  }
}

/** The provider's own job, where it accepted the run. */
function operationIn({ operation }: WorkOrder): Operation | null {
  return typeof operation === "object" && operation !== null ? (operation as Operation) : null;
}

function wordsFor(looked: Looked): string {
  switch (looked.kind) {
    case "found":
    case "absent":
      return "The provider's list does not show this run yet.";
    case "unclear":
      return looked.reason;
    case "fault":
      return `The provider could not be read: ${looked.reason}`;
    default:
      return looked satisfies never;
  }
}

/** Somebody else settled it meanwhile: there is nothing left to do. */
async function unlessTaken(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "CONFLICT") throw error;
  });
}
