"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { addresses } from "./addresses";
import { countOf } from "./words";

/** Where a pattern went: boards, runs, review cards and publications, the newest of each. */
export function PatternUsesList({ slug }: { slug: string }) {
  const uses = useQuery(studio.pattern.listUses.queryOptions({ input: { slug } }));
  if (uses.error) return <p className="text-sm text-bad">{sentenceOf(uses.error)}</p>;
  if (!uses.data) return <Skeleton className="h-24" />;
  const { boards, runs, cards, publications } = uses.data;
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 text-sm sm:grid-cols-2 xl:grid-cols-4">
      <Use title={countOf(boards.count, "board")}>
        {boards.newest.map(({ id, name, projectName, prompts }) => (
          <Line key={id} href={addresses.board(id)} title={name} more={`${projectName} · ${countOf(prompts, "prompt")}`} />
        ))}
      </Use>
      <Use title={countOf(runs.count, "run")}>
        <dd className="text-xs text-faint">
          {runs.count === 0 ? "None yet." : `${runs.succeeded} succeeded`}
          {runs.newestAt ? (
            <>
              , the newest <RelativeTime at={runs.newestAt} />
            </>
          ) : null}
        </dd>
      </Use>
      <Use title={countOf(cards.count, "review card")}>
        {cards.newest.map(({ id, title, status }) => (
          <Line key={id} href={addresses.card(id)} title={title} more={status.replaceAll("_", " ")} />
        ))}
      </Use>
      <Use title={countOf(publications.count, "publication")}>
        {publications.newest.map(({ id, title, createdAt }) => (
          <Line key={id} href={addresses.publication(id)} title={title} more={<RelativeTime at={createdAt} />} />
        ))}
      </Use>
    </dl>
  );
}

function Use({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="mb-0.5 text-muted tabular-nums">{title}</dt>
      {children}
    </div>
  );
}

function Line({ href, title, more }: { href: string; title: string; more: ReactNode }) {
  return (
    <dd className="flex min-h-6 min-w-0 items-baseline gap-2 text-xs">
      <Link href={href} dir="auto" className="min-w-0 truncate text-ink hover:underline">
        {title}
      </Link>
      <span className="shrink-0 text-faint">{more}</span>
    </dd>
  );
}
