import { isOutOfSpace } from "@/lib/db/conflict";
import { AppError } from "@/lib/domain/errors";

/** Turns a database that has no room left into the sentence people read; every other error goes on as it is. */
export function tellNoSpace(error: unknown): never {
  if (!isOutOfSpace(error)) throw error;
  throw new AppError(
    "NO_SPACE",
    "The studio has no room on its disk, so this was not saved. An admin has to free some; then it can be done again.",
    { cause: error },
  );
}
