"use client";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Money } from "@/components/ui/money";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { BudgetRow, BudgetScope } from "@/lib/domain/budget/view";
import { BudgetDialog } from "./budget-dialog";
import { SettingsSection } from "./settings-section";

const SECTIONS = [
  { scope: "workspace", title: "Workspace", note: "Everything the workspace spends. A run must fit into every budget it counts in." },
  { scope: "project", title: "Projects", note: "Runs of the project, whoever starts them." },
  { scope: "lane", title: "Lanes", note: "Runs for cards of the lane; runs without a card count in exploration." },
  { scope: "person", title: "People", note: "What somebody starts, in any project." },
] as const satisfies readonly { scope: BudgetScope; title: string; note: string }[];

/** What workspace, projects, lanes and people may spend, and have spent. */
export function Budgets() {
  const budgets = useQuery(studio.budget.list.queryOptions({ input: {} }));
  const refusal = useRefusal("budget.set");
  const [asked, ask] = useState<BudgetRow | null>(null);
  if (budgets.error)
    return <ErrorState title={sentenceOf(budgets.error)} onRetry={() => void budgets.refetch()} retrying={budgets.isFetching} />;
  if (!budgets.data) return <Skeleton className="h-64" />;
  return (
    <>
      {SECTIONS.map(({ scope, title, note }) => {
        const rows = budgets.data.filter((row) => row.scope === scope);
        return rows.length === 0 ? null : (
          <SettingsSection key={scope} title={title} note={note}>
            <ul className="divide-y divide-line border-y border-line">
              {rows.map((row) => (
                <Row key={row.subjectId} row={row} refusal={refusal} onChange={() => ask(row)} />
              ))}
            </ul>
          </SettingsSection>
        );
      })}
      {asked ? <BudgetDialog row={asked} onClose={() => ask(null)} /> : null}
    </>
  );
}

function Row({ row, refusal, onChange }: { row: BudgetRow; refusal: string | null; onChange: () => void }) {
  const committed = BigInt(row.heldMicros) + BigInt(row.spentMicros);
  const isAt = (limit: string | null) => limit !== null && committed >= BigInt(limit);
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 py-2 text-sm">
      <span className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-x-2 gap-y-1">
        <bdi className="truncate font-medium">{row.name}</bdi>
        {isAt(row.hardMicros) ? (
          <Badge tone="bad" icon={<TriangleAlert size={12} aria-hidden />}>
            Used up
          </Badge>
        ) : isAt(row.softMicros) ? (
          <Badge tone="warn" icon={<TriangleAlert size={12} aria-hidden />}>
            Past the soft limit
          </Badge>
        ) : null}
      </span>
      <Amount name="spent" micros={row.spentMicros} />
      <Amount name="held" micros={row.heldMicros} />
      <Amount name="soft" micros={row.softMicros} />
      <Amount name="hard" micros={row.hardMicros} />
      <Button size="small" disabledReason={refusal} onClick={onChange} aria-label={`Limits of ${row.name}`}>
        Limits
      </Button>
    </li>
  );
}

function Amount({ name, micros }: { name: string; micros: string | null }) {
  return (
    <span className="w-20 text-right text-xs text-muted">
      <span className="block text-2xs text-faint">{name}</span>
      {micros === null ? "none" : <Money micros={micros} />}
    </span>
  );
}
