import type { PresenceNews } from "@/lib/domain/board/presence";
import { onPresence } from "./news";

/** What one tab is told about the others on its board: the latest of each, however slowly it reads. */
export interface PresenceInbox {
  /** Resolves when something waits. */
  arrived(): Promise<void>;
  take(): readonly PresenceNews[];
  close(): void;
}

/** A tab is on the board it said last that it is on; of other boards, and of itself, it hears nothing. */
export function openPresenceInbox(workspaceId: string, tabId: string): PresenceInbox {
  let boardId: string | null = null;
  let waiting = new Map<string, PresenceNews>();
  let answer = () => {};
  const close = onPresence(workspaceId, (news) => {
    if (news.tabId === tabId) {
      boardId = news.isLeaving ? null : news.boardId;
      return;
    }
    if (news.boardId !== boardId) return;
    waiting.set(news.tabId, news);
    answer();
  });
  return {
    arrived: () =>
      new Promise((settle) => {
        answer = settle;
        if (waiting.size > 0) settle();
      }),
    take() {
      const taken = [...waiting.values()];
      waiting = new Map();
      return taken;
    },
    close,
  };
}
