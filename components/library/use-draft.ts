"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { codeOf, sentenceOf } from "@/lib/client/sentence";
import { draftFromTemplate, type TemplateDraft } from "@/lib/domain/pattern/draft";
import { mergeDrafts, saysSame } from "@/lib/domain/pattern/merge-drafts";
import type { PatternView } from "@/lib/domain/pattern/view";
import { mergeText } from "@/lib/domain/prompt/merge-text";

const SAVE_AFTER_MS = 800;

export type DraftState = "saved" | "saving" | "unsaved" | "overtaken";

interface Written {
  readonly content: TemplateDraft;
  readonly note: string;
}

/**
 * The draft of a pattern while it is written: kept in the studio a moment after each pause and when the page is left, one
 * save after the other. When somebody else saved it first, nothing of either is lost: the person chooses whose goes on.
 */
export function useDraft(pattern: PatternView, from: number) {
  const queries = useQueryClient();
  const [written, setWritten] = useState<Written>(() => beginning(pattern, from));
  const [basedOn, setBasedOn] = useState(() => pattern.draft?.basedOn ?? from);
  const [problem, setProblem] = useState<string | null>(null);
  const [state, setState] = useState<DraftState>("saved");
  /** What the studio last agreed to; null while there is no draft. */
  const version = useRef(pattern.draft?.version ?? null);
  /** What it said then: what both wrote from, should somebody else write too. */
  const agreed = useRef(written);
  const now = useRef({ written, basedOn });
  const isDirty = useRef(false);
  const isStopped = useRef(false);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    saving.current = saving.current.then(async () => {
      if (!isDirty.current || isStopped.current) return;
      isDirty.current = false;
      setState("saving");
      try {
        const { written: said, basedOn: number } = now.current;
        const saved = await rpc.pattern.saveDraft({ patternId: pattern.id, draftVersion: version.current, basedOn: number, ...said });
        version.current = saved.version;
        agreed.current = said;
        setProblem(null);
        setState(isDirty.current ? "unsaved" : "saved");
      } catch (error) {
        isDirty.current = true;
        isStopped.current = codeOf(error) === "CONFLICT";
        setProblem(sentenceOf(error));
        setState(isStopped.current ? "overtaken" : "unsaved");
      }
    });
    return saving.current;
  }, [pattern.id]);

  const write = (part: Partial<Written>) => {
    const next = { ...now.current.written, ...part };
    now.current = { ...now.current, written: next };
    isDirty.current = true;
    setWritten(next);
    if (isStopped.current) return;
    setState("unsaved");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
  };

  useEffect(() => {
    const leave = () => void save();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [save]);

  /** Goes on from what is there now and from what was written here: both, and where they touch the same, mine or theirs. */
  const settle = useMutation({
    mutationFn: async (whose: "mine" | "theirs") => {
      const { draft } = await rpc.pattern.get({ slug: pattern.slug });
      version.current = draft?.version ?? null;
      isStopped.current = false;
      isDirty.current = true;
      if (draft) {
        const theirs = { content: draft.content, note: draft.note };
        now.current = { written: merged(agreed.current, now.current.written, theirs, whose), basedOn: draft.basedOn };
        agreed.current = theirs;
        isDirty.current = !saysSame(now.current.written.content, theirs.content) || now.current.written.note !== theirs.note;
        setWritten(now.current.written);
        setBasedOn(draft.basedOn);
      }
      setProblem(null);
      setState("saved");
      await save();
    },
  });

  /** Saves it as the next version, on top of the newest one the person saw. */
  const publish = useMutation({
    meta: { isQuiet: true },
    mutationFn: async (next: { contents: Parameters<typeof rpc.pattern.saveVersion>[0]["version"]; seen: number }) => {
      await save();
      const saved = await rpc.pattern.saveVersion({
        patternId: pattern.id,
        basedOn: next.seen,
        version: next.contents,
        ...(version.current === null ? {} : { draftVersion: version.current }),
      });
      isStopped.current = true;
      return saved;
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: studio.pattern.key() }),
        queries.invalidateQueries({ queryKey: studio.library.key() }),
      ]),
  });

  /** Throws it away; resolves with the way to have it back. */
  const discard = useMutation({
    mutationFn: async () => {
      await save();
      const last = version.current;
      isStopped.current = true;
      clearTimeout(timer.current);
      if (last !== null) await rpc.pattern.discardDraft({ patternId: pattern.id, draftVersion: last });
      const { written: said, basedOn: number } = now.current;
      return async () => {
        if (last !== null) await rpc.pattern.saveDraft({ patternId: pattern.id, draftVersion: null, basedOn: number, ...said });
      };
    },
    onSettled: () => queries.invalidateQueries({ queryKey: studio.pattern.key() }),
  });

  return { ...written, basedOn, state, problem, write, settle, publish, discard };
}

function merged(base: Written, mine: Written, theirs: Written, whose: "mine" | "theirs"): Written {
  const [first, second] = whose === "mine" ? [mine, theirs] : [theirs, mine];
  return {
    content: mergeDrafts(base.content, first.content, second.content),
    note: mergeText(base.note, first.note, second.note).text,
  };
}

function beginning({ draft, versions }: PatternView, from: number): Written {
  if (draft) return { content: draft.content, note: draft.note };
  const version = versions.find(({ number }) => number === from) ?? versions[0];
  if (!version) throw new Error("a pattern has a version");
  return { content: draftFromTemplate(version), note: "" };
}
