"use client";
import { useMutation } from "@tanstack/react-query";
import { CircleSlash } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";

/** Stops everything one has started. What was cancelled is not brought back by an undo, so it is asked once more. */
export function CancelMine() {
  const [isAsked, setAsked] = useState(false);
  const notMine = useRefusal("run.cancel");
  const cancel = useMutation(
    studio.run.cancelMine.mutationOptions({
      onSuccess: (stopped) => announce({ tone: "plain", text: told(stopped), id: "cancel-mine" }),
      onSettled: () => setAsked(false),
    }),
  );
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-3 py-2">
      {isAsked ? (
        <>
          <p className="min-w-0 flex-1 text-xs text-muted text-pretty">Single runs and grids of yours. What is made already stays.</p>
          <Button size="small" onClick={() => setAsked(false)}>
            Let them run
          </Button>
          <Button size="small" variant="danger" autoFocus busy={cancel.isPending} onClick={() => cancel.mutate({})}>
            Cancel them
          </Button>
        </>
      ) : (
        <Button
          size="small"
          variant="ghost"
          icon={<CircleSlash size={13} aria-hidden />}
          disabledReason={notMine}
          onClick={() => setAsked(true)}
        >
          Cancel all of yours…
        </Button>
      )}
    </div>
  );
}

function told({ cancelled, asked, grids }: { cancelled: number; asked: number; grids: number }): string {
  const runs = cancelled + asked;
  if (runs + grids === 0) return "Nothing of yours is under way.";
  const parts = [
    ...(cancelled > 0 ? [`${cancelled === 1 ? "1 run" : `${cancelled} runs`} cancelled`] : []),
    ...(asked > 0 ? [`${asked === 1 ? "1 run is" : `${asked} runs are`} asked to stop`] : []),
    ...(grids > 0 ? [`${grids === 1 ? "1 grid starts" : `${grids} grids start`} no further cell`] : []),
  ];
  return `${parts.join(", ")}.`;
}
