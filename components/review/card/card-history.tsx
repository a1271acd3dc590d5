"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { addresses } from "../addresses";
import { historyLine } from "./history-sentence";

/** Who did what to this card, newest first. */
export function CardHistory({ cardId }: { cardId: string }) {
  const kinds = useDefectKinds();
  const history = useInfiniteQuery(
    studio.card.history.infiniteOptions({
      input: (cursor: string | undefined) => ({ cardId, limit: 30, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  if (history.isPending) return <Skeleton className="m-4 h-24" />;
  if (history.isError) return <ErrorState title={sentenceOf(history.error)} onRetry={() => void history.refetch()} />;
  return (
    <div className="px-2 py-3">
      <ol className="flex flex-col gap-2.5">
        {history.data.pages
          .flatMap((page) => page.items)
          .map((entry) => {
            const { did, words } = historyLine(entry, kinds.labelOf);
            return (
              <li key={entry.id} className="text-xs text-pretty">
                <span className="font-medium">{entry.by?.name ?? entry.guest ?? "The studio"}</span>{" "}
                <span className="text-muted">{did},</span> <RelativeTime at={entry.at} className="whitespace-nowrap text-faint" />
                {entry.cards.length === 0 ? null : (
                  <ul className="mt-0.5 flex flex-col gap-0.5">
                    {entry.cards.map(({ id, title }) => (
                      <li key={id}>
                        <Link href={addresses.card(id)} dir="auto" className="text-accent-ink hover:underline">
                          {title}
                        </Link>
                      </li>
                    ))}
                  </ul>
                )}
                {words === "" ? null : <span className="mt-0.5 block border-l-2 border-line pl-2 whitespace-pre-line">{words}</span>}
              </li>
            );
          })}
      </ol>
      {history.hasNextPage ? (
        <Button className="mt-3" size="small" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}
