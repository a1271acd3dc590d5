"use client";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { StudioPage } from "@/components/shell/studio-page";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { cellOptions } from "@/lib/client/grid/cell-options";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { OpenGrid } from "./open-grid";

/** A grid from its address to its table: reading, failing, open. */
export function GridScreen({ gridId }: { gridId: string }) {
  const grid = useQuery(studio.grid.get.queryOptions({ input: { gridId } }));
  const cells = useQuery(cellOptions(gridId));
  const failed = grid.error ?? cells.error;
  // Results that stream in are put on the screen between frames: nobody who looks around meanwhile is held up.
  const [told, shown] = [useDeferredValue(grid.data), useDeferredValue(cells.data)];
  const open = useMemo(() => (told && shown ? <OpenGrid grid={told} cells={shown} /> : null), [told, shown]);
  if (open) return open;
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
