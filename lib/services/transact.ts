import { db, type Database as Transaction } from "@/lib/db/client";
import { isRetryableConflict } from "@/lib/db/conflict";
import { AppError } from "@/lib/domain/errors";
import { tellNoSpace } from "./no-space";

/** Serialisation failures and deadlocks are the database asking to try again; nothing was written. */
const MAX_TRANSACTION_TRIES = 5;

/** All of it or none of it, again from the start when the database asks for that. */
export async function transact<Result>(act: (tx: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(act, { maxWait: 15_000, timeout: 30_000 });
    } catch (error) {
      if (error instanceof AppError || attempt >= MAX_TRANSACTION_TRIES || !isRetryableConflict(error)) tellNoSpace(error);
    }
  }
}
