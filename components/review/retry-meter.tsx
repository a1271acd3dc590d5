import { DotMeter } from "@/components/ui/dot-meter";
import type { RetryMeter as Meter } from "@/lib/domain/review/view";

/** ●●○ 2 of 3 retries used. A card whose limit allows none says so instead of showing nothing. */
export function RetryMeter({ meter, words = false }: { meter: Meter; words?: boolean }) {
  if (meter.total === 0) return <span className="text-xs whitespace-nowrap text-muted">No retries</span>;
  const tone = meter.left === 0 ? "bad" : meter.left === 1 ? "warn" : "plain";
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
      <DotMeter label="Retries used" used={meter.used} total={meter.total} tone={tone} />
      {words ? <span>retries used{meter.waived > 0 ? `, ${meter.waived} of them granted at the limit` : ""}</span> : null}
    </span>
  );
}
