import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import type { GridView } from "@/lib/domain/grid/view";

/** How far a grid is, what of it went wrong, and what it cost. */
export function GridStanding({ grid }: { grid: GridView }) {
  const { count, cells } = grid;
  const done = count.succeeded + count.failed + count.cancelled + count.refused;
  const parts = [
    count.inFlight > 0 ? `${count.inFlight} in flight` : null,
    count.waiting > 0 ? `${count.waiting} not started` : null,
    count.failed > 0 ? `${count.failed} without a picture` : null,
    count.cancelled > 0 ? `${count.cancelled} cancelled` : null,
    count.refused > 0 ? `${count.refused} cannot run` : null,
  ].filter((part) => part !== null);
  const isOver = count.inFlight === 0 && (count.waiting === 0 || grid.status !== "starting");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
      <span className="w-44 shrink-0">
        <Meter
          label={grid.status === "cancelled" ? "Cancelled" : `${done} of ${cells} cells done`}
          fraction={done / Math.max(1, cells)}
          tone={grid.status === "stopped" ? "warn" : count.succeeded === cells ? "ok" : "accent"}
        />
      </span>
      {parts.length > 0 ? <span>{parts.join(", ")}</span> : null}
      <span>
        <Money micros={grid.actualMicros} /> <span className="text-faint">{isOver ? "spent, quoted" : "so far, quoted"}</span>{" "}
        <Money micros={grid.quoteMicros} />
      </span>
    </div>
  );
}
