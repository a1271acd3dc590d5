"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { CommentView, ThreadView } from "@/lib/domain/review/comment";

/** What was said on a card, and what of it the person at the screen has not seen. */
export function useTalk(cardId: string) {
  const talk = useQuery(studio.comment.list.queryOptions({ input: { cardId } }));
  const threads = talk.data?.threads ?? [];
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const unread = threads.flatMap(({ comments }) => comments.filter(({ id, isUnread }) => isUnread && !seen.has(id)).map(({ id }) => id));
  return {
    talk,
    threads,
    unread: unread.length,
    /** How many stand about this defect. */
    about: (defectId: string) => threads.find((thread) => thread.defectId === defectId)?.comments.length ?? 0,
    /** They are on the screen. Their mark stays until the next reading, so that the eye finds what is new. */
    see: () => {
      if (unread.length === 0) return;
      setSeen(new Set([...seen, ...unread]));
      rpc.comment.see({ cardId, commentIds: unread.slice(0, 500) }).catch(() => setSeen(seen));
    },
  };
}
export type Talk = ReturnType<typeof useTalk>;

/** Everything that can be done to comments. What is refused is said by the query client; the threads are read again either way. */
export function useTalkActs(cardId: string) {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey: studio.comment.key() }),
  });
  const run = (act: () => Promise<unknown>, done?: () => void) => acting.mutate(act, { onSuccess: () => done?.() });
  return {
    isBusy: acting.isPending,
    add: (said: { attemptId: string; defectId?: string; threadId?: string; body: string; mentions: string[] }, done: () => void) =>
      run(() => rpc.comment.add({ cardId, ...said }), done),
    edit: (comment: CommentView, body: string, mentions: string[], done: () => void) =>
      run(() => rpc.comment.edit({ commentId: comment.id, body, mentions }), done),
    remove: ({ id: commentId }: CommentView) =>
      run(
        () => rpc.comment.remove({ commentId }),
        () => {
          const undo = () => run(() => rpc.comment.restore({ commentId }));
          announce({ tone: "ok", text: "The comment is removed.", action: { label: "Undo", run: undo } });
        },
      ),
    settle: ({ id: threadId, resolved }: ThreadView) =>
      run(() => (resolved ? rpc.comment.reopen({ threadId }) : rpc.comment.resolve({ threadId }))),
  };
}
export type TalkActs = ReturnType<typeof useTalkActs>;
