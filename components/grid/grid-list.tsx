"use client";
import { useQuery } from "@tanstack/react-query";
import { Grid3x3 } from "lucide-react";
import Link from "next/link";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";
import type { GridView } from "@/lib/domain/grid/view";
import { sizeWords } from "@/lib/domain/grid/words";

const SHOWN = 20;

/** The newest grids of a project; nothing where there is none. */
export function GridList({ projectId }: { projectId: string }) {
  const grids = useQuery(studio.grid.list.queryOptions({ input: { projectId, limit: SHOWN }, meta: { isQuiet: true } }));
  if (!grids.data || grids.data.items.length === 0) return null;
  return (
    <section aria-labelledby="grids" className="pt-8">
      <h2 id="grids" className="pb-2 text-sm font-medium">
        Grids
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {grids.data.items.map((grid) => (
          <li key={grid.id}>
            <Link href={`/grids/${grid.id}`} className="flex items-center gap-3 px-1 py-2 text-sm hover:bg-hover">
              <Grid3x3 size={15} className="shrink-0 text-faint" aria-hidden />
              <span dir="auto" className="min-w-0 flex-1 truncate font-mono text-xs">
                {grid.title}
              </span>
              <span className="shrink-0 text-xs text-muted">{sizeWords(grid.axes)}</span>
              <span className="w-32 shrink-0 text-right text-xs text-muted max-md:hidden">{standing(grid)}</span>
              <Money micros={grid.actualMicros} className="w-16 shrink-0 text-right text-xs" />
              <span className="w-20 shrink-0 text-right text-xs text-faint max-md:hidden">
                <RelativeTime at={grid.createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function standing({ status, count, cells }: GridView): string {
  if (status === "cancelled") return "Cancelled";
  if (status === "stopped") return "Stopped";
  return count.succeeded === cells ? "Finished" : `${count.succeeded} of ${cells} done`;
}
