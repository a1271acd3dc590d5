"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck, Lock, LockOpen } from "lucide-react";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { BallotScreen } from "@/components/vote/ballot-screen";
import { useVote } from "@/components/vote/use-vote";
import { VoteResult } from "@/components/vote/vote-result";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import type { VoterView, VoteView } from "@/lib/domain/vote/view";

const DONE_WORDS = {
  "answered-all": "You answered every pair.",
  settled: "More answers would hardly change the order.",
  "own-order": "Your own order is known. More voters make the ranking surer.",
} as const satisfies Record<NonNullable<VoterView["done"]>, string>;

/** A vote: its question while it is open, its result when it is closed. */
export function VoteScreen({ voteId }: { voteId: string }) {
  const vote = useQuery(studio.vote.get.queryOptions({ input: { voteId } }));
  const close = useMutation(studio.vote.close.mutationOptions({ onSuccess: () => void vote.refetch() }));
  const { data } = vote;
  const answers = data?.voters.reduce((sum, voter) => sum + voter.answers, 0) ?? 0;
  const isOpen = data?.status === "open";
  return (
    <StudioPage
      fill={isOpen}
      crumbs={[
        { label: "Projects", href: "/projects" },
        ...(data ? [{ label: data.projectName, href: `/projects/${data.projectId}` }] : []),
        { label: data?.title ?? "Vote" },
      ]}
      actions={
        data ? (
          <div className="flex items-center gap-2 text-xs text-muted">
            <span>
              {data.voters.length} {data.voters.length === 1 ? "voter" : "voters"}, {answers} {answers === 1 ? "answer" : "answers"}
            </span>
            <Button
              size="small"
              icon={isOpen ? <Lock size={13} aria-hidden /> : <LockOpen size={13} aria-hidden />}
              busy={close.isPending}
              disabledReason={data.closing ?? (isOpen && answers === 0 ? "Nobody has voted yet: there is nothing to count." : null)}
              onClick={() => close.mutate({ voteId, closed: isOpen })}
            >
              {isOpen ? "Close and count" : "Open again"}
            </Button>
          </div>
        ) : null
      }
    >
      {data && isOpen ? <Voting vote={data} /> : null}
      {data?.result ? (
        <PageBody>
          <PageHeader title={data.title}>The ranking of {data.candidates} pictures. Their recipes are open now.</PageHeader>
          <VoteResult vote={data} result={data.result} />
        </PageBody>
      ) : null}
      {data ? null : vote.error ? (
        <Failure
          failure={failureOf(vote.error)}
          back={{ href: "/projects", label: "All projects" }}
          kept="Every answer you gave is kept."
          retrying={vote.isFetching}
          onRetry={() => void vote.refetch()}
        />
      ) : (
        <Skeleton className="m-4 h-3/4 rounded-md" />
      )}
    </StudioPage>
  );
}

function Voting({ vote }: { vote: VoteView }) {
  const { seat, pressed, choose, takeBack } = useVote(vote.id);
  if (seat.data?.question)
    return <BallotScreen voteId={vote.id} title={vote.title} seat={seat.data} pressed={pressed} onChoose={choose} onTakeBack={takeBack} />;
  if (seat.data)
    return (
      <EmptyState
        icon={<CircleCheck size={20} aria-hidden />}
        title="That was all for you"
        action={<Button onClick={takeBack}>Take the last answer back</Button>}
      >
        {DONE_WORDS[seat.data.done ?? "answered-all"]} The ranking is shown when the vote is closed.
      </EmptyState>
    );
  if (seat.error)
    return (
      <Failure
        failure={failureOf(seat.error)}
        back={{ href: "/projects", label: "All projects" }}
        kept="Every answer you gave is kept."
        retrying={seat.isFetching}
        onRetry={() => void seat.refetch()}
      />
    );
  return <Skeleton className="m-4 h-3/4 rounded-md" />;
}
