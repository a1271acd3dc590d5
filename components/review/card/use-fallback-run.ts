"use client";
import { useQuery } from "@tanstack/react-query";
import { studio } from "@/lib/client/query";

/**
 * The run that makes a fallback path's attempt, live; where it failed and went on at another engine, that one. Null where
 * none does or it cannot be read, undefined until that is known.
 */
export function useFallbackRun(runId: string | null) {
  const first = useRun(runId);
  const next = useRun(first?.switchedTo?.runId ?? null);
  return next ?? first;
}

function useRun(runId: string | null) {
  const { data, isError } = useQuery({ ...studio.run.get.queryOptions({ input: { runId: runId ?? "" } }), enabled: runId !== null });
  return runId === null || isError ? null : data;
}
