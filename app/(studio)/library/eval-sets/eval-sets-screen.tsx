"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Plus, TableProperties } from "lucide-react";
import Link from "next/link";
import { parseAsBoolean, useQueryState } from "nuqs";
import { addresses } from "@/components/library/addresses";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";

/** Every eval set: what patterns are tried on. */
export function EvalSetsScreen() {
  const [isArchive, setArchive] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const refusal = useRefusal("pattern.write");
  const sets = useQuery(studio.evalSet.list.queryOptions({ input: { limit: 200, archived: isArchive } }));
  const archive = useMutation(studio.evalSet.archive.mutationOptions());
  const put = (evalSetId: string, name: string, archived: boolean) =>
    archive.mutate(
      { evalSetId, archived },
      {
        onSuccess: () =>
          announce({
            tone: "plain",
            text: archived ? `“${name}” is put away. Its trials stay.` : `“${name}” is back.`,
            action: { label: "Undo", run: () => archive.mutate({ evalSetId, archived: !archived }) },
          }),
      },
    );
  const create = (
    <ButtonLink variant="primary" href={addresses.evalSet("new")} icon={<Plus size={14} aria-hidden />}>
      New eval set
    </ButtonLink>
  );
  return (
    <StudioPage crumbs={[{ label: "Libraries", href: "/library" }, { label: "Eval sets" }]}>
      <PageBody>
        <PageHeader title="Eval sets" actions={refusal === null ? create : null}>
          Subjects and seeds a pattern must hold on. One set serves every pattern that has its variables.
        </PageHeader>
        <Button
          size="small"
          variant="ghost"
          aria-pressed={isArchive}
          className="mb-3"
          onClick={() => void setArchive(isArchive ? null : true)}
        >
          {isArchive ? "Show those in use" : "Show those put away"}
        </Button>
        {sets.isPending ? (
          <Skeleton className="h-40 rounded-md" />
        ) : sets.error ? (
          <ErrorState
            title={sentenceOf(sets.error)}
            kept="Every eval set is kept."
            onRetry={() => void sets.refetch()}
            retrying={sets.isFetching}
          />
        ) : sets.data.items.length === 0 ? (
          <EmptyState
            icon={<TableProperties />}
            title={isArchive ? "Nothing is put away" : "No eval set yet"}
            action={isArchive || refusal !== null ? null : create}
          >
            {isArchive
              ? "Eval sets that are put away are listed here."
              : "Write down what a pattern must be able to show – five subjects and four seeds are a good beginning."}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {sets.data.items.map(({ id, name, subjects, seeds, variables, trials, author, createdAt }) => (
              <li key={id} className="flex items-center gap-2 hover:bg-hover">
                <Link
                  href={addresses.evalSet(id)}
                  className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-1 px-2 py-2.5 text-sm"
                >
                  <span dir="auto" className="min-w-40 flex-1 font-medium [overflow-wrap:anywhere]">
                    {name}
                  </span>
                  <span className="text-muted tabular-nums">
                    {subjects.length} × {seeds.length}
                  </span>
                  <span className="font-mono text-xs text-faint">{variables.map((variable) => `{${variable}}`).join(" ")}</span>
                  <span className="text-xs text-faint">
                    {trials === 1 ? "1 trial" : `${trials} trials`} · {author} · <RelativeTime at={createdAt} />
                  </span>
                </Link>
                <IconButton
                  size="small"
                  variant="ghost"
                  label={isArchive ? `Bring ${name} back` : `Put ${name} away`}
                  icon={isArchive ? <ArchiveRestore size={14} /> : <Archive size={14} />}
                  disabledReason={refusal}
                  onClick={() => put(id, name, !isArchive)}
                />
              </li>
            ))}
          </ul>
        )}
      </PageBody>
    </StudioPage>
  );
}
