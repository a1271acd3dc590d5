import { z } from "zod";
import { Draft } from "./draft";
import type { Keeper } from "./keeper";
import { thisTab } from "./this-tab";

/** A text somebody wrote on a board and has not run, in this tab or another one. */
export interface KeptDraft {
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly draft: Draft;
}

const Entry = z.object({ at: z.number(), draft: Draft });

/** Of one board; the oldest make room. */
const MOST_KEPT = 8;

const prefixOf = (boardId: string) => `selects.draft.${boardId}.`;

/**
 * Keeps a board's draft, each tab its own: two tabs never overwrite each other. A new tab goes on from the newest draft, so
 * that a text survives a closed window and a crash; the others are found by {@link otherDrafts}.
 */
export function draftKeeper(boardId: string, store: () => Storage = () => localStorage, tab: () => string = thisTab): Keeper {
  return {
    read() {
      const all = keptDrafts(boardId, store);
      const kept = all.find((entry) => entry.tab === tab()) ?? all[0];
      return kept ? JSON.stringify(kept.draft) : null;
    },
    keep(text) {
      try {
        store().setItem(prefixOf(boardId) + tab(), `{"at":${Date.now()},"draft":${text}}`);
        for (const old of keptDrafts(boardId, store).slice(MOST_KEPT)) store().removeItem(prefixOf(boardId) + old.tab);
      } catch {
        // A full or forbidden store loses the safety net, never what is on screen.
      }
    },
  };
}

/** What other tabs hold for this board, newest first; without those that say nothing. */
export function otherDrafts(boardId: string, store: () => Storage = () => localStorage, tab: () => string = thisTab): readonly KeptDraft[] {
  return keptDrafts(boardId, store).filter((kept) => kept.tab !== tab() && kept.draft.recipe.text.trim() !== "");
}

function keptDrafts(boardId: string, store: () => Storage): readonly KeptDraft[] {
  try {
    const all = store();
    const keys = Array.from({ length: all.length }, (_, index) => all.key(index) ?? "").filter((key) => key.startsWith(prefixOf(boardId)));
    return keys
      .flatMap((key) => {
        const entry = Entry.safeParse(parsed(all.getItem(key)));
        return entry.success ? [{ tab: key.slice(prefixOf(boardId).length), ...entry.data }] : [];
      })
      .sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
