"use client";
import { CloudOff } from "lucide-react";
import { Tooltip } from "@/components/ui/tooltip";
import { useStreamStatus } from "@/lib/client/providers";

/** Says that news no longer arrive, and that nothing is lost by it. Shows nothing while all is well. */
export function ConnectionSign() {
  const status = useStreamStatus();
  return (
    <span role="status">
      {status === "lost" ? (
        <Tooltip content="The studio cannot be reached just now. What you see may be behind; it catches up by itself.">
          <span className="flex h-6 items-center gap-1.5 rounded-sm bg-warn-soft px-1.5 text-xs font-medium text-warn">
            <CloudOff size={13} aria-hidden />
            <span className="max-md:sr-only">Reconnecting</span>
          </span>
        </Tooltip>
      ) : null}
    </span>
  );
}
