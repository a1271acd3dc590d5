import { AlertTriangle } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { useModelName } from "@/lib/client/use-model-name";
import type { TrialView } from "@/lib/domain/trial/view";
import { percent, rateOfCells } from "./words";

/** How far a trial is: pictures made, pictures judged, the rate so far, what judges agree on, what it cost. */
export function TrialStanding({ trial }: { trial: TrialView }) {
  const nameOf = useModelName();
  const { count, cells, agreement, modelId, modelRevision } = trial;
  const made = cells.filter(({ variant }) => variant !== null);
  const mine = made.filter((cell) => cell.mine !== null).length;
  const over = cells.length - count.waiting - count.inFlight;
  const rate = rateOfCells(cells);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-xs text-muted max-sm:gap-x-3 max-sm:gap-y-1">
      <span className="w-44 max-sm:w-[calc(50%-0.375rem)]">
        {trial.status === "cancelled" ? (
          `Cancelled with ${made.length} of ${cells.length} pictures`
        ) : (
          <Meter
            label={`${over} of ${cells.length} cells done`}
            fraction={over / Math.max(1, cells.length)}
            tone={trial.status === "stopped" ? "warn" : "accent"}
          />
        )}
      </span>
      <span className="w-44 max-sm:w-[calc(50%-0.375rem)]">
        <Meter label={`${mine} of ${made.length} judged by you`} fraction={made.length === 0 ? 0 : mine / made.length} tone="ok" />
      </span>
      {rate === null ? null : (
        <span className="tabular-nums">
          <strong className="font-semibold text-ink">{percent(rate.rate)}</strong> pass ({rate.passed} of {rate.of}), 95 %:{" "}
          {percent(rate.low)} to {percent(rate.high)}
        </span>
      )}
      {agreement === null ? null : (
        <span className="tabular-nums">
          {agreement.judges} judges agree on {percent(agreement.share)} (α {agreement.alpha.toFixed(2)})
        </span>
      )}
      <span>
        <Money micros={trial.actualMicros} /> <span className="text-faint">spent, quoted</span> <Money micros={trial.quoteMicros} />
      </span>
      <span className="text-faint max-sm:hidden">
        {nameOf({ modelId })}, revision {modelRevision}
      </span>
      {trial.stale ? (
        <Badge tone="warn" icon={<AlertTriangle size={12} aria-hidden />}>
          Stale: the model changed since
        </Badge>
      ) : null}
    </div>
  );
}
