"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleHelp, Layers } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { AtOnce, late } from "@/components/ui/late";
import { Popover } from "@/components/ui/popover";
import { Spinner } from "@/components/ui/spinner";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { RunListsProps } from "./run-lists";

const RunLists = late<RunListsProps>(() => import("./run-lists").then((file) => file.RunLists), AtOnce);

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
      <RunLists
        running={running}
        unknown={unknown}
        done={done}
        isPending={recent.isPending}
        isRead={recent.isSuccess}
        problem={failed ? sentenceOf(failed) : null}
      />
    </Popover>
  );
}
