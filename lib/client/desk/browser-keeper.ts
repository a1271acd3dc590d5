import type { DraftKeeper } from "./desk";

/** Keeps the draft of a board in this browser. A full or forbidden storage loses the safety net, never the text on screen. */
export function browserKeeper(boardId: string): DraftKeeper {
  const key = `selects.draft.${boardId}`;
  return {
    read: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    keep: (text) => {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Nothing to do: the text is still on screen.
      }
    },
  };
}
