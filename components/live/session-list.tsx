"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Radio } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { StatusBadge } from "./status-badge";
import { lengthText, MODE_WORDS } from "./words";

const PAGE = 30;

/** Sessions of the workspace, newest first. */
export function SessionList() {
  const sessions = useInfiniteQuery(
    studio.live.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  if (sessions.isPending) return <Skeleton className="h-32" />;
  if (sessions.isError)
    return <ErrorState title={sentenceOf(sessions.error)} kept="Sessions that run go on." onRetry={() => void sessions.refetch()} />;
  const items = sessions.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState icon={<Radio />} title="No session yet">
        Start one above. What was said and what it cost stays here, and among the assets.
      </EmptyState>
    );
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
            {/* A whole new document: only those of a session's own page may speak to an engine. */}
            <a href={`/live/${session.id}`} className="min-w-0 flex-1 basis-52 rounded-sm hover:underline">
              <span className="font-medium">
                {MODE_WORDS[session.mode].label} with{" "}
                {session.avatarName ?? <span className="font-mono text-xs break-all">{session.avatarId}</span>}
              </span>
              <span className="block text-xs text-faint">
                {session.startedBy}, <RelativeTime at={session.createdAt} />
                {session.seconds === null ? null : <> · {lengthText(session.seconds)}</>}
                {session.lineCount === 0 ? null : <> · {session.lineCount === 1 ? "1 line" : `${session.lineCount} lines`}</>}
              </span>
            </a>
            <StatusBadge status={session.status} />
            <span className="w-24 text-right">
              <Money micros={session.actualMicros ?? session.quoteMicros} />
              <span className="block text-2xs text-faint">{session.actualMicros === null ? "held" : "cost"}</span>
            </span>
          </li>
        ))}
      </ul>
      {sessions.hasNextPage ? (
        <div className="flex justify-center py-6">
          <Button busy={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}
