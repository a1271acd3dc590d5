import { Money } from "@/components/ui/money";
import type { Estimate } from "@/lib/domain/engine/pricing";

/** What a run would cost, or between what; null where nothing can be said yet. */
export function QuoteFigure({ price }: { price: Estimate | null }) {
  return (
    <span className="text-right text-xs text-muted">
      <span className="block text-2xs text-faint">Quote</span>
      {price === null ? (
        "none"
      ) : (
        <>
          {price.leastMicros < price.mostMicros ? (
            <>
              <Money micros={price.leastMicros} as="price" /> to{" "}
            </>
          ) : null}
          <Money micros={price.mostMicros} as="price" />
        </>
      )}
    </span>
  );
}
