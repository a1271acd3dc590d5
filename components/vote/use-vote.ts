"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { codeOf, sentenceOf } from "@/lib/client/sentence";
import type { VoterView } from "@/lib/domain/vote/view";

/** The question before this person, their answers one after another, and the way back. */
export function useVote(voteId: string) {
  const queries = useQueryClient();
  // What stands before a voter changes by their own answers only: nobody else's may change it under their eyes.
  const key = ["vote-seat", voteId] as const;
  const seat = useQuery({ queryKey: key, queryFn: () => rpc.vote.ask({ voteId }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  const put = (view: VoterView) => queries.setQueryData(key, view);
  const onError = (error: unknown) => {
    announce({ tone: "bad", text: sentenceOf(error) });
    // Another window answered, or the vote was closed: both are read again.
    if (codeOf(error) === "CONFLICT" || codeOf(error) === "NOT_FOUND") {
      void queries.invalidateQueries({ queryKey: key });
      void queries.invalidateQueries({ queryKey: studio.vote.key() });
    }
  };
  const answer = useMutation({
    meta: { isQuiet: true },
    mutationFn: (input: Parameters<typeof rpc.vote.answer>[0]) => rpc.vote.answer(input),
    onSuccess: put,
    onError,
  });
  const takeBack = useMutation({
    meta: { isQuiet: true },
    mutationFn: (input: { voteId: string }) => rpc.vote.takeBack(input),
    onSuccess: put,
    onError,
  });
  const isBusy = answer.isPending || takeBack.isPending;
  const latest = useRef({ isBusy, question: seat.data?.question ?? null });
  useEffect(() => {
    latest.current = { isBusy, question: seat.data?.question ?? null };
  });
  return {
    seat,
    /** Which was pressed while its answer is on the way; null when nothing is. 0 = a tie. */
    pressed: answer.isPending ? (answer.variables?.choice ?? null) : null,
    /** Which picture from the left, from 1; 0 = as good as each other. A key pressed before the next pictures are there means nothing. */
    choose(choice: number) {
      const { question, isBusy: isWaiting } = latest.current;
      if (!question || isWaiting || choice > question.pictures.length) return;
      answer.mutate({ voteId, questionId: question.id, choice });
    },
    takeBack() {
      if (latest.current.isBusy) return;
      if ((seat.data?.answered ?? 0) === 0) announce({ tone: "plain", text: "You have not answered anything yet.", id: "vote" });
      else takeBack.mutate({ voteId });
    },
  };
}
