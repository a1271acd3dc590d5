"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";

/** What is run: a version with values, so many pictures, on one board, at the price that was seen. */
export type PatternRun = {
  readonly versionId: string;
  readonly boardId: string;
  readonly values: Record<string, string>;
  readonly count: number;
  readonly quoteMicros: string;
};

export type StartedRun = { readonly runId: string; readonly promptId: string; readonly boardId: string };

/**
 * Writes a prompt from the pattern and runs it. When the run is refused (a budget, a price that moved) the prompt is kept, and trying again
 * runs that prompt instead of writing another one.
 */
export function usePatternRun() {
  const queries = useQueryClient();
  const kept = useRef<{ readonly asked: string; readonly promptId: string } | null>(null);
  return useMutation({
    meta: { isQuiet: true },
    mutationFn: async ({ quoteMicros, ...use }: PatternRun): Promise<StartedRun> => {
      const asked = JSON.stringify(use);
      const promptId = kept.current?.asked === asked ? kept.current.promptId : (await rpc.pattern.use(use)).id;
      kept.current = { asked, promptId };
      const run = await rpc.run.start({ promptId, quoteMicros });
      kept.current = null;
      return { runId: run.id, promptId, boardId: use.boardId };
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: studio.pattern.key() }),
        queries.invalidateQueries({ queryKey: studio.project.key() }),
        queries.invalidateQueries({ queryKey: studio.run.key() }),
      ]),
  });
}
