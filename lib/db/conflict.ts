import { z } from "zod";
import { Prisma } from "./generated/client";

const SERIALISATION_CODES = new Set(["40001", "40P01"]);

/** Where Prisma keeps the database's own code of a raw query that failed. */
const RawFailure = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

const sqlState = (error: Prisma.PrismaClientKnownRequestError) =>
  RawFailure.safeParse(error.meta).data?.driverAdapterError.cause.originalCode ?? "";

/** Deadlock or serialisation failure: the transaction left nothing behind and may simply be tried again. */
export function isRetryableConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || (error.code === "P2010" && SERIALISATION_CODES.has(sqlState(error)));
}

/** A unique index refused the row: somebody was first. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
