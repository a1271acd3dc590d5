"use client";
import { useQuery } from "@tanstack/react-query";
import { Money } from "@/components/ui/money";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { CardView } from "@/lib/domain/review/view";

/** Where a fallback path to an engine would run now, and its price, before anybody takes it. */
export function FallbackPlan({ card }: { card: CardView }) {
  const isRun = card.fallbackPath?.kind === "engine";
  const plan = useQuery({ ...studio.card.fallbackPlan.queryOptions({ input: { cardId: card.id } }), enabled: isRun });
  if (!isRun) return null;
  return (
    <p aria-live="polite" className="mb-3 text-sm text-pretty">
      {plan.isPending ? "The price is being asked." : null}
      {plan.isError ? sentenceOf(plan.error) : null}
      {plan.data?.runs ? (
        <>
          It runs on {plan.data.runs.modelName} ({plan.data.runs.engineName}) for <Money micros={plan.data.runs.quoteMicros} as="price" />.
          {plan.data.runs.isInstead ? " The agreed engine made the attempt that was sent back, so this one runs it instead." : ""}
        </>
      ) : null}
      {plan.data?.whyNot ? `Somebody has to make it by hand. ${plan.data.whyNot}` : null}
    </p>
  );
}
