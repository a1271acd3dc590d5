"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Columns2, MessageSquare } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";

/** The comparisons people saved, newest first. */
export function ComparisonList() {
  const comparisons = useInfiniteQuery(
    studio.comparison.list.infiniteOptions({
      input: (cursor: string | undefined) => (cursor === undefined ? {} : { cursor }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  if (comparisons.error)
    return (
      <ErrorState title={sentenceOf(comparisons.error)} onRetry={() => void comparisons.refetch()} retrying={comparisons.isFetching} />
    );
  if (!comparisons.data) return <Skeleton className="h-40" />;
  const items = comparisons.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState icon={<Columns2 />} title="No comparison was saved yet" action={<ButtonLink href="/projects">Projects</ButtonLink>}>
        Select two to eight pictures on a board, in a grid or among the assets, press C, and save what you see with its view and comments.
      </EmptyState>
    );
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ id, name, members, author, comments, createdAt }) => (
          <li key={id}>
            <Link href={`/compare/${id}?from=/compare`} className="flex items-center gap-3 px-1 py-2.5 text-sm hover:bg-hover">
              <Columns2 size={15} className="shrink-0 text-faint" aria-hidden />
              <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
                {name}
              </span>
              <span className="shrink-0 text-xs text-muted">{members.length} pictures</span>
              <span className="flex w-20 shrink-0 items-center justify-end gap-1 text-xs text-muted">
                <MessageSquare size={12} aria-hidden /> {comments} <span className="sr-only">comments</span>
              </span>
              <span className="w-32 shrink-0 truncate text-right text-xs text-muted max-md:hidden">{author}</span>
              <span className="w-20 shrink-0 text-right text-xs text-faint max-md:hidden">
                <RelativeTime at={createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {comparisons.hasNextPage ? (
        <Button className="mt-3" busy={comparisons.isFetchingNextPage} onClick={() => void comparisons.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
