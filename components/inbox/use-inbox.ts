"use client";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import type { NoticeKind, NoticeView } from "@/lib/domain/notice/notice";

export type InboxPlace = { readonly show: "unread" | "all"; readonly kind: NoticeKind | null };

/** The notices of the person at the screen, and what they do with them. */
export function useInbox({ show, kind }: InboxPlace) {
  const queries = useQueryClient();
  const query = useInfiniteQuery(
    studio.notice.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ show, limit: 50, ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queries.invalidateQueries({ queryKey: studio.notice.key() }),
  });
  const notices = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [newest] = notices;
  const unread = query.data?.pages[0]?.unread;
  return {
    query,
    notices,
    unread,
    /** How many of what is shown now are unread, also beyond this page. */
    waiting: (kind === null ? query.data?.pages[0]?.unreadInAll : unread?.[kind]) ?? 0,
    isBusy: acting.isPending,
    turn: ({ id, isRead }: NoticeView) => acting.mutate(() => rpc.notice.mark({ noticeIds: [id], isRead: !isRead })),
    /** Opening a notice reads it; the page that opens needs no answer. */
    open: ({ id, isRead }: NoticeView) => {
      if (!isRead) acting.mutate(() => rpc.notice.mark({ noticeIds: [id] }));
    },
    markAll: () => {
      if (!newest) return;
      acting.mutate(async () => {
        const { changed, noticeIds } = await rpc.notice.markAll({ upTo: newest.id, ...(kind ? { kind } : {}) });
        const undo = () =>
          acting.mutate(async () => {
            for (let from = 0; from < noticeIds.length; from += 200)
              await rpc.notice.mark({ noticeIds: noticeIds.slice(from, from + 200), isRead: false });
          });
        announce({
          tone: "ok",
          text: changed === 1 ? "1 notice is read." : `${changed} notices are read.`,
          ...(changed > 0 ? { action: { label: "Undo", run: undo } } : {}),
        });
      });
    },
  };
}
