"use client";
import { CircleAlert, CircleCheck, CircleHelp, CircleSlash, PackageOpen, ShieldAlert } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { TwoPrices } from "@/components/ui/two-prices";
import { isStandIn } from "@/lib/client/board/starting";
import { useRefusal } from "@/lib/client/use-refusal";
import { OUTCOME_WORDS, type Outcome, outcomeOf, reasonOf } from "@/lib/domain/run/outcome";
import { replayOutcome } from "@/lib/domain/run/replay";
import type { RunView } from "@/lib/domain/run/view";
import type { BoardActs } from "./use-board-acts";

/** How a run stands or ended, in whose words, and what it was to cost and did. */
export function RunFacts({ run, acts }: { run: RunView; acts: BoardActs }) {
  const outcome = outcomeOf(run);
  const isRunning = outcome === "under-way";
  const reason = run.status === "unknown" ? "" : reasonOf(run);
  const notMine = useRefusal("run.cancel");
  const { Icon, tone } = LOOKS[outcome];
  return (
    <div className="grid gap-1.5 border-y border-line py-2 text-xs">
      <div className="flex items-start justify-between gap-2">
        <p className={`flex items-start gap-1.5 font-medium ${tone}`}>
          {Icon ? <Icon size={13} className="mt-px shrink-0" aria-hidden /> : null}
          {isRunning ? WORK_WORDS[run.status] : OUTCOME_WORDS[outcome]}
        </p>
        <span className="flex shrink-0 items-center gap-2">
          {isStandIn(run) ? null : (
            <TwoPrices quoteMicros={run.quoteMicros} actualMicros={run.actualMicros} className="text-right text-muted" />
          )}
          {isRunning ? (
            <Button
              size="small"
              onClick={() => acts.cancel(run.id)}
              disabledReason={
                notMine ?? (isStandIn(run) ? "It is being started." : run.cancelAsked ? "The engine has been asked to stop." : null)
              }
            >
              Cancel
            </Button>
          ) : null}
        </span>
      </div>
      {run.failure && outcome !== "cancelled" ? <p className="text-pretty">{run.failure.sentence}</p> : null}
      {reason ? (
        <p className="text-muted text-pretty [overflow-wrap:anywhere]">
          <span className="sr-only">Reason: </span>
          {reason}
        </p>
      ) : null}
      {run.whyCharged ? <p className="text-muted text-pretty">{run.whyCharged}</p> : null}
      {isRunning && run.progress.waits ? <p className="text-pretty">{run.progress.waits}</p> : null}
      {run.replayOf ? <ReplayFacts replayOf={run.replayOf} /> : null}
      {run.switchedFrom ? <p className="text-muted">Went on from {run.switchedFrom.name}, which failed.</p> : null}
      {run.switchedTo ? <p className="text-muted">Goes on with {run.switchedTo.name}.</p> : null}
    </div>
  );
}

/** What a replay replays, what was promised of its pixels, and what came of it. */
function ReplayFacts({ replayOf: { promptId, promise, isSame } }: { replayOf: NonNullable<RunView["replayOf"]> }) {
  const address = useSearchParams();
  const there = new URLSearchParams(address);
  there.set("prompt", promptId);
  const outcome = replayOutcome(promise, isSame);
  return (
    <p className="flex items-start gap-1.5 text-pretty">
      {outcome === null ? null : isSame ? (
        <CircleCheck size={13} className="mt-px shrink-0 text-ok" aria-hidden />
      ) : (
        <CircleHelp size={13} className={`mt-px shrink-0 ${promise === "same-pixels" ? "text-bad" : "text-muted"}`} aria-hidden />
      )}
      <span>
        A replay of{" "}
        <Link href={`?${there}`} className="underline hover:text-ink">
          a picture of this prompt
        </Link>
        . {outcome ?? (promise === "same-pixels" ? "The same pixels are promised." : "The same pixels are not promised.")}
      </span>
    </p>
  );
}

const LOOKS = {
  "under-way": { Icon: null, tone: "text-muted" },
  "being-clarified": { Icon: CircleHelp, tone: "text-warn" },
  "needs-person": { Icon: CircleHelp, tone: "text-warn" },
  succeeded: { Icon: CircleCheck, tone: "text-muted" },
  refused: { Icon: ShieldAlert, tone: "text-bad" },
  failed: { Icon: CircleAlert, tone: "text-bad" },
  cancelled: { Icon: CircleSlash, tone: "text-muted" },
  "made-elsewhere": { Icon: PackageOpen, tone: "text-warn" },
  "never-arrived": { Icon: CircleSlash, tone: "text-muted" },
} as const satisfies Record<Outcome, object>;

const WORK_WORDS: Readonly<Partial<Record<RunView["status"], string>>> = {
  queued: "Queued",
  submitting: "Starting",
  processing: "Painting",
};
