"use client";
import { Skeleton } from "@/components/ui/skeleton";
import type { ListedRun } from "@/lib/domain/run/view";
import { CancelMine } from "./cancel-mine";
import { RunRow } from "./run-row";

export type RunListsProps = {
  running: readonly ListedRun[];
  unknown: readonly ListedRun[];
  done: readonly ListedRun[];
  /** What was last made is being read. */
  isPending: boolean;
  isRead: boolean;
  /** Why something could not be read, as a sentence. */
  problem: string | null;
};

/** What the run tray holds when it is open. */
export function RunLists({ running, unknown, done, isPending, isRead, problem }: RunListsProps) {
  const isAnythingOpen = running.length + unknown.length > 0;
  return (
    <>
      {problem ? <p className="px-3 py-4 text-bad">{problem}</p> : null}
      {running.length > 0 ? (
        <ul aria-label="Running">
          {running.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </ul>
      ) : null}
      {unknown.length > 0 ? (
        <section aria-label="Unknown" className={running.length > 0 ? "border-t border-line" : undefined}>
          <h3 className="px-3 pt-2.5 text-2xs font-medium text-faint">Unknown: sent, and no clear answer</h3>
          <ul>
            {unknown.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </ul>
        </section>
      ) : null}
      {isPending && !problem ? <Skeleton className="m-3 h-10" /> : null}
      {done.length > 0 ? (
        <section aria-label="Finished" className={isAnythingOpen ? "border-t border-line" : undefined}>
          <h3 className="px-3 pt-2.5 text-2xs font-medium text-faint">Finished</h3>
          <ul>
            {done.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </ul>
        </section>
      ) : null}
      {running.length > 1 ? <CancelMine /> : null}
      {!isAnythingOpen && done.length === 0 && isRead ? (
        <p className="px-3 py-6 text-center text-muted">Nothing has run yet. Runs you start on a board appear here.</p>
      ) : null}
    </>
  );
}
