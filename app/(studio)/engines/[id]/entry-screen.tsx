"use client";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { keyOfRoute, routeTaken } from "@/components/engines/availability";
import { EntryFacts } from "@/components/engines/entry-facts";
import { EntryRoutes } from "@/components/engines/entry-routes";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { CATEGORY_NAMES } from "@/lib/domain/engine/catalogue-entry";

/** Everything known of one system, and how it did in our own runs. */
export function EntryScreen({ id }: { id: string }) {
  const systems = useQuery(studio.engine.listSystems.queryOptions({ input: {} }));
  const entry = systems.data?.find((candidate) => candidate.id === id);
  const [asked, ask] = useQueryState("route", parseAsString);
  const route = entry ? (entry.routes.find((one) => keyOfRoute(one) === asked) ?? routeTaken(entry, new Date().toISOString())) : null;
  return (
    <StudioPage crumbs={[{ label: "Engines", href: "/engines" }, { label: entry?.name ?? "Engine" }]}>
      <PageBody narrow>
        {systems.error ? (
          <ErrorState title={sentenceOf(systems.error)} onRetry={() => void systems.refetch()} retrying={systems.isFetching} />
        ) : entry ? (
          <>
            <PageHeader title={entry.name}>
              {CATEGORY_NAMES[entry.category]} · {entry.maker} · {entry.summary}
            </PageHeader>
            <EntryRoutes entry={entry} />
            <EntryFacts system={entry} route={route} onRoute={(one) => void ask(keyOfRoute(one))} />
          </>
        ) : systems.data ? (
          <EmptyState
            icon={<SearchX />}
            title="This engine is not in the catalogue"
            action={<ButtonLink href="/engines">All engines</ButtonLink>}
          />
        ) : (
          <Skeleton className="h-96" />
        )}
      </PageBody>
    </StudioPage>
  );
}
