import { Prisma } from "./generated/client";

const SERIALISATION_CODES = new Set(["40001", "40P01"]);

const sqlState = (error: Prisma.PrismaClientKnownRequestError): unknown => {
  const { code } = error.meta ?? {};
  return code;
};

/** Deadlock or serialisation failure: the transaction left nothing behind and may simply be tried again. */
export function isRetryableConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || (error.code === "P2010" && SERIALISATION_CODES.has(String(sqlState(error))));
}

/** A unique index refused the row: somebody was first. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
