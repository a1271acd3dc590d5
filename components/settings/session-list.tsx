"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { browserName } from "./words";

export type SessionListProps = {
  /** Whose; one's own when left out. */
  memberId?: string;
};

/** Where somebody is signed in, each of which can be ended. */
export function SessionList({ memberId }: SessionListProps) {
  const queries = useQueryClient();
  const whose = memberId === undefined ? {} : { memberId };
  const sessions = useQuery(studio.session.list.queryOptions({ input: whose }));
  const onSettled = () => queries.invalidateQueries({ queryKey: studio.session.key() });
  const revoke = useMutation(studio.session.revoke.mutationOptions({ onSettled }));
  const revokeAll = useMutation(
    studio.session.revokeAll.mutationOptions({
      onSettled,
      onSuccess: ({ revoked }) =>
        announce({ tone: "ok", text: revoked === 1 ? "One session has ended." : `${revoked} sessions have ended.` }),
    }),
  );
  if (sessions.error) {
    return <ErrorState title={sentenceOf(sessions.error)} onRetry={() => void sessions.refetch()} retrying={sessions.isFetching} />;
  }
  if (!sessions.data) return <Skeleton className="h-16" />;
  const { items } = sessions.data;
  if (items.length === 0) return <p className="py-3 text-sm text-muted">Signed in nowhere.</p>;
  const others = items.filter(({ current }) => !current);
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ id, userAgent, current, lastSeenAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
            <span className="min-w-0 flex-1" title={userAgent}>
              {browserName(userAgent)}
              <span className="block text-xs text-faint">
                last seen <RelativeTime at={lastSeenAt} />
              </span>
            </span>
            {current ? (
              <Badge tone="accent">This browser</Badge>
            ) : (
              <Button
                size="small"
                aria-label={`End the session of ${browserName(userAgent)}`}
                busy={revoke.isPending && revoke.variables.sessionId === id}
                onClick={() => revoke.mutate({ sessionId: id })}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <div className="pt-2 text-right">
          <Button size="small" busy={revokeAll.isPending} onClick={() => revokeAll.mutate(whose)}>
            {memberId === undefined ? "End all others" : "End all"}
          </Button>
        </div>
      ) : null}
    </>
  );
}
