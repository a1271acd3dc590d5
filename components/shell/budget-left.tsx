import { Money } from "@/components/ui/money";
import type { BudgetView } from "@/lib/domain/project/view";

/** What this project may still spend, of how much; nothing where there is no cap. */
export function BudgetLeft({ budget }: { budget: BudgetView }) {
  if (budget.leftMicros === null || budget.hardMicros === null) return null;
  return (
    <span className="text-xs whitespace-nowrap text-muted">
      <Money micros={budget.leftMicros} className="text-ink" /> left
      <span className="max-lg:sr-only">
        {" "}
        of <Money micros={budget.hardMicros} />
      </span>
    </span>
  );
}
