import type { z } from "zod";
import type { Database as Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";
import type { VerbOptions } from "./verb";

/**
 * Runs a write at most once per Idempotency-Key, in the write's own transaction: a crash leaves neither the effect nor
 * the answer. A second request with the same key waits on the unique index until the first commits, then gets its
 * answer; with another body it is a conflict.
 */
export async function answerOnce<Output extends z.ZodType>(
  tx: Transaction,
  actor: Actor,
  idempotency: VerbOptions["idempotency"],
  output: Output,
  act: () => Promise<z.output<Output>>,
): Promise<z.output<Output>> {
  if (!idempotency || actor.kind !== "key") return act();
  const where = { apiKeyId: actor.apiKeyId, key: idempotency.key };
  const claimed = await tx.idempotencyRecord.createMany({
    data: [{ ...where, requestHash: idempotency.requestHash, answer: {} }],
    skipDuplicates: true,
  });
  if (claimed.count === 0) {
    const earlier = await tx.idempotencyRecord.findUniqueOrThrow({ where: { apiKeyId_key: where } });
    if (earlier.requestHash !== idempotency.requestHash)
      throw new AppError("CONFLICT", "This Idempotency-Key was used with another request.");
    return output.parse(earlier.answer);
  }
  const result = await act();
  await tx.idempotencyRecord.update({ where: { apiKeyId_key: where }, data: { answer: result as object } });
  return result;
}
