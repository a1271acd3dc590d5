import type { PromptView } from "../prompt/view";

type Worked = Pick<PromptView, "id" | "createdAt"> & {
  readonly runs: readonly Pick<PromptView["runs"][number], "createdAt" | "finishedAt">[];
};

/** The prompt something happened to last: written, run, or finished. Null on an empty board. */
export function newestWork(prompts: readonly Worked[]): string | null {
  let newest: { readonly id: string; readonly atMs: number } | null = null;
  for (const { id, createdAt, runs } of prompts) {
    const atMs = Math.max(...[createdAt, ...runs.flatMap((run) => [run.createdAt, run.finishedAt ?? run.createdAt])].map(Date.parse));
    if (newest === null || atMs >= newest.atMs) newest = { id, atMs };
  }
  return newest?.id ?? null;
}
