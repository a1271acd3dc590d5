import { fileUrl } from "@/lib/domain/pattern/call";
import { FailureKind, failureSentence } from "@/lib/domain/run/failure";
import type { WebhookFact } from "../webhook/tell";
import { calledPattern, patternOfPrompt } from "./called-pattern";

/** What endpoints are told when a run has ended, however it did. */
export function runFinished(runId: string): WebhookFact {
  return {
    kind: "run.finished",
    load: async (tx) => {
      const run = await tx.run.findUniqueOrThrow({
        where: { id: runId },
        include: {
          prompt: { select: patternOfPrompt },
          switchedTo: { select: { id: true } },
          variants: { orderBy: { index: "asc" }, select: { id: true, assetId: true, seed: true, contentHash: true } },
        },
      });
      const failure = FailureKind.safeParse(run.failureKind);
      return {
        runId,
        projectId: run.projectId,
        promptId: run.promptId,
        cardId: run.cardId,
        status: run.status,
        pattern: calledPattern(run),
        outputs: run.variants.map(({ id, assetId, seed, contentHash }) => {
          return { variantId: id, assetId, seed: Number(seed), contentHash, url: fileUrl(assetId) };
        }),
        quoteMicros: run.quoteMicros.toString(),
        actualMicros: (run.actualMicros ?? 0n).toString(),
        failure: failure.success ? { kind: failure.data, sentence: failureSentence(failure.data) } : null,
        switchedToRunId: run.switchedTo?.id ?? null,
      };
    },
  };
}
