"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleHelp, Layers } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { CancelMine } from "./cancel-mine";
import { RunRow } from "./run-row";

const IN_FLIGHT_SHOWN = 50;
const RECENT_SHOWN = 6;

/** What is queued and being made in the whole workspace, wherever one is; opened, also what was last made. */
export function RunTray() {
  const [isOpen, setOpen] = useState(false);
  const inFlight = useQuery(studio.run.list.queryOptions({ input: { inFlight: true, limit: IN_FLIGHT_SHOWN } }));
  const recent = useQuery(studio.run.list.queryOptions({ input: { limit: RECENT_SHOWN }, enabled: isOpen }));
  const open = inFlight.data?.items ?? [];
  const running = open.filter(({ status }) => status !== "unknown");
  const unknown = open.filter(({ status }) => status === "unknown");
  const done = recent.data?.items.filter((run) => !open.some((other) => other.id === run.id)) ?? [];
  const failed = inFlight.error ?? recent.error;
  const trigger =
    running.length > 0 ? (
      <Button icon={<Spinner />}>
        <span>
          {running.length}
          {inFlight.data?.next ? "+" : ""}
          <span className="max-sm:sr-only"> running</span>
        </span>
        {unknown.length > 0 ? <CircleHelp size={13} aria-label={`and ${unknown.length} unknown`} className="text-warn" /> : null}
      </Button>
    ) : unknown.length > 0 ? (
      <Button icon={<CircleHelp size={14} aria-hidden className="text-warn" />}>
        <span>
          {unknown.length}
          <span className="max-sm:sr-only"> unknown</span>
        </span>
      </Button>
    ) : (
      <IconButton label="Runs" icon={<Layers size={15} aria-hidden />} />
    );
  return (
    <Popover title="Runs" open={isOpen} onOpenChange={setOpen} className="w-96 max-w-[calc(100vw-1rem)]" trigger={trigger}>
      {failed ? <p className="px-3 py-4 text-bad">{sentenceOf(failed)}</p> : null}
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
      {recent.isPending && !failed ? <Skeleton className="m-3 h-10" /> : null}
      {done.length > 0 ? (
        <section aria-label="Finished" className={open.length > 0 ? "border-t border-line" : undefined}>
          <h3 className="px-3 pt-2.5 text-2xs font-medium text-faint">Finished</h3>
          <ul>
            {done.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </ul>
        </section>
      ) : null}
      {running.length > 1 ? <CancelMine /> : null}
      {open.length === 0 && done.length === 0 && recent.isSuccess ? (
        <p className="px-3 py-6 text-center text-muted">Nothing has run yet. Runs you start on a board appear here.</p>
      ) : null}
    </Popover>
  );
}
