"use client";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue, useMemo } from "react";
import { withStarting } from "@/lib/client/board/starting";
import { useDesk } from "@/lib/client/desk/desk-provider";
import { findOnBoard, type Lit, pathThrough, saidAround, withAncestors } from "@/lib/domain/board/find";
import type { BoardView as Board, PromptView } from "@/lib/domain/prompt/view";
import { parseSearch } from "@/lib/domain/search/parse";

const KEPT_IN_ADDRESS = {
  find: parseAsString,
  only: parseAsBoolean.withDefault(false),
  path: parseAsString,
};

/** What of a board is looked at now. It hides and never deletes, and it stands in the address: a view can be sent to somebody. */
export interface BoardView {
  /** What is searched for; null while the search is closed. */
  readonly find: string | null;
  /** What is wrong with the search; nothing steps back until it is right. */
  readonly mistake: string | null;
  /** The rest is hidden, not only faint. */
  readonly only: boolean;
  /** The prompt whose path is followed. */
  readonly path: string | null;
  /** What stands out; null when everything does. */
  readonly lit: Lit | null;
  /** The prompts on the surface. */
  readonly shown: readonly PromptView[];
  setFind(find: string | null): void;
  setOnly(only: boolean): void;
  /** Follows the path through a prompt, or no path any longer. */
  follow(promptId: string | null): void;
}

export function useBoardView({ prompts: told, sections, notes }: Pick<Board, "prompts" | "sections" | "notes">): BoardView {
  const starting = useDesk((desk) => desk.starting);
  const prompts = useMemo(() => withStarting(told, starting), [told, starting]);
  const [{ find, only, path }, set] = useQueryStates(KEPT_IN_ADDRESS, { history: "replace" });
  // Typing comes first; a board of thousands follows.
  const typed = useDeferredValue(find?.trim() ?? "");
  const parsed = useMemo(() => parseSearch(typed), [typed]);
  const said = useMemo(() => saidAround(prompts, sections, notes), [prompts, sections, notes]);
  const lit = useMemo(() => {
    if (path !== null && prompts.some(({ id }) => id === path)) return pathThrough(prompts, path);
    return typed === "" || parsed.kind === "mistake" ? null : findOnBoard(prompts, parsed.query, said);
  }, [prompts, parsed, typed, path, said]);
  // Whatever one is on stays, found or not: a prompt just run from the composer, say.
  const stands = useDesk(({ place }) => place?.promptId ?? null);
  const shown = useMemo(() => {
    if (lit === null || !only) return prompts;
    const kept = withAncestors(prompts, [...lit.prompts, ...(stands === null ? [] : [stands])]);
    return prompts.filter(({ id }) => kept.has(id));
  }, [prompts, lit, only, stands]);
  return {
    find,
    mistake: parsed.kind === "mistake" ? parsed.mistake.sentence : null,
    only,
    path,
    lit,
    shown,
    setFind: (text) => void set(text === null ? { find: null, only: null } : { find: text, path: null }),
    setOnly: (isOnly) => void set({ only: isOnly || null }),
    follow: (promptId) => void set({ path: promptId, find: null, only: null }),
  };
}
