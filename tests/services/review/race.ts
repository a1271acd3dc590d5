import { AppError, type ErrorCode } from "@/lib/domain/errors";

/** How many of many simultaneous acts came through, and how the others were refused. A surprise is rethrown. */
export async function race<Result>(
  acts: readonly (() => Promise<Result>)[],
): Promise<{ won: Result[]; codes: ErrorCode[]; sentences: string[] }> {
  const results = await Promise.allSettled(acts.map((act) => act()));
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
  const refused = refusals.map((reason) => {
    if (reason instanceof AppError) return reason;
    throw reason;
  });
  return {
    won: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    codes: refused.map(({ code }) => code),
    sentences: refused.map(({ message }) => message),
  };
}
