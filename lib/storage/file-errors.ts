const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

/** The disk, or this account's share of it, is full. */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT";
}
