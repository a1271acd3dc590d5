"use client";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { studio } from "@/lib/client/query";
import { type Standing, standingOf } from "@/lib/domain/budget/warning";

const NOTHING_TO_SAY: Standing = { stop: null, warnings: [] };

/** What a price means for the budgets a run of mine would count in. The studio asks them again before anything starts. */
export function useBudgetStanding(projectId: string, cardId: string | null, quoteMicros: bigint | null): Standing {
  const input = { projectId, ...(cardId === null ? {} : { cardId }) };
  const budgets = useQuery(studio.budget.mine.queryOptions({ input, meta: { isQuiet: true } }));
  return budgets.data && quoteMicros !== null ? standingOf(budgets.data, quoteMicros) : NOTHING_TO_SAY;
}

export function BudgetNote({ warnings }: { warnings: readonly string[] }) {
  return warnings.map((warning) => (
    <p key={warning} role="status" className="flex items-start justify-end gap-1.5 pt-1 text-right text-xs text-warn text-pretty">
      <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0" />
      {warning}
    </p>
  ));
}
