import { Money } from "@/components/ui/money";
import { Tooltip } from "@/components/ui/tooltip";
import type { Estimate } from "@/lib/domain/engine/pricing";

/** What a run would cost, or between what; null where nothing can be said yet. `assumes`: what of it no document says. */
export function QuoteFigure({ price, assumes = null }: { price: Estimate | null; assumes?: string | null }) {
  return (
    <span className="text-right text-xs text-muted">
      <span className="block text-2xs text-faint">
        Quote
        {assumes === null ? null : (
          <Tooltip content={assumes} side="top" stay>
            <button type="button" className="ml-1 rounded-sm underline decoration-dotted">
              partly assumed
            </button>
          </Tooltip>
        )}
      </span>
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
