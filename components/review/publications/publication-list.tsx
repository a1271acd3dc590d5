"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Picture } from "@/components/ui/picture";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { PublicationView } from "@/lib/domain/publication/view";
import { addresses } from "../addresses";
import { DISCLOSURE_WORDS } from "../words";
import { PublicationBadge } from "./publication-badge";

const PAGE = 40;
const GRID = "grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-4 gap-y-6";

/** What was let out, newest first. */
export function PublicationList() {
  const publications = useInfiniteQuery(
    studio.publication.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  if (publications.isPending)
    return (
      <div aria-busy className={GRID}>
        <Skeleton className="h-52" />
        <Skeleton className="h-52" />
        <Skeleton className="h-52" />
      </div>
    );
  if (publications.isError)
    return (
      <ErrorState
        title={sentenceOf(publications.error)}
        kept="What was published stays published."
        onRetry={() => void publications.refetch()}
      />
    );
  const items = publications.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState
        icon={<Send />}
        title="Nothing is published yet"
        action={<ButtonLink href="/review?view=all">Open the review queue</ButtonLink>}
      >
        An approved attempt of a production card is published from its card, by a lead.
      </EmptyState>
    );
  return (
    <>
      <ul className={GRID}>
        {items.map((publication) => (
          <li key={publication.id}>
            <PublicationTile publication={publication} />
          </li>
        ))}
      </ul>
      {publications.hasNextPage ? (
        <div className="flex justify-center py-6">
          <Button busy={publications.isFetchingNextPage} onClick={() => void publications.fetchNextPage()}>
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function PublicationTile({ publication }: { publication: PublicationView }) {
  return (
    <Link href={addresses.publication(publication.id)} className="group block rounded-md">
      <Picture
        src={addresses.picture(publication.assetId ?? publication.sourceAssetId, "thumb")}
        width={publication.width}
        height={publication.height}
        thumbHash={publication.thumbHash}
        alt=""
        fit="contain"
        className={`h-40 w-full rounded-md bg-inset ${publication.state === "withdrawn" ? "opacity-50" : ""}`}
      />
      <span dir="auto" className="mt-2 line-clamp-2 text-sm font-medium group-hover:underline">
        {publication.cardTitle}
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        <PublicationBadge state={publication.state} />
        <span>{DISCLOSURE_WORDS[publication.disclosure.kind].label}</span>
      </span>
      <span className="mt-1 block text-xs text-faint">
        {publication.publishedBy.name}, <RelativeTime at={publication.publishedAt} />
      </span>
    </Link>
  );
}
