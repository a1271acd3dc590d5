"use client";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { studio } from "@/lib/client/query";

const SHOWN = 20;

/** The newest votes of a project; nothing where there is none. */
export function VoteList({ projectId }: { projectId: string }) {
  const votes = useQuery(studio.vote.list.queryOptions({ input: { projectId, limit: SHOWN }, meta: { isQuiet: true } }));
  if (!votes.data || votes.data.items.length === 0) return null;
  return (
    <section aria-labelledby="votes" className="pt-8">
      <h2 id="votes" className="pb-2 text-sm font-medium">
        Blind votes
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {votes.data.items.map((vote) => (
          <li key={vote.id}>
            <Link href={`/votes/${vote.id}`} className="flex items-center gap-3 px-1 py-2 text-sm hover:bg-hover">
              <Scale size={15} className="shrink-0 text-faint" aria-hidden />
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {vote.title}
              </span>
              <span className="shrink-0 text-xs text-muted">{vote.candidates} pictures</span>
              <span className="w-24 shrink-0 text-right text-xs text-muted max-md:hidden">
                {vote.voters.length} {vote.voters.length === 1 ? "voter" : "voters"}
              </span>
              <Badge tone={vote.status === "open" ? "accent" : "plain"}>{vote.status === "open" ? "Open" : "Closed"}</Badge>
              <span className="w-20 shrink-0 text-right text-xs text-faint max-md:hidden">
                <RelativeTime at={vote.createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
