import type { Actor } from "@/lib/domain/access/actor";
import { LANGUAGE_ENGINE_ID, type LanguageModel, type TokenUse, tokenCost } from "@/lib/domain/engine/language";
import type { HelpFailure } from "@/lib/domain/help/failure";
import type { HelpAnswer } from "@/lib/domain/help/help";
import { type HelpSubject, questionOf, readAnswer } from "@/lib/domain/help/question";
import { FailureKind } from "@/lib/domain/run/failure";
import type { Connection } from "@/lib/engines/engine";
import type { LanguageTools } from "@/lib/engines/language/ask";
import { log } from "@/lib/log";
import { asJpeg } from "@/lib/media/as-jpeg";
import type { EngineAnswer } from "@/lib/services/engine/health";
import { claimHelp, type HelpOrder } from "@/lib/services/help/claim-help";
import { recordAnswer } from "@/lib/services/help/record-answer";
import type { BlobStore } from "@/lib/storage/blob-store";

export interface HelpTools extends LanguageTools {
  readonly blobs: BlobStore;
  /** A workspace's way to an engine; null where it has none. */
  readonly connect: (workspaceId: string, engineId: string) => Promise<Connection | null>;
}

/** What came of a help, and what is owed for it. */
interface Outcome {
  readonly outcome: HelpAnswer | HelpFailure;
  readonly use: TokenUse | null;
  /** Null: nobody can say, so the quote is. */
  readonly costMicros: bigint | null;
  /** What was heard of the server; null: nothing. */
  readonly said: EngineAnswer | null;
}

const owesNothing = (kind: HelpFailure["kind"], reason: string): Outcome => ({
  outcome: { kind, reason },
  use: null,
  costMicros: 0n,
  said: null,
});
const owesTheQuote = (reason: string, said: EngineAnswer | null): Outcome => ({
  outcome: { kind: "unknown", reason },
  use: null,
  costMicros: null,
  said,
});
/** A server that was asked and stayed silent, or stood behind a gateway that gave up on it. */
const SILENT: EngineAnswer = { failure: "timeout", retryAfterMs: null };

/** Asks the workspace's language model once what a help was asked for. Stopped halfway, nobody asks again: the next worker says so. */
export async function answerHelp(job: { workspaceId: string; helpId: string }, signal: AbortSignal, tools: HelpTools): Promise<void> {
  const { workspaceId, helpId } = job;
  const actor: Actor = { kind: "system", workspaceId };
  const order = await claimHelp(workspaceId, helpId);
  const came = await outcomeOf(workspaceId, order, signal, tools);
  if (came) await recordAnswer(actor, { helpId, ...came });
}

async function outcomeOf(workspaceId: string, order: HelpOrder, signal: AbortSignal, tools: HelpTools): Promise<Outcome | null> {
  switch (order.step) {
    case "nothing":
    case "waits":
      return null;
    case "give-up":
      return owesNothing("timeout", "It waited half an hour for its turn and was never sent.");
    case "unknown":
      return owesTheQuote("The studio stopped between asking and hearing back.", null);
    case "ask":
      return asked(workspaceId, order.subject, order.model, order.pictureHash, signal, tools);
    default:
      return order satisfies never;
  }
}

async function asked(
  workspaceId: string,
  subject: HelpSubject,
  model: LanguageModel | null,
  pictureHash: string | null,
  signal: AbortSignal,
  tools: HelpTools,
): Promise<Outcome> {
  const connection = await tools.connect(workspaceId, LANGUAGE_ENGINE_ID);
  if (!model || !connection) return owesNothing("engine-fault", "It is not connected any more, or is another one now. Ask again.");
  const picture = pictureHash === null ? null : await pictureOf(tools.blobs, pictureHash);
  // A page of code that only a worker that is asked needs.
  const { askLanguageModel } = await import("@/lib/engines/language/ask");
  const question = { ...questionOf(subject), pictures: picture ? [picture] : [] };
  const answer = await askLanguageModel(question, model, connection, signal, tools);
  switch (answer.kind) {
    case "ambiguous":
      return owesTheQuote(answer.reason, SILENT);
    case "failed":
      return {
        outcome: answer.failure,
        use: answer.use,
        costMicros: costOf(answer, model) ?? 0n,
        // One that answered something of no use has answered.
        said: { failure: FailureKind.safeParse(answer.failure.kind).data ?? null, retryAfterMs: answer.retryAfterMs },
      };
    case "answered":
      return {
        outcome: readAnswer(subject, answer.value, picture !== null),
        use: answer.use,
        costMicros: costOf(answer, model),
        said: { failure: null, retryAfterMs: null },
      };
    default:
      return answer satisfies never;
  }
}

/** The server's own figure goes before what its tokens come to; null where it says neither. */
function costOf({ use, costMicros }: { use: TokenUse | null; costMicros: bigint | null }, model: LanguageModel): bigint | null {
  return costMicros ?? (use && tokenCost(model, use));
}

/** A picture that cannot be read is left out: the words are there. */
async function pictureOf(blobs: BlobStore, sha256: string): Promise<{ mimeType: string; bytes: Uint8Array } | null> {
  try {
    return { mimeType: "image/jpeg", bytes: await asJpeg(await blobs.read(sha256)) };
  } catch (error) {
    log.error("worker", "a picture could not be read for a help", {}, error);
    return null;
  }
}
