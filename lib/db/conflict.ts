import { z } from "zod";
import { Prisma } from "./generated/client";

const SERIALISATION_CODES = new Set(["40001", "40P01"]);
const DISK_FULL = "53100";

/** Where Prisma keeps the database's own code of a query that failed. */
const DatabaseFailure = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

const sqlState = (error: Prisma.PrismaClientKnownRequestError) =>
  DatabaseFailure.safeParse(error.meta).data?.driverAdapterError.cause.originalCode ?? "";

/**
 * Deadlock, serialisation failure, or a crowd that kept every connection so long that the transaction did not begin: it
 * left nothing behind and may simply be tried again.
 */
export function isRetryableConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2028") return error.message.includes("Unable to start a transaction");
  return error.code === "P2034" || (error.code === "P2010" && SERIALISATION_CODES.has(sqlState(error)));
}

/** The database has no room left on its disk: the statement did nothing, and the same may work later. */
export function isOutOfSpace(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && sqlState(error) === DISK_FULL;
}

/** A unique index refused the row: somebody was first. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
