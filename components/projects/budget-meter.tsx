import { Meter } from "@/components/ui/meter";
import { formatMicros } from "@/lib/domain/money/micros";
import type { BudgetView } from "@/lib/domain/project/view";

const NEARLY = 0.85;

/** How much of the hard budget is spent or held; without a cap, what was spent. */
export function BudgetMeter({ budget }: { budget: BudgetView }) {
  const spent = BigInt(budget.spentMicros) + BigInt(budget.heldMicros);
  if (budget.hardMicros === null) return <p className="text-xs text-muted">{formatMicros(spent)} spent, no cap</p>;
  const hard = BigInt(budget.hardMicros);
  const fraction = hard === 0n ? 1 : Math.min(1, Number(spent) / Number(hard));
  return (
    <div className="w-52">
      <Meter
        label="Budget"
        fraction={fraction}
        text={`${formatMicros(spent)} of ${formatMicros(hard)}`}
        tone={fraction > NEARLY ? "warn" : "accent"}
      />
    </div>
  );
}
