"use client";
import { useQuery } from "@tanstack/react-query";
import { MonitorPlay } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { addresses } from "../addresses";

/** The playlists of the workspace, newest first. */
export function PlaylistList() {
  const playlists = useQuery(studio.playlist.list.queryOptions({ input: { limit: 100 } }));
  if (playlists.isPending) return <Skeleton className="h-40" />;
  if (playlists.isError) return <ErrorState title={sentenceOf(playlists.error)} onRetry={() => void playlists.refetch()} />;
  if (playlists.data.items.length === 0)
    return (
      <EmptyState icon={<MonitorPlay />} title="No playlist yet" action={<ButtonLink href={addresses.queue}>Open the queue</ButtonLink>}>
        Choose cards in the queue and make a playlist of them.
      </EmptyState>
    );
  return (
    <ul className="-mx-2 divide-y divide-line">
      {playlists.data.items.map((playlist) => (
        <li key={playlist.id} className="py-0.5">
          <Link
            href={addresses.playlist(playlist.id)}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md px-2 py-2.5 hover:bg-hover"
          >
            <span dir="auto" className="min-w-0 flex-1 truncate text-sm font-medium max-sm:basis-full">
              {playlist.name}
            </span>
            {playlist.presenter ? (
              <Badge tone="accent" icon={<MonitorPlay size={12} aria-hidden />}>
                {playlist.presenter.name} presents
              </Badge>
            ) : null}
            <span className="text-xs text-muted">
              {playlist.presenter
                ? `At card ${playlist.position + 1} of ${playlist.cards}`
                : playlist.cards === 1
                  ? "1 card"
                  : `${playlist.cards} cards`}
            </span>
            <span className="text-xs text-faint">
              {playlist.endedAt ? (
                <>
                  Ended <RelativeTime at={playlist.endedAt} />
                </>
              ) : (
                playlist.createdBy.name
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
