"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { PhoneOff, Radio, RotateCcw, SearchX, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import type { LiveSessionPage } from "@/lib/domain/live/view";
import { EndWarning } from "./end-warning";
import { SessionFacts } from "./session-facts";
import { StageView } from "./stage-view";
import { StatusBadge } from "./status-badge";
import { TalkComposer } from "./talk-composer";
import { Transcript } from "./transcript";
import { useTalk } from "./use-talk";

/** Comes to the aid of the event stream while something is awaited. Milliseconds. */
const LOOK_MS = 2_000;

/** A session: its stage while it goes on in this window, and its record for everybody else and afterwards. */
export function LiveRoom({ sessionId }: { sessionId: string }) {
  const session = useQuery({
    ...studio.live.get.queryOptions({ input: { sessionId } }),
    refetchInterval: ({ state: { data } }) => (data && ["opening", "ending", "live"].includes(data.status) ? LOOK_MS : false),
  });
  if (session.data) return <Room session={session.data} />;
  if (!session.error) return <Skeleton className="h-96" />;
  const { sentence, isMissing, mayPass } = failureOf(session.error);
  return isMissing ? (
    <EmptyState icon={<SearchX />} title={sentence} action={<ButtonLink href="/live">All sessions</ButtonLink>} />
  ) : (
    <ErrorState title={sentence} {...(mayPass ? { onRetry: () => void session.refetch() } : {})} />
  );
}

function Room({ session }: { session: LiveSessionPage }) {
  const { id, status, mode } = session;
  const queries = useQueryClient();
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const { talk, state, join } = useTalk(id, mode);
  useOwnDocument();
  const refresh = () => queries.invalidateQueries({ queryKey: studio.live.key() });
  const isOver = state?.phase === "over";
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: studio.live.key() });
  }, [isOver, queries]);
  const end = useMutation(studio.live.end.mutationOptions({ onSettled: refresh }));
  const isMine = me.data?.memberId === session.startedById;
  const isHere = talk !== null && state !== null && !isOver;
  const isOpen = status === "opening" || status === "ready" || status === "live";
  const hasStage = isHere || isOpen || status === "ending";
  const leave = () => (isHere && talk ? void talk.leave() : end.mutate({ sessionId: id }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-2">
        <StatusBadge status={status} />
        {isOpen && session.joinedAt !== null ? <EndWarning joinedAt={session.joinedAt} maxSeconds={session.maxSeconds} /> : null}
        {isOpen ? (
          <Button icon={<PhoneOff size={14} aria-hidden />} busy={end.isPending || state?.phase === "leaving"} onClick={leave}>
            End session
          </Button>
        ) : isMine ? (
          <ButtonLink href={`/live?like=${id}`} icon={<RotateCcw size={14} aria-hidden />}>
            Start another like it
          </ButtonLink>
        ) : null}
      </div>
      {isHere && state.isUnheard ? (
        <p role="alert" className="flex items-start gap-1.5 pt-2 text-xs text-warn text-pretty">
          <TriangleAlert size={13} aria-hidden className="mt-px shrink-0" />
          The studio cannot be reached. What is said is kept here and told when it can; after half a minute the session is ended.
        </p>
      ) : null}
      <SessionFacts session={session} />
      <div className={clsx("grid gap-x-6 gap-y-4", hasStage ? "lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]" : "max-w-160")}>
        {isHere ? <StageView talk={talk} state={state} /> : hasStage ? <Instead session={session} isMine={isMine} onJoin={join} /> : null}
        <section aria-label="What was said" className="flex min-w-0 flex-col">
          <h2 className="text-sm font-semibold">Transcript</h2>
          <div className={clsx("min-h-24", hasStage && "max-h-96 overflow-y-auto")}>
            <Transcript lines={isHere ? state.lines : session.transcript} isLive={isHere} />
          </div>
          {isHere ? <TalkComposer talk={talk} state={state} mode={mode} takesText={session.takesText} /> : null}
          {isOver && state.problem ? (
            <p role="alert" className="text-sm text-bad text-pretty">
              {state.problem}
            </p>
          ) : null}
        </section>
      </div>
    </>
  );
}

/** What stands where the stage would be, while the session is not lived in this window. */
function Instead({ session: { status, startedBy }, isMine, onJoin }: { session: LiveSessionPage; isMine: boolean; onJoin: () => void }) {
  switch (status) {
    case "opening":
      return (
        <Box>
          <Spinner /> The engine is opening it…
        </Box>
      );
    case "ready":
      return (
        <Box>
          {isMine ? (
            <span className="flex flex-col items-center gap-2">
              <Button variant="primary" icon={<Radio size={14} aria-hidden />} onClick={onJoin} autoFocus>
                Join
              </Button>
              <span className="max-w-72 text-center text-xs text-muted text-pretty">
                From here on its time runs. A session is joined once, in one window.
              </span>
            </span>
          ) : (
            `${startedBy} has not joined yet.`
          )}
        </Box>
      );
    case "live":
      return (
        <Box>
          {isMine ? "It runs in another window. Without a sign of it for half a minute it ends by itself." : `${startedBy} is live.`}
        </Box>
      );
    case "ending":
      return (
        <Box>
          <Spinner /> It is stopped at the engine, and its cost is read there…
        </Box>
      );
    case "ended":
    case "failed":
      return null;
    default:
      return status satisfies never;
  }
}

function Box({ children }: { children: ReactNode }) {
  return (
    <div className="flex aspect-video w-full items-center justify-center gap-2 rounded-md border border-line bg-inset px-6 text-center text-sm text-muted text-pretty">
      {children}
    </div>
  );
}

/**
 * Only the documents of this page may speak to an engine and ask for a microphone (next.config). Somebody who came here from
 * another page without loading one loads it now, before anything can be joined.
 */
function useOwnDocument(): void {
  useEffect(() => {
    const [entry] = performance.getEntriesByType("navigation");
    if (entry && !new URL(entry.name).pathname.startsWith("/live/")) window.location.reload();
  }, []);
}
