"use client";
import { useQuery } from "@tanstack/react-query";
import { StudioPage } from "@/components/shell/studio-page";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { HistoryProvider } from "@/lib/client/history/history-provider";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { OpenGrid } from "./open-grid";

/** A grid from its address to its table: reading, failing, open. */
export function GridScreen({ gridId }: { gridId: string }) {
  const grid = useQuery(studio.grid.get.queryOptions({ input: { gridId } }));
  const cells = useQuery(studio.grid.cells.queryOptions({ input: { gridId } }));
  const failed = grid.error ?? cells.error;
  if (grid.data && cells.data)
    return (
      <HistoryProvider>
        <OpenGrid grid={grid.data} cells={cells.data} />
      </HistoryProvider>
    );
  return (
    <StudioPage crumbs={[{ label: "Projects", href: "/projects" }, { label: "Grid" }]} fill>
      {failed ? (
        <Failure
          failure={failureOf(failed)}
          back={{ href: "/projects", label: "All projects" }}
          kept="What runs goes on, and nothing of it is lost."
          retrying={grid.isFetching || cells.isFetching}
          onRetry={() => {
            void grid.refetch();
            void cells.refetch();
          }}
        />
      ) : (
        <Skeleton className="m-4 h-3/4 rounded-md" />
      )}
    </StudioPage>
  );
}
